package dev.coderev.server.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.springframework.aop.framework.ProxyFactory;

class FunctionCallsTests {
  private final Logger log = (Logger) LoggerFactory.getLogger(Desk.class);
  private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
  private final Desk desk = proxied(new Desk());

  /** Something that has its calls logged. */
  static class Desk {
    @LogFunctionCall(level = Level.INFO)
    String open(String name, int size) {
      return name.repeat(size);
    }

    @LogFunctionCall(level = Level.INFO)
    String fail(String name) {
      throw new IllegalArgumentException("no " + name);
    }

    @LogFunctionCall(level = Level.INFO)
    CompletableFuture<String> later(CompletableFuture<String> answer) {
      return answer;
    }
  }

  private static Desk proxied(Desk desk) {
    ProxyFactory factory = new ProxyFactory(desk);
    factory.setProxyTargetClass(true);
    factory.addAdvisor(FunctionCalls.functionCallsAdvisor());
    return (Desk) factory.getProxy();
  }

  @BeforeEach
  void listen() {
    seen.start();
    log.addAppender(seen);
  }

  @AfterEach
  void leave() {
    log.detachAppender(seen);
  }

  private List<String> events() {
    return seen.list.stream().map(ILoggingEvent::getMessage).toList();
  }

  private static Object field(ILoggingEvent event, String name) {
    return event.getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(name))
        .map((KeyValuePair pair) -> pair.value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsOfACallButNotOfItsValues() {
    assertThat(desk.open("hunter2", 2)).isEqualTo("hunter2hunter2");
    assertThat(events()).containsExactly("function_call_start", "function_call_end");
    assertThat(field(seen.list.getFirst(), "function")).isEqualTo("Desk.open");
    assertThat(field(seen.list.getFirst(), "args_count")).isEqualTo(2);
    assertThat(field(seen.list.getFirst(), "param_names")).isEqualTo(List.of("name", "size"));
    assertThat(field(seen.list.getLast(), "status")).isEqualTo("success");
    assertThat(seen.list.toString()).doesNotContain("hunter2");
  }

  @Test
  void tellsOfAFailureAndLetsItThrough() {
    assertThatThrownBy(() -> desk.fail("x")).isInstanceOf(IllegalArgumentException.class);
    assertThat(events()).containsExactly("function_call_start", "function_call_error");
    assertThat(seen.list.getLast().getThrowableProxy().getMessage()).isEqualTo("no x");
    assertThat(field(seen.list.getLast(), "error")).isEqualTo("IllegalArgumentException");
  }

  @Test
  void tellsOfTheEndOfAFutureOnlyWhenItCompletes() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    var result = desk.later(answer);
    assertThat(events()).containsExactly("function_call_start");
    answer.complete("done");
    assertThat(result).isCompletedWithValue("done");
    assertThat(events()).containsExactly("function_call_start", "function_call_end");
  }
}

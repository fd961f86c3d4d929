package dev.coderev.server.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LogScopeTests {
  private static String id() {
    return LogScope.current(LogScope.REQUEST_ID);
  }

  @Test
  void restoreWhatHeldBeforeAlsoAfterAFailure() {
    try (LogScope _ = LogScope.open(LogScope.REQUEST_ID, "outer")) {
      try (LogScope _ = LogScope.open(LogScope.REQUEST_ID, "inner")) {
        throw new IllegalStateException(id());
      } catch (IllegalStateException thrown) {
        assertThat(thrown).hasMessage("inner");
      }
      assertThat(id()).isEqualTo("outer");
    }
    assertThat(id()).isEqualTo("-");
  }

  @Test
  void goAlongToPooledThreadsAndLeaveNothingThere() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> foreign = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        String request = "r" + i;
        try (LogScope _ = LogScope.open(LogScope.REQUEST_ID, request)) {
          foreign.add(threads.submit(LogScope.carried(() -> assertThat(id()).isEqualTo(request))));
        }
        foreign.add(threads.submit(() -> assertThat(id()).isEqualTo("-")));
      }
      for (Future<?> done : foreign) {
        done.get();
      }
    }
    assertThat(id()).isEqualTo("-");
  }
}

package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.deploy.Health.Component;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import dev.coderev.model.deploy.HealthChecker.Overall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthCheckerTests {

  private final SettableClock clock = new SettableClock("2026-03-01T10:00:00Z");
  private final AtomicReference<State> model = new AtomicReference<>(State.HEALTHY);
  private final AtomicReference<State> memory = new AtomicReference<>(State.HEALTHY);

  private HealthChecker checker() {
    return new HealthChecker(
        List.of(
            new Component("model", true, () -> new Finding(model.get(), "m")),
            new Component("memory", false, () -> new Finding(memory.get(), "M"))),
        Duration.ofSeconds(60),
        clock);
  }

  @Test
  void nothingIsKnownBeforeTheFirstLook() {
    HealthChecker checker = checker();
    assertThat(checker.components().get("model").state()).isEqualTo(State.UNKNOWN);
    assertThat(checker.overall()).isEqualTo(Overall.DEGRADED);
  }

  @Test
  void theWholeIsAsWellAsItsParts() {
    HealthChecker checker = checker();
    checker.check();
    assertThat(checker.overall()).isEqualTo(Overall.HEALTHY);
    memory.set(State.WARNING);
    checker.check();
    assertThat(checker.overall()).isEqualTo(Overall.DEGRADED);
    memory.set(State.CRITICAL);
    checker.check();
    assertThat(checker.overall()).isEqualTo(Overall.DEGRADED);
    model.set(State.CRITICAL);
    checker.check();
    assertThat(checker.overall()).isEqualTo(Overall.UNHEALTHY);
  }

  @Test
  void aStateIsDatedFromItsBeginning() {
    HealthChecker checker = checker();
    checker.check();
    clock.move(Duration.ofSeconds(60));
    checker.check();
    assertThat(checker.components().get("model").since())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    model.set(State.WARNING);
    checker.check();
    assertThat(checker.components().get("model").since())
        .isEqualTo(Instant.parse("2026-03-01T10:01:00Z"));
  }

  @Test
  void whatIsOldIsUnknown() {
    HealthChecker checker = checker();
    checker.check();
    clock.move(Duration.ofSeconds(181));
    assertThat(checker.components().get("model").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aFailingProbeIsCriticalAndStopsNoOther() {
    var checker =
        new HealthChecker(
            List.of(
                new Component(
                    "broken",
                    false,
                    () -> {
                      throw new IllegalStateException("no answer");
                    }),
                new Component("memory", true, () -> Finding.healthy("fine"))),
            Duration.ofSeconds(60),
            clock);
    checker.check();
    assertThat(checker.components().get("broken").state()).isEqualTo(State.CRITICAL);
    assertThat(checker.components().get("broken").detail()).isEqualTo("no answer");
    assertThat(checker.components().get("memory").state()).isEqualTo(State.HEALTHY);
    assertThat(checker.overall()).isEqualTo(Overall.DEGRADED);
  }

  @Test
  void theLatestFindingsAreShown() {
    HealthChecker checker = checker();
    for (int i = 0; i < 600; i++) {
      checker.check();
    }
    model.set(State.CRITICAL);
    checker.check();
    assertThat(checker.history()).hasSize(10);
    assertThat(checker.history().get(8).component()).isEqualTo("model");
    assertThat(checker.history().get(8).state()).isEqualTo(State.CRITICAL);
  }

  @Test
  void startingAndClosingTwiceIsAsOnce() throws InterruptedException {
    var looked = new CountDownLatch(1);
    var checker =
        new HealthChecker(
            List.of(
                new Component(
                    "model",
                    true,
                    () -> {
                      looked.countDown();
                      return Finding.healthy("");
                    })),
            Duration.ofHours(1),
            clock);
    checker.start();
    checker.start();
    assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
    checker.close();
    checker.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(it -> it.isAlive() && it.getName().equals("model-health"));
  }
}

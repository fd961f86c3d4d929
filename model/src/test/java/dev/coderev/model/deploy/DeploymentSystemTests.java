package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.deploy.DeploymentSystem.Part;
import dev.coderev.model.deploy.DeploymentSystem.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeploymentSystemTests {

  private final List<String> events = new ArrayList<>();

  private Part part(String name) {
    return new Part(
        name,
        () -> {
          events.add("+" + name);
          return () -> events.add("-" + name);
        });
  }

  private static Part failing(String name) {
    return new Part(
        name,
        () -> {
          throw new IllegalStateException("no " + name);
        });
  }

  private Part stubborn(String name) {
    return new Part(
        name,
        () ->
            () -> {
              events.add("!" + name);
              throw new IllegalStateException("stuck " + name);
            });
  }

  private static DeploymentSystem system(Part... parts) {
    return new DeploymentSystem(List.of(parts), Clock.systemUTC());
  }

  @Test
  void theOutermostScopeStartsAndStops() {
    DeploymentSystem system = system(part("model"), part("index"));
    assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.UNINITIALIZED);
    try (Scope outer = system.enter()) {
      assertThat(outer.system()).isSameAs(system);
      try (Scope inner = system.enter()) {
        assertThat(inner.system().contextInfo().nestingLevel()).isEqualTo(2);
        assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.RUNNING);
      }
      assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.RUNNING);
    }
    assertThat(events).containsExactly("+model", "+index", "-index", "-model");
    ContextInfo info = system.contextInfo();
    assertThat(info.state()).isEqualTo(DeploymentState.STOPPED);
    assertThat(info.cleanupPerformed()).isTrue();
    assertThat(info.entryCount()).isEqualTo(2);
    assertThat(info.exitCount()).isEqualTo(2);
    assertThat(info.stoppedAt()).isPresent();
  }

  @Test
  void itStartsAgainAfterItStopped() {
    DeploymentSystem system = system(part("model"));
    for (int i = 0; i < 3; i++) {
      try (Scope scope = system.enter()) {
        assertThat(scope.system().contextInfo().cleanupPerformed()).isFalse();
      }
    }
    assertThat(events).hasSize(6);
  }

  @Test
  void aFailedStartClosesWhatWasOpenedAndCountsNoScope() {
    DeploymentSystem system = system(part("model"), part("index"), failing("adapter"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(system::enter)
          .isInstanceOf(StartupError.class)
          .hasMessageContaining("adapter")
          .hasRootCauseMessage("no adapter");
    }
    assertThat(events)
        .containsExactly(
            "+model", "+index", "-index", "-model", "+model", "+index", "-index", "-model");
    ContextInfo info = system.contextInfo();
    assertThat(info.state()).isEqualTo(DeploymentState.ERROR);
    assertThat(info.nestingLevel()).isZero();
    assertThat(info.lastException()).get().isInstanceOf(StartupError.class);
  }

  @Test
  void aFailingCleanupRunsToItsEndAndHidesNothing() {
    DeploymentSystem system = system(part("model"), stubborn("index"), stubborn("health"));
    assertThatThrownBy(
            () -> {
              try (Scope scope = system.enter()) {
                assertThat(scope.system()).isNotNull();
                throw new IllegalArgumentException("body");
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("body")
        .hasNoSuppressedExceptions();
    assertThat(events).containsExactly("+model", "!health", "!index", "-model");
    assertThat(system.contextInfo().lastException())
        .get()
        .hasToString("java.lang.IllegalStateException: stuck health");
    assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.STOPPED);
  }

  @Test
  void anExplicitStopReportsAFailingCleanup() {
    DeploymentSystem system = system(stubborn("index"));
    system.start();
    system.start();
    assertThatThrownBy(system::stop).isInstanceOf(ShutdownError.class);
    system.stop();
    assertThat(events).containsExactly("!index");
  }

  @Test
  void scopesOnlyCountInASystemThatWasStartedExplicitly() {
    DeploymentSystem system = system(part("model"));
    system.start();
    try (Scope scope = system.enter()) {
      assertThat(scope.system().contextInfo().nestingLevel()).isEqualTo(1);
    }
    assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.RUNNING);
    system.close();
    system.close();
    assertThat(events).containsExactly("+model", "-model");
  }

  @Test
  void callKeepsTheFailureOfItsBody() {
    DeploymentSystem system = system(part("model"));
    Callable<String> body =
        () -> {
          throw new IllegalArgumentException("body");
        };
    assertThatThrownBy(() -> system.call(body)).hasMessage("body");
    assertThat(system.contextInfo().lastException())
        .get()
        .hasToString("java.lang.IllegalArgumentException: body");
    assertThat(events).containsExactly("+model", "-model");
  }

  @Test
  void interruptionWhileStartingClosesAndIsSetAgain() {
    DeploymentSystem system = system(part("model"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(system::enter).isInstanceOf(StartupError.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(system.contextInfo().state()).isEqualTo(DeploymentState.ERROR);
  }

  @Test
  void closingTwiceLeavesOnce() {
    DeploymentSystem system = system(part("model"));
    try (Scope other = system.enter();
        Scope scope = system.enter()) {
      List.of(scope, scope, scope).forEach(Scope::close);
      assertThat(other.system().contextInfo().nestingLevel()).isEqualTo(1);
    }
    assertThat(events).containsExactly("+model", "-model");
  }

  @Test
  void uptimeIsCountedByTheClock() {
    var now = new AtomicInteger(100);
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return Instant.ofEpochSecond(now.get());
          }
        };
    var system = new DeploymentSystem(List.of(part("model")), clock);
    assertThat(system.contextInfo().uptimeSeconds()).isZero();
    try (Scope scope = system.enter()) {
      now.addAndGet(7);
      assertThat(scope.system().contextInfo().uptimeSeconds()).isEqualTo(7);
    }
    now.addAndGet(7);
    assertThat(system.contextInfo().uptimeSeconds()).isEqualTo(7);
  }

  @Test
  void anyOrderOfThreadsOpensAndClosesInPairs() throws InterruptedException {
    DeploymentSystem system = system(part("model"), part("index"));
    var ready = new CountDownLatch(6);
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 6; t++) {
      var random = new Random(t);
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                ready.countDown();
                for (int i = 0; i < 200; i++) {
                  try (Scope scope = system.enter()) {
                    if (scope.system().contextInfo().state() != DeploymentState.RUNNING) {
                      throw new AssertionError("a scope of a system that does not run");
                    }
                    if (random.nextBoolean()) {
                      Thread.onSpinWait();
                    }
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
    assertThat(system.contextInfo().nestingLevel()).isZero();
    assertThat(system.contextInfo().exitCount()).isEqualTo(1200);
    assertThat(String.join("", events)).matches("(\\+model\\+index-index-model)+");
  }
}

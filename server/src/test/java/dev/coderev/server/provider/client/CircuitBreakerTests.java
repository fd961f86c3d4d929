package dev.coderev.server.provider.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTests {
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hand clock = new Hand();
  private final CircuitBreaker circuit = new CircuitBreaker(2, Duration.ofSeconds(30), clock);

  @Test
  void staysClosedWhileSuccessesComeBetween() {
    circuit.failed();
    circuit.succeeded();
    circuit.failed();
    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void letsOneTryThroughAfterEachRest() {
    circuit.failed();
    circuit.failed();
    assertThat(circuit.admits()).isFalse();
    clock.now = clock.now.plusSeconds(30);
    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.admits()).isFalse();
    circuit.failed();
    assertThat(circuit.admits()).isFalse();
    clock.now = clock.now.plusSeconds(30);
    assertThat(circuit.admits()).isTrue();
    circuit.succeeded();
    assertThat(circuit.admits()).isTrue();
    assertThat(circuit.isOpen()).isFalse();
  }
}

package dev.coderev.server.platform.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBookTests {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private final AlertBook book = new AlertBook();

  private Optional<Alert> fire(AlertSeverity severity, int minutes) {
    return book.fire(
        "slo:x", severity, "after " + minutes, START.plus(Duration.ofMinutes(minutes)));
  }

  private Optional<Alert> resolve(int minutes) {
    return book.resolve("slo:x", START.plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void tellsOnceAndAgainAfterAWhile() {
    assertThat(fire(AlertSeverity.CRITICAL, 0)).isPresent();
    assertThat(fire(AlertSeverity.CRITICAL, 14)).isEmpty();
    assertThat(book.open()).singleElement().extracting(Alert::summary).isEqualTo("after 14");
    assertThat(fire(AlertSeverity.CRITICAL, 15)).isPresent();
    assertThat(book.open().getFirst().since()).isEqualTo(START);
  }

  @Test
  void repeatsNothingHarmless() {
    assertThat(fire(AlertSeverity.WARNING, 0)).isPresent();
    assertThat(fire(AlertSeverity.WARNING, 60)).isEmpty();
  }

  @Test
  void whatBecomesWorseIsToldAtOnce() {
    fire(AlertSeverity.INFO, 0);
    assertThat(fire(AlertSeverity.PAGE, 1)).isPresent();
    assertThat(fire(AlertSeverity.INFO, 2)).isEmpty();
    assertThat(fire(AlertSeverity.PAGE, 3)).isEmpty();
  }

  @Test
  void whoLooksAfterItIsLeftAloneUntilItBecomesWorse() {
    fire(AlertSeverity.CRITICAL, 0);
    assertThat(book.acknowledge("slo:x", START)).isPresent();
    assertThat(book.acknowledge("slo:y", START)).isEmpty();
    assertThat(fire(AlertSeverity.CRITICAL, 60)).isEmpty();
    assertThat(book.open().getFirst().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(fire(AlertSeverity.PAGE, 61)).isPresent();
    assertThat(book.open().getFirst().state()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void theEndIsToldToThoseWhoKnowOfTheBeginning() {
    fire(AlertSeverity.WARNING, 0);
    assertThat(resolve(1)).isPresent();
    assertThat(resolve(2)).isEmpty();
    assertThat(fire(AlertSeverity.WARNING, 3)).as("told a while ago").isEmpty();
    assertThat(resolve(4)).as("nobody knows").isEmpty();
    assertThat(book.open()).isEmpty();
    assertThat(book.history()).extracting(Alert::summary).containsExactly("after 3", "after 0");
    assertThat(book.history().getFirst().resolvedAt()).contains(START.plus(Duration.ofMinutes(4)));
  }

  @Test
  void keepsAHundredThatAreOver() {
    for (int i = 0; i < 120; i++) {
      fire(AlertSeverity.WARNING, i);
      resolve(i);
    }
    assertThat(book.history()).hasSize(100);
    assertThat(book.history().getFirst().summary()).isEqualTo("after 119");
  }
}

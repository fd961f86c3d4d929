package dev.coderev.server.evolution.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.gold.GoldRuns;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryGateTests {
  private static GoldResult run(int missed, int wrong) {
    return GoldRuns.evaluation("ver_1", missed, wrong).result().orElseThrow();
  }

  @Test
  void passesWhatIsGoodAndBetterThanItWas() {
    assertThat(RecoveryGate.outcome(run(0, 0), Optional.of(0.7))).isEqualTo("successful");
    assertThat(RecoveryGate.outcome(run(0, 0), Optional.empty())).isEqualTo("successful");
    assertThat(RecoveryGate.outcome(run(0, 20), Optional.of(0.7)))
        .as("too many false findings")
        .isEqualTo("failed");
    assertThat(RecoveryGate.outcome(run(104, 0), Optional.of(0.89)))
        .as("no better than it was")
        .isEqualTo("failed");
  }

  @Test
  void attemptsComeAfterEverLongerPausesOfAWeekAtMost() {
    assertThat(RecoveryFollower.pause(1)).isEqualTo(Duration.ofHours(12));
    assertThat(RecoveryFollower.pause(2)).isEqualTo(Duration.ofDays(1));
    assertThat(RecoveryFollower.pause(4)).isEqualTo(Duration.ofDays(4));
    assertThat(RecoveryFollower.pause(9)).isEqualTo(Duration.ofDays(7));
  }
}

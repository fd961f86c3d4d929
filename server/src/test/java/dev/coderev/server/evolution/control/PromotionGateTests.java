package dev.coderev.server.evolution.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.evolution.control.PromotionGate.Check;
import dev.coderev.server.evolution.control.PromotionGate.Decision;
import dev.coderev.server.evolution.gold.GoldRuns;
import dev.coderev.server.evolution.pair.Pairs.Summary;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionGateTests {
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
  private static final ReviewerVersion VERSION =
      new ReviewerVersion(
          "ver_1",
          "A candidate",
          Optional.empty(),
          VersionState.SHADOW,
          NOW.minusSeconds(200_000),
          NOW.minusSeconds(900_000),
          Optional.empty());
  private static final Summary GOOD =
      new Summary(2000, 4, 0, Optional.of(90.0), Optional.of(85.0), 1990);

  private static Decision decide(Evidence evidence) {
    return PromotionGate.decide(VERSION, evidence, Criteria.DEFAULT.promotionCriteria(), NOW);
  }

  private static Check check(Decision decision, String name) {
    return decision.checks().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void letsThroughWhatIsBetterBeyondChance() {
    Decision decision =
        decide(
            new Evidence(
                GOOD,
                Optional.of(GoldRuns.evaluation("ver_1", 0, 0)),
                Optional.of(GoldRuns.evaluation("ver_0", 40, 0))));
    assertThat(decision.checks())
        .allSatisfy(one ->
            assertThat(one.outcome()).as(one.name() + " " + one.missing()).isEqualTo("successful"));
    assertThat(decision.outcome()).isEqualTo("successful");
    assertThat(check(decision, "accuracy_delta").p().orElseThrow()).isLessThan(1e-6);
  }

  @Test
  void whatIsNoBetterFailsOrTellsNothing() {
    Decision same =
        decide(
            new Evidence(
                GOOD,
                Optional.of(GoldRuns.evaluation("ver_1", 0, 0)),
                Optional.of(GoldRuns.evaluation("ver_0", 0, 0))));
    assertThat(check(same, "accuracy_delta").outcome()).isEqualTo("inconclusive");
    Decision worse =
        decide(
            new Evidence(
                GOOD,
                Optional.of(GoldRuns.evaluation("ver_1", 40, 0)),
                Optional.of(GoldRuns.evaluation("ver_0", 0, 0))));
    assertThat(check(worse, "accuracy_delta").outcome()).isEqualTo("failed");
    assertThat(worse.outcome()).isEqualTo("failed");
  }

  @Test
  void missingEvidenceIsNeverAValue() {
    Decision none =
        decide(
            new Evidence(
                new Summary(0, 0, 0, Optional.empty(), Optional.empty(), 0),
                Optional.empty(),
                Optional.empty()));
    assertThat(none.outcome()).isEqualTo("inconclusive");
    assertThat(none.checks())
        .filteredOn(one -> one.outcome().equals("inconclusive"))
        .allSatisfy(one -> assertThat(one.value()).isEmpty())
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void errorsAndSlownessFailOnlyBeyondChance() {
    Evidence broken =
        new Evidence(
            new Summary(2000, 100, 500, Optional.of(5000.0), Optional.of(85.0), 0),
            Optional.empty(),
            Optional.empty());
    assertThat(check(decide(broken), "error_rate").outcome()).isEqualTo("failed");
    assertThat(check(decide(broken), "p95_ms").outcome()).isEqualTo("failed");
    Evidence few =
        new Evidence(
            new Summary(40, 1, 3, Optional.of(5000.0), Optional.of(85.0), 0),
            Optional.empty(),
            Optional.empty());
    assertThat(check(decide(few), "error_rate").outcome()).isEqualTo("inconclusive");
    assertThat(check(decide(few), "p95_ms").outcome()).isEqualTo("inconclusive");
  }
}

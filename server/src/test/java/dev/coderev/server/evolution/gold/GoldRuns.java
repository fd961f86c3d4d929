package dev.coderev.server.evolution.gold;

import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs over made-up cases, as tests of gates need them. */
public final class GoldRuns {
  private static final int PER_SET = 220;

  private GoldRuns() {}

  static List<GoldCase> cases() {
    List<GoldCase> cases = new ArrayList<>();
    for (GoldCategory category : GoldCategory.values()) {
      for (int i = 0; i < PER_SET; i++) {
        boolean clean = i % 2 == 0;
        cases.add(
            new GoldCase(
                category.id() + i,
                "a case",
                category.id(),
                "python",
                "x = 1",
                clean ? List.of() : List.of(new GoldCase.Expected("xss", "high", 1)),
                clean,
                1));
      }
    }
    return cases;
  }

  /**
   * A run that missed so many cases with findings in the last sets, and found something in so many
   * clean ones.
   */
  public static Evaluation evaluation(String versionId, int missed, int wrong) {
    List<GoldCase> cases = cases();
    List<CaseScore> scores = new ArrayList<>();
    int misses = missed;
    int wrongs = wrong;
    for (GoldCase gold : cases.reversed()) {
      boolean fails = gold.clean() ? wrongs-- > 0 : misses-- > 0;
      scores.addFirst(new CaseScore(gold.id(), gold.set(), gold.clean(), !fails, 0, 0));
    }
    return new Evaluation(
        "eval_1",
        versionId,
        "gold_1",
        Purpose.EVIDENCE,
        "completed",
        Optional.of("successful"),
        Optional.of(GoldResult.of(cases, scores)),
        Optional.empty(),
        Instant.EPOCH,
        Optional.of(Instant.EPOCH));
  }
}

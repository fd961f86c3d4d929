package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.gold.CaseScore;
import dev.coderev.server.evolution.gold.Evaluation;
import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.pair.Pairs.Summary;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a version on trial.
 *
 * @param candidate its newest run over the gold set
 * @param stable that of the version that serves
 */
record Evidence(Summary pairs, Optional<Evaluation> candidate, Optional<Evaluation> stable) {
  /**
   * Two versions on the same cases.
   *
   * @param better cases that only the one on trial passed
   * @param worse cases that only the one that serves passed
   */
  record Paired(long cases, long better, long worse) {
    double delta() {
      return (double) (better - worse) / cases;
    }
  }

  Optional<GoldResult> result() {
    return candidate.flatMap(Evaluation::result);
  }

  /** Both on the cases that both ran; empty unless these are the same. */
  Optional<Paired> paired() {
    if (candidate.isEmpty()
        || stable.isEmpty()
        || !candidate.get().goldSet().equals(stable.get().goldSet())
        || result().isEmpty()
        || stable.get().result().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Boolean> before =
        stable.get().result().get().cases().stream()
            .collect(Collectors.toMap(CaseScore::caseId, CaseScore::passed));
    long cases = 0;
    long better = 0;
    long worse = 0;
    for (CaseScore score : result().get().cases()) {
      Boolean was = before.get(score.caseId());
      if (was != null) {
        cases++;
        better += score.passed() && !was ? 1 : 0;
        worse += !score.passed() && was ? 1 : 0;
      }
    }
    return cases == 0 ? Optional.empty() : Optional.of(new Paired(cases, better, worse));
  }
}

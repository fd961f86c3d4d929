package dev.coderev.training.defect.measure;

import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.Edit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says of one task.
 *
 * @param suspicion the largest gain: how much likelier the code is with its best repair
 * @param loss the sum of −ln p of the text's tokens
 * @param correct tokens of the text that were the likeliest
 */
record TaskAnswer(
    DefectTask task, List<Double> gains, double suspicion, double loss, int correct, int tokens) {

  TaskAnswer {
    gains = List.copyOf(gains);
  }

  static TaskAnswer of(DefectTask task, CandidateScores.Read read) {
    return new TaskAnswer(
        task,
        read.gains(),
        Collections.max(read.gains()),
        read.loss(),
        read.correct(),
        read.tokens());
  }

  /** Whether the best candidate changes the place of the defect. */
  boolean findsPlace() {
    return edit(best(false)).hasPlaceOf(right());
  }

  /** Whether the repair is the best of the candidates that change its place. */
  boolean findsText() {
    return best(true) == task.repair().orElseThrow();
  }

  private int best(boolean inPlace) {
    return IntStream.range(0, gains.size())
        .filter(i -> !inPlace || edit(i).hasPlaceOf(right()))
        .reduce((one, other) -> gains.get(other) > gains.get(one) ? other : one)
        .orElseThrow();
  }

  private Edit edit(int index) {
    return task.candidates().get(index);
  }

  private Edit right() {
    return edit(task.repair().orElseThrow());
  }
}

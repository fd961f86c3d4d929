package dev.coderev.training.fused;

import dev.coderev.training.data.TokenBatch;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** −ln p of the right tokens, and its gradient in the place of the logits. */
final class VocabularyLoss {

  private final int vocabulary;
  private final int padded;
  private final float[] logits;

  VocabularyLoss(int vocabulary) {
    this.vocabulary = vocabulary;
    padded = Lanes.padded(vocabulary, Lanes.COUNT);
    logits = new float[padded];
  }

  /**
   * Replaces logits by scale · (p − 1 of the right token), rows without a target by 0.
   *
   * @param targets of the rows, from an index on
   * @return the sum of −ln p
   */
  double learn(Sheet sheet, int rows, long[] targets, int from, float scale) {
    double loss = 0;
    for (int row = 0; row < rows; row++) {
      long target = targets[from + row];
      if (target == TokenBatch.IGNORED) {
        Arrays.fill(logits, 0);
      } else {
        sheet.read(row, 0, logits, 0, vocabulary);
        Arrays.fill(logits, vocabulary, padded, Float.NEGATIVE_INFINITY);
        loss += learn((int) target, scale);
      }
      sheet.write(row, 0, logits, 0, vocabulary);
    }
    return loss;
  }

  private double learn(int target, float scale) {
    float right = logits[target];
    FloatVector mosts = FloatVector.broadcast(Lanes.FLOATS, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      mosts = mosts.max(FloatVector.fromArray(Lanes.FLOATS, logits, i));
    }
    float most = mosts.reduceLanes(VectorOperators.MAX);
    FloatVector sums = FloatVector.zero(Lanes.FLOATS);
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      FloatVector power = Exponential.of(FloatVector.fromArray(Lanes.FLOATS, logits, i).sub(most));
      power.intoArray(logits, i);
      sums = sums.add(power);
    }
    float sum = Lanes.sum(sums);
    float share = scale / sum;
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      FloatVector.fromArray(Lanes.FLOATS, logits, i).mul(share).intoArray(logits, i);
    }
    logits[target] -= scale;
    return most + StrictMath.log(sum) - right;
  }
}

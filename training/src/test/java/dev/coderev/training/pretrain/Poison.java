package dev.coderev.training.pretrain;

import dev.coderev.training.loop.SplitBatch;
import java.util.function.UnaryOperator;

/** A learner whose losses are no numbers for some batches. */
final class Poison implements UnaryOperator<SplitBatch.Part> {

  private static final int PARTS = 2;

  private final int from;
  private final int batches;
  private int calls;

  Poison(int from, int batches) {
    this.from = from;
    this.batches = batches;
  }

  @Override
  public SplitBatch.Part apply(SplitBatch.Part learner) {
    return (rows, scale) -> {
      double loss = learner.learn(rows, scale);
      int batch = calls++ / PARTS;
      return batch >= from && batch < from + batches ? Double.NaN : loss;
    };
  }
}

package dev.coderev.training.distill;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.teacher.SequenceKey;
import java.util.ArrayList;

/**
 * A share of all sequences taught on what the student itself makes of their beginnings (arXiv
 * 2306.13649), the others as they are. Each sequence weighs as much as it did.
 *
 * @param share of the sequences, chosen by their content
 * @param texts teaches on texts
 * @param own teaches on the student's samples, which have no labels
 */
record OnPolicy(double share, OwnSamples samples, SplitBatch.Part texts, SplitBatch.Part own)
    implements SplitBatch.Part {

  @Override
  public double learn(TokenBatch rows, double scale) {
    var written = new ArrayList<Integer>();
    var read = new ArrayList<Integer>();
    for (int row = 0; row < rows.rows(); row++) {
      (SequenceKey.of(rows, row).share() < share ? written : read).add(row);
    }
    double loss = 0;
    if (!read.isEmpty()) {
      loss += texts.learn(rows.pick(read), scale);
    }
    if (!written.isEmpty()) {
      TokenBatch begun = rows.pick(written);
      TokenBatch gone = samples.of(begun);
      double weight = (double) begun.valid() / Math.max(1, gone.valid());
      loss += weight * own.learn(gone, scale * weight);
    }
    return loss;
  }
}

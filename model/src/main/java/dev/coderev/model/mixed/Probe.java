package dev.coderev.model.mixed;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.evaluate.TokenScore;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The mean KL divergence of a changed model from the original at the ends of some short texts. */
final class Probe {

  private static final int TEXTS = 8;
  private static final int LENGTH = 96;

  /** Tokens of each text whose logits are compared. */
  private static final int COMPARED = 32;

  private final List<int[]> texts;
  private final Workers workers;
  private final Kernels kernels = Kernels.best();
  private final List<List<float[]>> original;

  Probe(Checkpoint model, Calibration calibration, Workers workers) {
    this.workers = workers;
    this.texts =
        calibration.sequences().stream()
            .limit(TEXTS)
            .map(it -> Arrays.copyOf(it, Math.min(LENGTH, it.length)))
            .toList();
    this.original = logits(model);
  }

  private List<List<float[]>> logits(Checkpoint model) {
    var all = new ArrayList<List<float[]>>();
    KvShape shape = KvShape.of(model.config(), KvPrecision.F32);
    try (var matrices = new Matrices(workers);
        var cache = new KvCache(shape, kernels, LENGTH)) {
      var transformer =
          new Transformer(model.config(), Weights.load(model, matrices), kernels, workers);
      for (int[] text : texts) {
        try (KvSequence sequence = cache.open()) {
          int from = Math.max(0, text.length - COMPARED);
          all.add(transformer.logits(sequence, Adapter.NONE, text, from));
        }
      }
    }
    return all;
  }

  double divergence(Checkpoint changed) {
    List<List<float[]>> logits = logits(changed);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < logits.size(); i++) {
      for (int j = 0; j < logits.get(i).size(); j++) {
        sum += TokenScore.of(original.get(i).get(j), logits.get(i).get(j), 0).divergence();
        count++;
      }
    }
    return sum / count;
  }
}

package dev.coderev.model.generate;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Judgements without sampling: how likely the model finds each of some answers to a prompt. */
public final class Scores {

  private final Transformer transformer;
  private final KvCache cache;

  public Scores(Transformer transformer, KvCache cache) {
    this.transformer = transformer;
    this.cache = cache;
  }

  /**
   * The log-probability of each candidate as what follows the prompt: the sum over its tokens. The
   * prompt is read once.
   *
   * @param prompt at least one token
   * @param candidates at least one token each
   */
  public List<Double> score(int[] prompt, List<int[]> candidates, Adapter adapter) {
    var scores = new ArrayList<Double>();
    try (KvSequence read = cache.open()) {
      float[] first = transformer.prefill(read, adapter, prompt);
      for (int[] candidate : candidates) {
        double sum = Logits.logProbability(first, candidate[0]);
        if (candidate.length > 1) {
          try (KvSequence fork = read.fork(read.length())) {
            int[] fed = Arrays.copyOf(candidate, candidate.length - 1);
            List<float[]> logits = transformer.logits(fork, adapter, fed, 0);
            for (int i = 0; i < logits.size(); i++) {
              sum += Logits.logProbability(logits.get(i), candidate[i + 1]);
            }
          }
        }
        scores.add(sum);
      }
    }
    return scores;
  }
}

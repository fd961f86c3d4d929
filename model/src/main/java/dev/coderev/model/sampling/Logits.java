package dev.coderev.model.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Logits as probabilities. */
public final class Logits {

  /** A token and the logarithm of its probability. */
  public record Likely(int token, double logProbability) {}

  private Logits() {}

  /** The token with the largest logit; the first of equals. */
  public static int argmax(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  /** log Σ exp(logit): what a logit is short of its log-probability. */
  public static double logSum(float[] logits) {
    float most = logits[argmax(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum);
  }

  public static double logProbability(float[] logits, int token) {
    return logits[token] - logSum(logits);
  }

  /** The {@code count} most likely tokens, the likeliest first; of equals the first. */
  public static List<Likely> top(float[] logits, int count) {
    Comparator<Integer> worstFirst =
        Comparator.<Integer>comparingDouble(i -> logits[i])
            .thenComparing(Comparator.<Integer>reverseOrder());
    var best = new PriorityQueue<Integer>(Math.max(1, count), worstFirst);
    for (int i = 0; i < logits.length && count > 0; i++) {
      if (best.size() < count) {
        best.add(i);
      } else if (logits[i] > logits[best.element()]) {
        best.remove();
        best.add(i);
      }
    }
    double sum = logSum(logits);
    var top = new ArrayList<Likely>();
    while (!best.isEmpty()) {
      int token = best.remove();
      top.addFirst(new Likely(token, logits[token] - sum));
    }
    return top;
  }
}

package dev.coderev.model.sampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses the tokens of one text. The steps follow each other as in Hugging Face's generation:
 * repetition penalty, penalties on what was generated, mask, temperature, top-k, top-p, min-p, one
 * random number.
 */
public final class Sampler {

  private final SamplingOptions options;
  private final SplittableRandom random;
  private final BitSet seen = new BitSet();
  private final Map<Integer, Integer> generated = new HashMap<>();

  public Sampler(SamplingOptions options) {
    this.options = options;
    this.random = new SplittableRandom(options.seed());
  }

  /** Says that a token stands in the text, for the repetition penalty. */
  public void saw(int token) {
    seen.set(token);
  }

  /** Says that a token was generated, for the penalties on that. */
  public void generated(int token) {
    saw(token);
    generated.merge(token, 1, Integer::sum);
  }

  /**
   * The next token.
   *
   * @param logits left as they are
   */
  public int choose(float[] logits) {
    return pick(penalized(logits));
  }

  /**
   * The next token among the allowed ones.
   *
   * @param allowed at least one token of the vocabulary
   */
  public int choose(float[] logits, BitSet allowed) {
    float[] masked = penalized(logits).clone();
    boolean any = false;
    for (int i = 0; i < masked.length; i++) {
      if (allowed.get(i)) {
        any = true;
      } else {
        masked[i] = Float.NEGATIVE_INFINITY;
      }
    }
    if (!any) {
      throw new IllegalArgumentException("no token is allowed");
    }
    return pick(masked);
  }

  private float[] penalized(float[] logits) {
    boolean repeats = options.repetitionPenalty() != 1 && !seen.isEmpty();
    boolean counts = options.frequencyPenalty() != 0 || options.presencePenalty() != 0;
    if (!repeats && !(counts && !generated.isEmpty())) {
      return logits;
    }
    float penalty = (float) options.repetitionPenalty();
    float[] changed = logits.clone();
    seen.stream()
        .takeWhile(token -> token < logits.length)
        .forEach(token ->
            changed[token] = logits[token] > 0 ? logits[token] / penalty : logits[token] * penalty);
    generated.forEach((token, count) -> {
      if (token < changed.length) {
        changed[token] -= (float) (options.presencePenalty() + count * options.frequencyPenalty());
      }
    });
    return changed;
  }

  private int pick(float[] logits) {
    if (options.temperature() == 0) {
      return Logits.argmax(logits);
    }
    var heap = new TokenHeap(logits);
    int most = options.topK() == 0 ? logits.length : Math.min(options.topK(), logits.length);
    double largest = logits[heap.peek()];
    double total = total(logits, largest, most);
    // probabilities below are relative to the likeliest token's
    var tokens = new int[Math.min(most, 64)];
    var shares = new double[tokens.length];
    int count = 0;
    double sum = 0;
    while (count < most && heap.size() > 0 && sum < options.topP() * total) {
      int token = heap.pop();
      double share = Math.exp((logits[token] - largest) / options.temperature());
      if (count > 0 && share < options.minP()) {
        break;
      }
      if (share == 0) {
        break;
      }
      if (count == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * count);
        shares = Arrays.copyOf(shares, 2 * count);
      }
      tokens[count] = token;
      shares[count++] = share;
      sum += share;
    }
    double drawn = random.nextDouble() * sum;
    for (int i = 0; i < count - 1; i++) {
      drawn -= shares[i];
      if (drawn < 0) {
        return tokens[i];
      }
    }
    return tokens[count - 1];
  }

  /** The sum of the shares of the {@code most} likeliest tokens, which top-p takes a part of. */
  private double total(float[] logits, double largest, int most) {
    double total = 0;
    if (options.topP() == 1) {
      return Double.POSITIVE_INFINITY;
    }
    if (most == logits.length) {
      for (float logit : logits) {
        total += Math.exp((logit - largest) / options.temperature());
      }
      return total;
    }
    var heap = new TokenHeap(logits);
    for (int i = 0; i < most; i++) {
      total += Math.exp((logits[heap.pop()] - largest) / options.temperature());
    }
    return total;
  }
}

package dev.coderev.model.evaluate;

/** Two models' logits for one token, compared. */
public final class TokenScore {

  private TokenScore() {}

  /**
   * The comparison.
   *
   * @param reference logits of the reference
   * @param candidate logits of the candidate, as many
   * @param right the token that the text has
   */
  public static DocumentScore of(float[] reference, float[] candidate, int right) {
    int best = largest(reference);
    int other = largest(candidate);
    double theirs = logSum(reference, reference[best]);
    double ours = logSum(candidate, candidate[other]);
    double divergence = 0;
    for (int i = 0; i < reference.length; i++) {
      double log = reference[i] - theirs;
      divergence += Math.exp(log) * (log - (candidate[i] - ours));
    }
    double before = reference[right] - theirs;
    double after = candidate[right] - ours;
    return new DocumentScore(
        1,
        -before,
        -after,
        Math.max(0, divergence),
        Math.exp(after) - Math.exp(before),
        best == other ? 1 : 0);
  }

  private static int largest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double logSum(float[] logits, double most) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum);
  }
}

package dev.coderev.model.evaluate;

/**
 * What two models made of the tokens of one document, summed over its tokens.
 *
 * @param tokens that were predicted
 * @param referenceLoss −ln p of the right tokens, by the reference
 * @param candidateLoss the same by the candidate
 * @param divergence KL(reference ‖ candidate) in nats
 * @param probabilityChange p(right) of the candidate less that of the reference
 * @param same tokens whose best guess is the same
 */
public record DocumentScore(
    long tokens,
    double referenceLoss,
    double candidateLoss,
    double divergence,
    double probabilityChange,
    long same) {

  static final DocumentScore NOTHING = new DocumentScore(0, 0, 0, 0, 0, 0);

  DocumentScore plus(DocumentScore other) {
    return new DocumentScore(
        tokens + other.tokens,
        referenceLoss + other.referenceLoss,
        candidateLoss + other.candidateLoss,
        divergence + other.divergence,
        probabilityChange + other.probabilityChange,
        same + other.same);
  }

  double perplexityRatio() {
    return Math.exp((candidateLoss - referenceLoss) / tokens);
  }

  double meanDivergence() {
    return divergence / tokens;
  }

  double meanProbabilityChange() {
    return probabilityChange / tokens;
  }

  double sameShare() {
    return (double) same / tokens;
  }
}

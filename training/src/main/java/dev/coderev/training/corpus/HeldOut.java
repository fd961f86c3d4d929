package dev.coderev.training.corpus;

/**
 * Which texts are kept away from training, to measure with: a share of them, chosen by their
 * content alone, so that a text never changes sides when the corpus grows or moves.
 */
public record HeldOut(double share) {

  public HeldOut {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("held-out share " + share + " must be between 0 and 1");
    }
  }

  public boolean has(SourceText text) {
    return text.digest().share() < share;
  }
}

package dev.coderev.model.precision;

/**
 * What storing a tensor lost.
 *
 * @param overflows finite values beyond the largest of the type, stored as that largest
 * @param nonFinite infinities and NaNs that were there before
 * @param squaredError the sum of (stored − given)² over the finite values
 * @param squaredNorm the sum of given² over the finite values
 */
public record Losses(long overflows, long nonFinite, double squaredError, double squaredNorm) {

  public static final Losses NONE = new Losses(0, 0, 0, 0);

  public Losses plus(Losses other) {
    return new Losses(
        overflows + other.overflows,
        nonFinite + other.nonFinite,
        squaredError + other.squaredError,
        squaredNorm + other.squaredNorm);
  }

  /** Root of squared error over squared norm; 0 when nothing was there. */
  public double relativeError() {
    return squaredNorm == 0 ? 0 : Math.sqrt(squaredError / squaredNorm);
  }
}

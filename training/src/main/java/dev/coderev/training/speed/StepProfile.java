package dev.coderev.training.speed;

/**
 * The time of one training step by its parts, and of a plain product of matrices beside it, in
 * seconds.
 *
 * @param tokens of the step
 * @param flops floating-point operations of the step's products, forwards and backwards
 * @param learning the gradient
 * @param update of the weights
 * @param productFlops operations that a plain product of matrices made in a second
 */
public record StepProfile(
    long tokens, double flops, double learning, double update, double productFlops) {

  /** The whole step. */
  public double seconds() {
    return learning + update;
  }

  /** The share of the speed of plain products that the step reaches. */
  public double share() {
    return flops / seconds() / productFlops;
  }

  public double tokensPerSecond() {
    return tokens / seconds();
  }
}

package dev.coderev.training.optimize;

import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Adam with decoupled weight decay (arXiv 1711.05101), on all parameters at once:
 *
 * <pre>
 * m = β₁·m + (1 − β₁)·g          v = β₂·v + (1 − β₂)·g²
 * w = w·(1 − η·λ) − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 */
public final class AdamW implements AutoCloseable {

  private final Parameters parameters;
  private final Settings settings;
  private final Tensor first;
  private final Tensor second;
  private long steps;

  /**
   * The constants of the method.
   *
   * @param decay λ, of matrices only
   * @param clip the longest gradient, by its Euclidean norm; longer ones are shortened to it
   */
  public record Settings(double beta1, double beta2, double epsilon, double decay, double clip) {

    public static final Settings DEFAULT = new Settings(0.9, 0.95, 1e-8, 0.1, 1.0);
  }

  public AdamW(Parameters parameters, Compute compute, Settings settings) {
    this.parameters = parameters;
    this.settings = settings;
    this.first = compute.zeros(parameters.count()).retainReference();
    this.second = compute.zeros(parameters.count()).retainReference();
  }

  /** The Euclidean norm of all gradients; not finite when one of them is not. */
  public double gradientNorm() {
    try (var _ = new PointerScope()) {
      return parameters.gradients().norm().item_double();
    }
  }

  /**
   * One step, with gradients shortened if they are longer than allowed.
   *
   * @param rate η
   * @param norm what {@link #gradientNorm} gives
   */
  public void step(double rate, double norm) {
    steps++;
    double shortened = norm > settings.clip() ? settings.clip() / norm : 1;
    double correction1 = 1 - Math.pow(settings.beta1(), (double) steps);
    double correction2 = 1 - Math.pow(settings.beta2(), (double) steps);
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      Tensor gradients = parameters.gradients();
      if (shortened < 1) {
        gradients.mul_(new Scalar(shortened));
      }
      first.mul_(new Scalar(settings.beta1()));
      first.add_(gradients, new Scalar(1 - settings.beta1()));
      second.mul_(new Scalar(settings.beta2()));
      second.addcmul_(gradients, gradients, new Scalar(1 - settings.beta2()));
      Tensor values = parameters.values();
      values.narrow(0, 0, parameters.decaying()).mul_(new Scalar(1 - rate * settings.decay()));
      Tensor spread =
          second
              .sqrt()
              .div_(new Scalar(Math.sqrt(correction2)))
              .add_(new Scalar(settings.epsilon()));
      values.addcdiv_(first, spread, new Scalar(-rate / correction1));
    }
  }

  /** Forgets the gradients. */
  public void zeroGradients() {
    try (var _ = new PointerScope()) {
      parameters.gradients().zero_();
    }
  }

  /** How many steps were taken. */
  public long steps() {
    return steps;
  }

  /** The moments and the count of steps, as they were. */
  public void restore(long count) {
    steps = count;
  }

  /** m, laid out as the parameters are. */
  public Tensor first() {
    return first;
  }

  /** v, laid out as the parameters are. */
  public Tensor second() {
    return second;
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}

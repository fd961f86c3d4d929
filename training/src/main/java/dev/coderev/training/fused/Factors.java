package dev.coderev.training.fused;

import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The weights of a network as the factors of its products: narrowed once for all who learn from a
 * batch, with matrices that read the same input as one.
 */
final class Factors implements AutoCloseable {

  private final Parameters parameters;
  private final Sheet values;
  private final Tensor narrowed;
  private final boolean narrow;
  private final List<Tensor> owned = new ArrayList<>();

  /**
   * A matrix as a factor.
   *
   * @param matrix [out, in]
   * @param across [in, out]
   * @param start of its numbers among all weights
   */
  record Matrix(Tensor matrix, Tensor across, long start, int out, int in) {}

  Factors(Parameters parameters, Compute compute) {
    this.parameters = parameters;
    values = new Sheet(parameters.values(), 1);
    narrow = compute.precision() == Compute.Precision.BF16;
    try (var _ = new PointerScope()) {
      narrowed =
          narrow
              ? keep(parameters.values().to(torch.ScalarType.BFloat16))
              : keep(parameters.values().detach());
    }
  }

  private synchronized Tensor keep(Tensor tensor) {
    owned.add(tensor.retainReference());
    return tensor;
  }

  boolean narrow() {
    return narrow;
  }

  Parameters parameters() {
    return parameters;
  }

  /** All weights in 32 bits, as one column. */
  Sheet values() {
    return values;
  }

  /** Follows the weights. */
  void refresh() {
    if (narrow) {
      try (var _ = new PointerScope();
          var _ = new NoGradients()) {
        narrowed.copy_(parameters.values());
      }
    }
  }

  /**
   * Matrices with the same input, one below the other.
   *
   * @param first the name of the first of them; the others follow it among the weights
   */
  Matrix matrix(String first, int out, int in) {
    long start = parameters.start(first);
    try (var _ = new PointerScope()) {
      Tensor matrix = keep(narrowed.narrow(0, start, (long) out * in).view(out, in));
      return new Matrix(matrix, keep(matrix.t()), start, out, in);
    }
  }

  @Override
  public void close() {
    values.close();
    owned.reversed().forEach(Tensor::close);
    owned.clear();
  }
}

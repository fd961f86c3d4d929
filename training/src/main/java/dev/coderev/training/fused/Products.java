package dev.coderev.training.fused;

import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The products of matrices of one worker, and the gradients of weights that it sums up. */
final class Products implements AutoCloseable {

  private final Sheet gradients;
  private final Sheet scratch;

  /**
   * @param gradients of all weights, as one column
   * @param largest numbers of a matrix
   */
  Products(Sheet gradients, long largest, boolean narrow) {
    this.gradients = gradients;
    this.scratch = Sheet.of(largest, 1, narrow);
  }

  Sheet gradients() {
    return gradients;
  }

  /** Writes x · Wᵀ into the first rows of a sheet. */
  void forward(Tensor x, Factors.Matrix weight, Tensor out) {
    torch.mm_out(out, x, weight.across());
  }

  /**
   * Adds yᵀ · x to the gradient of a matrix, and gives that of its input.
   *
   * @param y the gradient of the matrix' output
   * @param x its input
   * @param out y · W is written into it; may be {@code x}
   */
  void backward(Tensor y, Tensor x, Factors.Matrix weight, Tensor out) {
    weigh(y, x, weight);
    torch.mm_out(out, y, weight.matrix());
  }

  private void weigh(Tensor y, Tensor x, Factors.Matrix weight) {
    long count = (long) weight.out() * weight.in();
    torch.mm_out(scratch.top(count).view(weight.out(), weight.in()), y.t(), x);
    gradients.add(weight.start(), scratch, count);
  }

  /** Adds the sums of columns to the gradients of a bias. */
  void bias(Sheet gradient, int rows, long start) {
    var sums = new float[gradient.columns()];
    var read = new float[gradient.columns()];
    for (int row = 0; row < rows; row++) {
      gradient.read(row, 0, read, 0, read.length);
      IntStream.range(0, read.length).forEach(i -> sums[i] += read[i]);
    }
    gradients.add(start, sums, 0, sums.length);
  }

  @Override
  public void close() {
    scratch.close();
  }
}

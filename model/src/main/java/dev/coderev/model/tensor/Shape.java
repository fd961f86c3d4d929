package dev.coderev.model.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, row-major: the last one is contiguous. No dimensions make a scalar.
 *
 * @param dims each at least 0; their product fits a long
 */
public record Shape(List<Long> dims) {

  public Shape {
    dims = List.copyOf(dims);
    long product = 1;
    for (long dim : dims) {
      if (dim < 0) {
        throw new IllegalArgumentException("negative dimension in " + dims);
      }
      product = multiply(product, dim, dims);
    }
  }

  private static long multiply(long product, long dim, List<Long> dims) {
    try {
      return Math.multiplyExact(product, dim);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too many elements in " + dims, e);
    }
  }

  public static Shape of(long... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList());
  }

  public int rank() {
    return dims.size();
  }

  public long dim(int index) {
    return dims.get(index);
  }

  /** The product of all dimensions; 1 for a scalar. */
  public long elements() {
    return dims.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  /** The length of the contiguous dimension; 1 for a scalar. */
  public long columns() {
    return dims.isEmpty() ? 1 : dims.getLast();
  }

  /** How many contiguous rows of {@link #columns()} there are. */
  public long rows() {
    return dims.isEmpty()
        ? 1
        : dims.subList(0, dims.size() - 1).stream()
            .mapToLong(Long::longValue)
            .reduce(1, (a, b) -> a * b);
  }

  @Override
  public String toString() {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}

package dev.coderev.model.packing;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of a directory as parts of weights: a part of the wrong type or shape names itself.
 */
public record StoredParts(Path directory, Map<String, Tensor> tensors) {

  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * The part of that name.
   *
   * @throws MalformedFile when there is none
   */
  public Tensor tensor(String name) {
    return find(name).orElseThrow(() -> error(name, "is missing"));
  }

  Tensor tensor(String name, DType dtype, long... dims) {
    Tensor tensor = tensor(name);
    Shape expected = Shape.of(dims);
    if (tensor.dtype() != dtype || !tensor.shape().equals(expected)) {
      throw error(
          name,
          "is " + tensor.dtype() + " " + tensor.shape() + ", must be " + dtype + " " + expected);
    }
    return tensor;
  }

  /** A matrix of integers, whatever its shape. */
  Tensor words(String name) {
    Tensor tensor = tensor(name);
    if (tensor.dtype() != DType.I32 || tensor.shape().rank() != 2) {
      throw error(name, "must be a matrix of I32, not " + tensor.dtype() + " " + tensor.shape());
    }
    return tensor;
  }

  MalformedFile error(String name, String rule) {
    return new MalformedFile(directory, "tensor " + name, rule);
  }

  static int[] ints(Tensor tensor) {
    var ints = new int[Math.toIntExact(tensor.shape().elements())];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = tensor.data().get(LittleEndian.INT, 4L * i);
    }
    return ints;
  }

  static byte[] bytes(Tensor tensor) {
    return tensor.data().toArray(ValueLayout.JAVA_BYTE);
  }
}

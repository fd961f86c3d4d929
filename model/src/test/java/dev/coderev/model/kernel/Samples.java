package dev.coderev.model.kernel;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.tensor.Bf16;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** Random matrices, activations and tensors for the tests of kernels. */
final class Samples {

  private Samples() {}

  static Activations activations(Random random, int rows, int columns) {
    var x = new Activations(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      x.values()[i] = (float) random.nextGaussian();
    }
    x.changed(rows);
    return x;
  }

  /** A tensor of plain floats with deviation 0.02. */
  static Tensor floats(Random random, DType dtype, int rows, int columns) {
    MemorySegment data = Arena.ofAuto().allocate(dtype.bytes((long) rows * columns));
    for (int i = 0; i < rows * columns; i++) {
      float value = (float) random.nextGaussian() * 0.02f;
      switch (dtype) {
        case F32 -> data.set(ValueLayout.JAVA_FLOAT_UNALIGNED, i * 4L, value);
        case F16 -> data.set(ValueLayout.JAVA_SHORT_UNALIGNED, i * 2L, Float.floatToFloat16(value));
        default -> data.set(ValueLayout.JAVA_SHORT_UNALIGNED, i * 2L, Bf16.fromFloat(value));
      }
    }
    return new Tensor("w", dtype, Shape.of(rows, columns), data);
  }

  /** A tensor of a block type: random bytes, its half-precision numbers small. */
  static Tensor blocks(Random random, DType dtype, int rows, int columns) {
    var bytes = new byte[(int) dtype.bytes((long) rows * columns)];
    random.nextBytes(bytes);
    MemorySegment data = Arena.ofAuto().allocate(bytes.length);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, data, 0, bytes.length);
    for (long at = 0; at < bytes.length; at += dtype.blockBytes()) {
      long head = dtype == DType.Q6_K ? at + 208 : at;
      half(data, head, (float) random.nextGaussian() * 0.01f);
      if (dtype == DType.Q4_1
          || dtype == DType.Q5_1
          || dtype == DType.Q4_K
          || dtype == DType.Q5_K) {
        half(data, head + 2, (float) random.nextGaussian() * 0.05f);
      }
    }
    return new Tensor("w", dtype, Shape.of(rows, columns), data);
  }

  /** Tiles with random integers, scales and offsets. */
  static TileMatrix tiles(Random random, TileShape shape) {
    MemorySegment data = Arena.ofAuto().allocate(shape.bytes(), 64);
    for (int tile = 0; tile < shape.tiles(); tile++) {
      long at = tile * shape.tileBytes();
      for (long i = 0; i < shape.quantBytes(); i++) {
        data.set(ValueLayout.JAVA_BYTE, at + i, (byte) Math.max(-127, random.nextInt(-128, 128)));
      }
      long scales = at + shape.quantBytes();
      for (long i = 0; i < shape.scaleBytes(); i += 2) {
        half(data, scales + i, (float) random.nextGaussian() * 0.01f);
        if (shape.offsets() != Offsets.NONE) {
          float size = shape.offsets() == Offsets.IN_STEPS ? random.nextInt(-8, 9) : 0.02f;
          half(data, scales + shape.scaleBytes() + i, size);
        }
      }
    }
    return new TileMatrix(shape, data);
  }

  private static void half(MemorySegment data, long at, float value) {
    data.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, Float.floatToFloat16(value));
  }

  /** The product in double precision, from weights and activations as floats: [x.rows, w.rows]. */
  static double[] product(Matrix w, Activations x) {
    var y = new double[x.rows() * w.rows()];
    var row = new float[w.columns()];
    for (int i = 0; i < w.rows(); i++) {
      w.readRow(i, row, 0);
      for (int r = 0; r < x.rows(); r++) {
        for (int c = 0; c < row.length; c++) {
          y[r * w.rows() + i] += (double) row[c] * x.values()[r * x.width() + c];
        }
      }
    }
    return y;
  }

  static float[] multiply(Kernels kernels, Matrix w, Activations x) {
    var y = new float[x.rows() * w.rows()];
    if (w instanceof TileMatrix tiles) {
      try (var workers = new Workers(1)) {
        x.quantize(tiles.shape(), kernels, workers);
      }
    }
    kernels.multiply(w, x, 0, w.rows(), y, w.rows());
    return y;
  }

  /** Mean square of the difference over mean square of the expected. */
  static double nmse(double[] expected, float[] actual) {
    double error = 0;
    double power = 0;
    for (int i = 0; i < expected.length; i++) {
      error += (expected[i] - actual[i]) * (expected[i] - actual[i]);
      power += expected[i] * expected[i];
    }
    return error / power;
  }
}

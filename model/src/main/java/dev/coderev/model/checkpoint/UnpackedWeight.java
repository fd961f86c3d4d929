package dev.coderev.model.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.precision.Encoder;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A quantized weight as a tensor that kernels compute with.
 *
 * <p>Integers in groups of whole blocks become Q4_0 where q − z lies in −8…7 and Q8_0 where it lies
 * in −128…127; both hold them exactly, with the scale of a group repeated for each 32 columns.
 * Everything else becomes plain floats: codebooks, 8 bits with a scale a row, columns ordered by
 * activation.
 */
final class UnpackedWeight {

  private static final int BLOCK = 32;

  private UnpackedWeight() {}

  static Tensor of(String name, QuantizedWeight weight, DType plain, Arena arena) {
    if (weight instanceof GroupedWeight grouped) {
      Optional<DType> blocks = blocks(grouped);
      if (blocks.isPresent()) {
        return blocks(name, grouped, blocks.get(), arena);
      }
    }
    return floats(name, weight, plain, arena);
  }

  /** The smallest block type that holds a weight exactly. */
  private static Optional<DType> blocks(GroupedWeight weight) {
    if (!weight.isInOrder() || weight.groupSize() % BLOCK != 0 || weight.columns() % BLOCK != 0) {
      return Optional.empty();
    }
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int row = 0; row < weight.rows(); row++) {
      for (int group = 0; group < weight.groups(); group++) {
        least = Math.min(least, weight.zero(row, group));
        most = Math.max(most, weight.zero(row, group));
      }
    }
    int highest = (1 << weight.bits()) - 1 - least;
    if (most <= 8 && highest <= 7) {
      return Optional.of(DType.Q4_0);
    }
    return most <= 128 && highest <= 127 ? Optional.of(DType.Q8_0) : Optional.empty();
  }

  private static Tensor blocks(String name, GroupedWeight weight, DType dtype, Arena arena) {
    Shape shape = Shape.of(weight.rows(), weight.columns());
    MemorySegment data = arena.allocate(dtype.bytes(shape.elements()), 64);
    var steps = new int[BLOCK];
    long at = 0;
    for (int row = 0; row < weight.rows(); row++) {
      for (int column = 0; column < weight.columns(); column += BLOCK) {
        int group = weight.groupOf(column);
        int zero = weight.zero(row, group);
        for (int i = 0; i < BLOCK; i++) {
          steps[i] = weight.code(row, column + i) - zero;
        }
        data.set(LittleEndian.SHORT, at, Float.floatToFloat16(weight.scale(row, group)));
        write(steps, dtype, data, at + 2);
        at += dtype.blockBytes();
      }
    }
    return new Tensor(name, dtype, shape, data);
  }

  private static void write(int[] steps, DType dtype, MemorySegment data, long at) {
    if (dtype == DType.Q8_0) {
      for (int i = 0; i < BLOCK; i++) {
        data.set(JAVA_BYTE, at + i, (byte) steps[i]);
      }
      return;
    }
    for (int i = 0; i < BLOCK / 2; i++) {
      int pair = (steps[i] + 8) | ((steps[i + BLOCK / 2] + 8) << 4);
      data.set(JAVA_BYTE, at + i, (byte) pair);
    }
  }

  private static Tensor floats(String name, QuantizedWeight weight, DType plain, Arena arena) {
    Shape shape = Shape.of(weight.rows(), weight.columns());
    MemorySegment data = arena.allocate(plain.bytes(shape.elements()), 64);
    long rowBytes = plain.bytes(weight.columns());
    var encoder = new Encoder(name, plain, new Rounding.Nearest());
    var row = new float[weight.columns()];
    for (int r = 0; r < weight.rows(); r++) {
      weight.readRow(r, row, 0);
      encoder.encode(row, row.length, (long) r * row.length, data.asSlice(r * rowBytes, rowBytes));
    }
    return new Tensor(name, plain, shape, data);
  }
}

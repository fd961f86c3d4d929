package dev.coderev.model.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A linear weight of 4 or 8 bits as compressed-tensors packs it, and the same as GGUF blocks.
 *
 * <p>The directory holds {@code weight_packed} I32 [out, in·bits/32] (value + 2^(bits−1), low bits
 * first along a row) and {@code weight_scale} [out, in/32]; in memory it is Q4_0 or Q8_0. Both mean
 * scale times value, so going between them changes nothing.
 *
 * @see <a href="https://github.com/neuralmagic/compressed-tensors">the format</a>
 */
final class PackedWeight {

  static final int GROUP = 32;
  static final String PACKED = "_packed";
  static final String SCALE = "_scale";
  static final String SHAPE = "_shape";

  private PackedWeight() {}

  /** The block type of packed values of so many bits. */
  static DType blocks(int bits) {
    return bits == 4 ? DType.Q4_0 : DType.Q8_0;
  }

  static boolean knows(DType dtype) {
    return dtype == DType.Q4_0 || dtype == DType.Q8_0;
  }

  /** What a directory holds instead of a block tensor. */
  static List<TensorSource> split(TensorSource weight) {
    int bits = weight.dtype() == DType.Q4_0 ? 4 : 8;
    long rows = weight.shape().rows();
    long columns = weight.shape().columns();
    return List.of(
        new TensorSource(
            weight.name() + PACKED,
            DType.I32,
            Shape.of(rows, columns * bits / 32),
            out -> {
              try (var arena = Arena.ofConfined()) {
                MemorySegment packed = arena.allocate(rows * columns * bits / 8, 64);
                pack(SegmentChannel.collect(weight, arena), packed, bits);
                TensorSource.write(packed, out);
              }
            }),
        new TensorSource(
            weight.name() + SCALE,
            DType.F16,
            Shape.of(rows, columns / GROUP),
            out -> {
              try (var arena = Arena.ofConfined()) {
                MemorySegment scales = arena.allocate(rows * columns / GROUP * 2, 64);
                scales(SegmentChannel.collect(weight, arena), scales, weight.dtype());
                TensorSource.write(scales, out);
              }
            }),
        new TensorSource(
            weight.name() + SHAPE,
            DType.I64,
            Shape.of(2),
            out -> {
              MemorySegment dims = MemorySegment.ofArray(new byte[16]);
              dims.set(LittleEndian.LONG, 0, rows);
              dims.set(LittleEndian.LONG, 8, columns);
              TensorSource.write(dims, out);
            }));
  }

  private static void pack(MemorySegment blocks, MemorySegment packed, int bits)
      throws IOException {
    int blockBytes = blocks(bits).blockBytes();
    int groupBytes = GROUP * bits / 8;
    long count = blocks.byteSize() / blockBytes;
    for (long block = 0; block < count; block++) {
      long from = block * blockBytes + 2;
      long into = block * groupBytes;
      for (int j = 0; j < groupBytes; j++) {
        int value =
            bits == 8
                ? blocks.get(JAVA_BYTE, from + j) + 128
                : nibble(blocks, from, 2 * j) | nibble(blocks, from, 2 * j + 1) << 4;
        packed.set(JAVA_BYTE, into + j, (byte) value);
      }
    }
  }

  /** Code {@code j} of a Q4_0 block, whose low nibbles are its first half. */
  private static int nibble(MemorySegment blocks, long codes, int j) {
    int pair = blocks.get(JAVA_BYTE, codes + j % 16) & 0xff;
    return j < 16 ? pair & 15 : pair >> 4;
  }

  private static void scales(MemorySegment blocks, MemorySegment scales, DType dtype) {
    long count = blocks.byteSize() / dtype.blockBytes();
    for (long block = 0; block < count; block++) {
      scales.set(
          LittleEndian.SHORT,
          block * 2,
          blocks.get(LittleEndian.SHORT, block * dtype.blockBytes()));
    }
  }

  /**
   * The block tensor of packed values whose scales are halves for each group of 32.
   *
   * @param packed I32, shape [out, in·bits/32]
   * @param scale F16, shape [out, in/32]
   */
  static Tensor join(String name, int bits, Shape shape, Tensor packed, Tensor scale, Arena arena) {
    DType dtype = blocks(bits);
    MemorySegment blocks = arena.allocate(dtype.bytes(shape.elements()), 64);
    int groupBytes = GROUP * bits / 8;
    long count = shape.elements() / GROUP;
    for (long block = 0; block < count; block++) {
      long into = block * dtype.blockBytes();
      long from = block * groupBytes;
      blocks.set(LittleEndian.SHORT, into, scale.data().get(LittleEndian.SHORT, block * 2));
      if (bits == 8) {
        for (int j = 0; j < GROUP; j++) {
          int value = (packed.data().get(JAVA_BYTE, from + j) & 0xff) - 128;
          blocks.set(JAVA_BYTE, into + 2 + j, (byte) value);
        }
      } else {
        for (int j = 0; j < GROUP / 2; j++) {
          int pair = code(packed.data(), from, j) | code(packed.data(), from, j + 16) << 4;
          blocks.set(JAVA_BYTE, into + 2 + j, (byte) pair);
        }
      }
    }
    return new Tensor(name, dtype, shape, blocks);
  }

  private static int code(MemorySegment packed, long group, int j) {
    int word = packed.get(LittleEndian.INT, group + j / 8 * 4L);
    return word >>> (4 * (j % 8)) & 15;
  }
}

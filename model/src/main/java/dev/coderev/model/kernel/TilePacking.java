package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.BLOCK;
import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;

/**
 * The way from the block types of GGUF to tiles: the same integers in another order.
 *
 * <p>Scales stay as they are, except those of the K types, which are the product of two numbers and
 * are rounded to F16.
 */
final class TilePacking {

  private final Tensor tensor;
  private final TileShape shape;
  private final MemorySegment target;
  private final Kernels kernels;
  private final byte[] quants;

  /**
   * @param target {@link TileShape#bytes()} zeroed bytes
   */
  TilePacking(Tensor tensor, MemorySegment target, Kernels kernels) {
    this.kernels = kernels;
    this.tensor = tensor;
    this.shape = shape(tensor);
    this.target = target;
    this.quants = new byte[tensor.dtype().blockElements()];
  }

  static boolean packs(DType dtype) {
    return dtype.isBlock();
  }

  /** The tiles that hold a tensor of a block type. */
  static TileShape shape(Tensor tensor) {
    return shape(tensor.dtype(), tensor.shape());
  }

  static TileShape shape(DType dtype, Shape shape) {
    int rows = Math.toIntExact(shape.rows());
    int columns = Math.toIntExact(shape.columns());
    return switch (dtype) {
      case Q4_0 -> new TileShape(rows, columns, 4, 32, Offsets.NONE);
      case Q4_1, Q4_K -> new TileShape(rows, columns, 4, 32, Offsets.PLAIN);
      case Q5_0, Q8_0 -> new TileShape(rows, columns, 8, 32, Offsets.NONE);
      case Q5_1, Q5_K -> new TileShape(rows, columns, 8, 32, Offsets.PLAIN);
      case Q6_K -> new TileShape(rows, columns, 8, 16, Offsets.NONE);
      default -> throw new IllegalArgumentException(dtype + " has no blocks");
    };
  }

  /** Packs tiles {@code from} to {@code to}. */
  void pack(int from, int to) {
    int columns = shape.columns();
    int perRow = columns / tensor.dtype().blockElements();
    long rowBytes = tensor.dtype().bytes(columns);
    for (int tile = from; tile < to; tile++) {
      int rows = Math.min(TILE_ROWS, shape.rows() - tile * TILE_ROWS);
      if (tensor.dtype() == DType.Q4_0 || tensor.dtype() == DType.Q8_0) {
        long first = tile * (long) TILE_ROWS * rowBytes;
        var blocks =
            new BlockRows(tensor.data(), first, rowBytes, rows, shape.groups(), shape.bits());
        long at = tile * shape.tileBytes();
        kernels.pack(blocks, target, at, at + shape.quantBytes());
        continue;
      }
      for (int lane = 0; lane < rows; lane++) {
        long at = (tile * (long) TILE_ROWS + lane) * rowBytes;
        for (int b = 0; b < perRow; b++) {
          block(at, tile * shape.tileBytes(), lane, b);
          at += tensor.dtype().blockBytes();
        }
      }
    }
  }

  private void block(long at, long tile, int lane, int index) {
    MemorySegment from = tensor.data();
    switch (tensor.dtype()) {
      case Q4_1 -> {
        words(from, at, 4, 4, tile, lane, index);
        target.set(
            LittleEndian.SHORT, offsetAt(tile, lane, index), from.get(LittleEndian.SHORT, at + 2));
      }
      case Q5_0 -> fives(at + 2, 16, at, tile, lane, index);
      case Q5_1 -> {
        fives(at + 4, 0, at, tile, lane, index);
        target.set(
            LittleEndian.SHORT, offsetAt(tile, lane, index), from.get(LittleEndian.SHORT, at + 2));
      }
      case Q4_K -> superBlock(at, 16, tile, lane, index);
      case Q5_K -> superBlock(at, 48, tile, lane, index);
      case Q6_K -> sixes(at, tile, lane, index);
      default -> throw new IllegalArgumentException(tensor.dtype() + " has no blocks");
    }
  }

  private long scaleAt(long tile, int lane, int group) {
    return tile + shape.quantBytes() + ((long) group * TILE_ROWS + lane) * Short.BYTES;
  }

  private long offsetAt(long tile, int lane, int group) {
    return scaleAt(tile, lane, group) + shape.scaleBytes();
  }

  /** A block whose integers are in the order of tiles already. */
  private void words(
      MemorySegment from, long at, int head, int count, long tile, int lane, int index) {
    long to = tile + (long) index * count * 4 * TILE_ROWS + lane * 4L;
    for (int l = 0; l < count; l++) {
      target.set(
          LittleEndian.INT,
          to + l * 4L * TILE_ROWS,
          from.get(LittleEndian.INT, at + head + l * 4L));
    }
    target.set(LittleEndian.SHORT, scaleAt(tile, lane, index), from.get(LittleEndian.SHORT, at));
  }

  private void fives(long bits, int zero, long scale, long tile, int lane, int index) {
    MemorySegment from = tensor.data();
    int high = from.get(LittleEndian.INT, bits);
    for (int j = 0; j < 16; j++) {
      int pair = from.get(JAVA_BYTE, bits + 4 + j);
      quants[j] = (byte) (((pair & 15) | ((high >>> j) & 1) << 4) - zero);
      quants[j + 16] = (byte) ((((pair >> 4) & 15) | ((high >>> (j + 16)) & 1) << 4) - zero);
    }
    put(tile, lane, index, 0);
    target.set(LittleEndian.SHORT, scaleAt(tile, lane, index), from.get(LittleEndian.SHORT, scale));
  }

  /** Puts 32 integers of {@link #quants} into block {@code index} of a row. */
  private void put(long tile, int lane, int index, int from) {
    long to = tile + (long) index * BLOCK * TILE_ROWS * shape.bits() / 8;
    if (shape.bits() == 8) {
      for (int j = 0; j < BLOCK; j++) {
        target.set(JAVA_BYTE, to + TileMatrix.byteInBlock(lane, j), quants[from + j]);
      }
      return;
    }
    for (int j = 0; j < 16; j++) {
      int pair = quants[from + j] | quants[from + j + 16] << 4;
      target.set(JAVA_BYTE, to + TileMatrix.byteInBlock(lane, j), (byte) pair);
    }
  }

  /** Q4_K and Q5_K: eight sub-blocks of 32 with 6-bit scales and minima. */
  private void superBlock(long at, int nibbles, long tile, int lane, int index) {
    MemorySegment from = tensor.data();
    float d = Float.float16ToFloat(from.get(LittleEndian.SHORT, at));
    float least = Float.float16ToFloat(from.get(LittleEndian.SHORT, at + 2));
    boolean five = nibbles == 48;
    for (int j = 0; j < 8; j++) {
      for (int l = 0; l < BLOCK; l++) {
        int pair = from.get(JAVA_BYTE, at + nibbles + (j / 2) * 32L + l) & 0xff;
        int high = five ? ((from.get(JAVA_BYTE, at + 16 + l) >> j) & 1) << 4 : 0;
        quants[j * BLOCK + l] = (byte) ((j % 2 == 0 ? pair & 15 : pair >> 4) | high);
      }
      int group = index * 8 + j;
      put(tile, lane, group, j * BLOCK);
      float step = d * sixBits(at + 4, j, 0);
      float low = -least * sixBits(at + 4, j, 4);
      target.set(LittleEndian.SHORT, scaleAt(tile, lane, group), Float.floatToFloat16(step));
      target.set(LittleEndian.SHORT, offsetAt(tile, lane, group), Float.floatToFloat16(low));
    }
  }

  /** Scale ({@code kind} 0) or minimum (4) of a sub-block among the twelve scale bytes. */
  private int sixBits(long at, int j, int kind) {
    MemorySegment from = tensor.data();
    if (j < 4) {
      return from.get(JAVA_BYTE, at + j + kind) & 63;
    }
    int low = from.get(JAVA_BYTE, at + j + 4) & 0xff;
    int high = from.get(JAVA_BYTE, at + j - 4 + kind) & 0xff;
    return (kind == 0 ? low & 15 : low >> 4) | (high >> 6) << 4;
  }

  private void sixes(long at, long tile, int lane, int index) {
    MemorySegment from = tensor.data();
    float d = Float.float16ToFloat(from.get(LittleEndian.SHORT, at + 208));
    for (int half = 0; half < 2; half++) {
      for (int l = 0; l < 32; l++) {
        int twos = from.get(JAVA_BYTE, at + 128 + half * 32L + l) & 0xff;
        for (int part = 0; part < 4; part++) {
          int pair = from.get(JAVA_BYTE, at + half * 64L + l + (part % 2) * 32L) & 0xff;
          int four = part < 2 ? pair & 15 : pair >> 4;
          quants[half * 128 + part * 32 + l] =
              (byte) ((four | ((twos >> (2 * part)) & 3) << 4) - 32);
        }
      }
    }
    for (int b = 0; b < 8; b++) {
      put(tile, lane, index * 8 + b, b * BLOCK);
    }
    for (int g = 0; g < 16; g++) {
      float step = d * from.get(JAVA_BYTE, at + 192 + g);
      target.set(
          LittleEndian.SHORT, scaleAt(tile, lane, index * 16 + g), Float.floatToFloat16(step));
    }
  }
}

package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.BLOCK;
import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The way from a weight of few bits to tiles: the same codes in another order, their scales as
 * halves. Two and three bits take the room of four.
 */
final class QuantizedPacking {

  /** Columns that share the copy of a row's scale. */
  private static final int ROW_GROUP = 128;

  private static final float LARGEST_HALF = 65504;

  private final QuantizedWeight weight;
  private final TileShape shape;
  private final MemorySegment target;

  /**
   * @param shape that {@link #shape} gave
   * @param target {@link TileShape#bytes()} zeroed bytes
   */
  QuantizedPacking(QuantizedWeight weight, TileShape shape, MemorySegment target) {
    this.weight = weight;
    this.shape = shape;
    this.target = target;
  }

  /** The tiles that hold a weight; empty when none do. */
  static Optional<TileShape> shape(QuantizedWeight weight) {
    return switch (weight) {
      case GroupedWeight grouped -> grouped(grouped);
      case CodebookWeight codes -> codes(codes);
      case RowScaledWeight rows -> Optional.of(rows(rows));
    };
  }

  private static Optional<TileShape> grouped(GroupedWeight weight) {
    int unit = weight.bits() == 8 ? 16 : BLOCK;
    if (!weight.isInOrder() || weight.groupSize() % unit != 0) {
      return Optional.empty();
    }
    int least = 255;
    int most = 0;
    for (int row = 0; row < weight.rows(); row++) {
      for (int group = 0; group < weight.groups(); group++) {
        least = Math.min(least, weight.zero(row, group));
        most = Math.max(most, weight.zero(row, group));
        if (weight.scale(row, group) > LARGEST_HALF) {
          return Optional.empty();
        }
      }
    }
    boolean plain =
        weight.bits() == 8
            ? least == 128 && most == 128
            : most <= 8 && (1 << weight.bits()) - 1 - least <= 7;
    return Optional.of(
        new TileShape(
            weight.rows(),
            weight.columns(),
            weight.bits() == 8 ? 8 : 4,
            weight.groupSize(),
            plain ? Offsets.NONE : Offsets.IN_STEPS));
  }

  private static Optional<TileShape> codes(CodebookWeight weight) {
    if (weight.columns() % weight.blockSize() != 0 || weight.blockSize() % BLOCK != 0) {
      return Optional.empty();
    }
    for (int block = 0; block < weight.scales().count(); block++) {
      if (Math.abs(weight.scales().at(block)) > LARGEST_HALF) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new TileShape(
            weight.rows(),
            weight.columns(),
            4,
            weight.blockSize(),
            Offsets.NONE,
            Optional.of(weight.book())));
  }

  private static TileShape rows(RowScaledWeight weight) {
    return new TileShape(weight.rows(), weight.columns(), 8, ROW_GROUP, Offsets.NONE);
  }

  /** Packs tiles {@code from} to {@code to}. */
  void pack(int from, int to) {
    for (int tile = from; tile < to; tile++) {
      int rows = Math.min(TILE_ROWS, shape.rows() - tile * TILE_ROWS);
      for (int lane = 0; lane < rows; lane++) {
        int row = tile * TILE_ROWS + lane;
        long at = tile * shape.tileBytes();
        switch (weight) {
          case GroupedWeight grouped -> row(grouped, row, at, lane);
          case CodebookWeight codes -> row(codes, row, at, lane);
          case RowScaledWeight rowScaled -> row(rowScaled, row, at, lane);
        }
      }
    }
  }

  private void row(GroupedWeight grouped, int row, long tile, int lane) {
    boolean plain = shape.offsets() == Offsets.NONE;
    int middle = shape.bits() == 8 ? 128 : 8;
    var codes = new byte[shape.paddedColumns()];
    for (int g = 0; g < shape.groups(); g++) {
      int zero = grouped.zero(row, g);
      int shift = (plain ? middle - zero : 0) - (shape.bits() == 8 ? middle : 0);
      int end = Math.min(shape.columns(), (g + 1) * shape.group());
      for (int c = g * shape.group(); c < end; c++) {
        codes[c] = (byte) (grouped.code(row, c) + shift);
      }
      half(tile + shape.quantBytes(), g, lane, grouped.scale(row, g));
      if (!plain) {
        half(tile + shape.quantBytes() + shape.scaleBytes(), g, lane, middle - zero);
      }
    }
    put(codes, tile, lane);
  }

  private void row(CodebookWeight weight, int row, long tile, int lane) {
    var codes = new byte[shape.paddedColumns()];
    for (int c = 0; c < shape.columns(); c++) {
      codes[c] = (byte) weight.code(row * shape.columns() + c);
    }
    for (int g = 0; g < shape.groups(); g++) {
      half(tile + shape.quantBytes(), g, lane, weight.scales().at(row * shape.groups() + g));
    }
    put(codes, tile, lane);
  }

  private void row(RowScaledWeight weight, int row, long tile, int lane) {
    var codes = new byte[shape.paddedColumns()];
    for (int c = 0; c < shape.columns(); c++) {
      codes[c] = (byte) weight.code(row, c);
    }
    for (int g = 0; g < shape.groups(); g++) {
      half(tile + shape.quantBytes(), g, lane, weight.absmax(row) / 127);
    }
    put(codes, tile, lane);
  }

  private void half(long from, int group, int lane, float value) {
    long at = from + ((long) group * TILE_ROWS + lane) * Short.BYTES;
    target.set(LittleEndian.SHORT, at, Float.floatToFloat16(value));
  }

  private void put(byte[] codes, long tile, int lane) {
    int blockBytes = BLOCK * TILE_ROWS * shape.bits() / 8;
    for (int b = 0; b < codes.length / BLOCK; b++) {
      long block = tile + (long) b * blockBytes;
      for (int j = 0; j < BLOCK * shape.bits() / 8; j++) {
        int from = b * BLOCK + j;
        int value = shape.bits() == 8 ? codes[from] : codes[from] | codes[from + 16] << 4;
        target.set(JAVA_BYTE, block + TileMatrix.byteInBlock(lane, j), (byte) value);
      }
    }
  }
}

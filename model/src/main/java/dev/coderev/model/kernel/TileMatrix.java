package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.BLOCK;
import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;

/**
 * A matrix of 4-bit or 8-bit integers with scales, sixteen rows interleaved.
 *
 * <p>A tile holds 16 rows: first its integers, block after block of 32 columns, then the scales
 * [group, row] in F16, then the offsets likewise. In a block, word {@code l} (32 bits) of all 16
 * rows lie side by side, so that one vector load takes the same columns of 16 rows:
 *
 * <pre>
 * 4 bits, 4 words: byte b of a row holds column b in its low and column b + 16 in its high nibble, plus 8
 * 8 bits, 8 words: byte b of a row holds column b, signed
 * </pre>
 *
 * Codes of a codebook lie like 4-bit integers, without the 8.
 */
public final class TileMatrix implements Matrix {

  private final TileShape shape;
  private final MemorySegment data;

  /**
   * @param data {@link TileShape#bytes()} bytes, aligned to 64 for speed
   */
  public TileMatrix(TileShape shape, MemorySegment data) {
    if (data.byteSize() != shape.bytes()) {
      throw new IllegalArgumentException(shape + " needs " + shape.bytes() + " bytes");
    }
    this.shape = shape;
    this.data = data;
  }

  public TileShape shape() {
    return shape;
  }

  MemorySegment data() {
    return data;
  }

  @Override
  public int rows() {
    return shape.rows();
  }

  @Override
  public int columns() {
    return shape.columns();
  }

  @Override
  public long bytes() {
    return data.byteSize();
  }

  @Override
  public String format() {
    return shape.format();
  }

  /** Where byte {@code index} of a row's block lies within the block of its tile. */
  static int byteInBlock(int rowInTile, int index) {
    return (index >> 2) * (TILE_ROWS * 4) + rowInTile * 4 + (index & 3);
  }

  /** The integer of a weight; of a codebook's code, the step that kernels multiply with. */
  int quant(int row, int column) {
    int stored = stored(row, column);
    return shape.book().map(it -> CodeSteps.of(it).step(stored)).orElse(stored - shape.zero());
  }

  private int stored(int row, int column) {
    long tile = (row / TILE_ROWS) * shape.tileBytes();
    int lane = row % TILE_ROWS;
    int inBlock = column % BLOCK;
    long block = tile + (column / BLOCK) * (long) BLOCK * TILE_ROWS * shape.bits() / 8;
    if (shape.bits() == 8) {
      return data.get(JAVA_BYTE, block + byteInBlock(lane, inBlock));
    }
    int pair = data.get(JAVA_BYTE, block + byteInBlock(lane, inBlock % 16)) & 0xff;
    return inBlock < 16 ? pair & 15 : pair >> 4;
  }

  float scale(int row, int group) {
    return half(row, group, shape.quantBytes());
  }

  /** What is added to scale · q, whichever way it is stored. */
  float shift(int row, int group) {
    if (shape.offsets() == Offsets.NONE) {
      return 0;
    }
    float offset = half(row, group, shape.quantBytes() + shape.scaleBytes());
    return switch (shape.offsets()) {
      case NONE -> 0;
      case IN_STEPS -> scale(row, group) * offset;
      case PLAIN -> offset + shape.zero() * scale(row, group);
    };
  }

  private float half(int row, int group, long from) {
    long tile = (row / TILE_ROWS) * shape.tileBytes();
    long at = tile + from + ((long) group * TILE_ROWS + row % TILE_ROWS) * Short.BYTES;
    return Float.float16ToFloat(data.get(LittleEndian.SHORT, at));
  }

  @Override
  public void readRow(int row, float[] into, int offset) {
    for (int g = 0; g < shape.groups(); g++) {
      float scale = scale(row, g);
      float shift = shift(row, g);
      int end = Math.min(shape.columns(), (g + 1) * shape.group());
      for (int c = g * shape.group(); c < end; c++) {
        into[offset + c] = scale * number(row, c) + shift;
      }
    }
  }

  /** What is scaled: an integer, or the number that a code stands for. */
  private float number(int row, int column) {
    int stored = stored(row, column);
    return shape.book().map(it -> it.value(stored)).orElse((float) (stored - shape.zero()));
  }
}

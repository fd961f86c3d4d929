package dev.coderev.model.kernel;

import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;

/**
 * Activations as signed bytes in the order in which {@link TileRoutine} reads them: panels of up to
 * twelve rows, in a panel group after group, in a group row after row a record of
 *
 * <pre>
 * scale: float | scale · Σ x: float | −zero · Σ x: int | unused | x: a byte for each column
 * </pre>
 *
 * where the zero is what the weights' bytes are stored above their integers.
 */
final class ByteRecords {

  /** Rows of a panel: their sums and what they share fill the 32 vector registers. */
  static final int PANEL = 12;

  static final int SCALE = 0;
  static final int SUM = 4;
  static final int START = 8;
  static final int HEAD = 16;

  private byte[] bytes = {};
  private MemorySegment records = MemorySegment.ofArray(bytes);
  private int rows;
  private int groups;
  private int group;
  private int zero;

  /** Makes room for rows of activations that meet weights of a shape. */
  void prepare(TileShape shape, int count) {
    rows = count;
    groups = shape.groups();
    group = shape.group();
    zero = zero(shape);
    int needed = Math.multiplyExact(rows, groups * (HEAD + group));
    if (bytes.length < needed) {
      bytes = new byte[needed];
      records = MemorySegment.ofArray(bytes);
    }
  }

  private static int zero(TileShape shape) {
    return shape.book().isPresent() ? CodeSteps.MOST : 1 << (shape.bits() - 1);
  }

  /**
   * Stores a group of a row.
   *
   * @param total of its integers
   */
  void put(int row, int index, float scale, int total, byte[] x, int from) {
    int at = at(row, index);
    records.set(LittleEndian.FLOAT, at + SCALE, scale);
    records.set(LittleEndian.FLOAT, at + SUM, scale * total);
    records.set(LittleEndian.INT, at + START, -zero * total);
    System.arraycopy(x, from, bytes, at + HEAD, group);
  }

  private int at(int row, int index) {
    int panel = row / PANEL;
    int size = Math.min(PANEL, rows - panel * PANEL);
    int before = panel * PANEL * groups + index * size + row % PANEL;
    return before * (HEAD + group);
  }

  /** What the weights' bytes are stored above their integers. */
  int zero() {
    return zero;
  }

  /** From the first record of a row on. */
  MemorySegment from(int row) {
    return records.asSlice(at(row, 0));
  }

  /** The bytes from one record of a row to its next. */
  long nextOf(int row) {
    return groupBytes(Math.min(PANEL, rows - row / PANEL * PANEL));
  }

  /** The records of a panel. */
  MemorySegment panel(int firstRow) {
    return records.asSlice((long) firstRow * groups * (HEAD + group));
  }

  /** The bytes from one group of a panel of some rows to the next. */
  long groupBytes(int count) {
    return (long) count * (HEAD + group);
  }
}

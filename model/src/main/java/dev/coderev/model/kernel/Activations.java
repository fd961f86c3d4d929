package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.BLOCK;

import org.jspecify.annotations.Nullable;

/**
 * Rows of activations, as floats and, for a {@link TileMatrix}, as signed bytes with scales.
 *
 * <p>The bytes of a group of columns share the scale absmax / 127. They are kept as the multiplier
 * pairs that the tile kernels broadcast: a pair holds, for the even and the odd 16-bit lane, what
 * the lane's word is multiplied by after it was shifted right by 0, 4, 8 and 12 (4 bits) or split
 * into its low and high byte (8 bits). With x₀…x₃ the activations of the four nibbles of a word w,
 * and because w ≫ 4i = nᵢ + 16·(w ≫ 4(i+1)),
 *
 * <pre>
 * Σ nᵢ·xᵢ = w·x₀ + (w≫4)·(x₁ − 16·x₀) + (w≫8)·(x₂ − 16·x₁) + (w≫12)·(x₃ − 16·x₂)   modulo 2¹⁶
 * </pre>
 *
 * which spares the masks. The sum over a block of 32 columns is exact because with 8 taken off each
 * nibble it is at most 16·8·127 in each lane.
 *
 * <p>For codes of a codebook the word holds two looked-up bytes t + 64 (see {@link CodeSteps}),
 *
 * <pre>
 * Σ tᵢ·xᵢ = w·x₀ + (w≫8)·(x₁ − 256·x₀) − 64·(x₀ + x₁)   modulo 2¹⁶
 * </pre>
 *
 * and a sum is exact over two words of a block, 8 products of at most 64·63 in each lane.
 */
public final class Activations {

  /** How the integers lie that tiles are multiplied with. */
  public enum Form {
    /** Pairs of multipliers, for 16-bit lanes. */
    PAIRS,
    /** Bytes, for products of bytes. */
    RECORDS
  }

  /** Keeps the even lane's sum of codes positive, so that sums of words can be taken apart. */
  static final int LOW_START = 1 << 15;

  private final int width;
  private final float[] values;
  private int rows;

  private @Nullable TileShape shape;
  private Form form = Form.PAIRS;
  private final ByteRecords records = new ByteRecords();
  private int[] pairs = {};
  private int[] starts = {};
  private float[] scales = {};
  private float[] sums = {};

  /**
   * @param most rows that fit
   * @param width columns of each row
   */
  public Activations(int most, int width) {
    this.width = width;
    this.values = new float[Math.multiplyExact(most, width)];
  }

  public int width() {
    return width;
  }

  /** How many rows are in use. */
  public int rows() {
    return rows;
  }

  /** The floats, row after row; {@link #changed} must follow a change. */
  public float[] values() {
    return values;
  }

  /** Says that the first {@code count} rows hold new floats. */
  public void changed(int count) {
    if (count < 0 || (long) count * width > values.length) {
      throw new IndexOutOfBoundsException(count + " rows of " + width + " in " + values.length);
    }
    rows = count;
    shape = null;
  }

  /** Makes the signed bytes for a matrix; nothing is done when they are there already. */
  public void quantize(TileShape wanted, Kernels kernels, Workers workers) {
    if (wanted.columns() != width) {
      throw new IllegalArgumentException("columns " + wanted.columns() + ", activations " + width);
    }
    Form needed = kernels.form(wanted, rows);
    if (shape != null && shape.readsLike(wanted) && form == needed) {
      return;
    }
    shape = null;
    form = needed;
    scales = atLeast(scales, rows * wanted.groups());
    sums = atLeast(sums, rows * wanted.groups());
    if (needed == Form.RECORDS) {
      records.prepare(wanted, rows);
    } else {
      pairs = atLeast(pairs, rows * wanted.paddedColumns() / 2);
      starts = atLeast(starts, 2 * rows * wanted.paddedColumns() / BLOCK);
    }
    workers.run(rows, r -> quantizeRow(wanted, kernels, r));
    shape = wanted;
  }

  private void quantizeRow(TileShape wanted, Kernels kernels, int row) {
    if (form == Form.RECORDS && kernels.round(wanted, values, row * width, records, row)) {
      return;
    }
    var bytes = new byte[wanted.paddedColumns()];
    round(wanted, kernels, row, bytes);
    if (form == Form.RECORDS) {
      return;
    }
    int blocks = bytes.length / BLOCK;
    for (int b = 0; b < blocks; b++) {
      int at = (row * blocks + b) * 16;
      if (wanted.book().isPresent()) {
        codePairs(bytes, b * BLOCK, at, 2 * (row * blocks + b));
      } else if (wanted.bits() == 4) {
        starts[row * blocks + b] = nibblePairs(bytes, b * BLOCK, at);
      } else {
        bytePairs(bytes, b * BLOCK, at);
      }
    }
  }

  private static int[] atLeast(int[] array, int length) {
    return array.length >= length ? array : new int[length];
  }

  private static float[] atLeast(float[] array, int length) {
    return array.length >= length ? array : new float[length];
  }

  /** The largest byte that activations are rounded to. */
  static int most(TileShape shape) {
    return shape.book().isPresent() ? 63 : 127;
  }

  private void round(TileShape wanted, Kernels kernels, int row, byte[] bytes) {
    int unit = wanted.book().map(it -> CodeSteps.of(it).unit()).orElse(1);
    for (int g = 0; g < wanted.groups(); g++) {
      int from = g * wanted.group();
      int count = Math.min(width - from, wanted.group());
      float scale = kernels.most(values, row * width + from, count) / most(wanted);
      float inverse = scale == 0 ? 0 : 1 / scale;
      int sum = kernels.round(values, row * width + from, count, inverse, bytes, from);
      int at = row * wanted.groups() + g;
      scales[at] = scale / unit;
      sums[at] = scale * sum;
      if (form == Form.RECORDS) {
        records.put(row, g, scales[at], sum, bytes, from);
      }
    }
  }

  /** The pairs of a block of 4-bit weights; gives the pair that takes 8 off each nibble. */
  private int nibblePairs(byte[] x, int from, int at) {
    int even = 0;
    int odd = 0;
    for (int word = 0; word < 4; word++) {
      int c = from + 4 * word;
      for (int n = 0; n < 4; n++) {
        pairs[at + 4 * word + n] = pair(nibble(x, c, n), nibble(x, c + 2, n));
      }
      even += x[c] + x[c + 1] + x[c + 16] + x[c + 17];
      odd += x[c + 2] + x[c + 3] + x[c + 18] + x[c + 19];
    }
    return pair(-8 * even, -8 * odd);
  }

  /** The multiplier of nibble {@code n} of the 16-bit lane that begins with column {@code c}. */
  private static int nibble(byte[] x, int c, int n) {
    return switch (n) {
      case 0 -> x[c];
      case 1 -> x[c + 16] - 16 * x[c];
      case 2 -> x[c + 1] - 16 * x[c + 16];
      default -> x[c + 17] - 16 * x[c + 1];
    };
  }

  /** The pairs of a block of codes, and the two pairs that its two sums begin with. */
  private void codePairs(byte[] x, int from, int at, int startAt) {
    for (int half = 0; half < 2; half++) {
      int even = 0;
      int odd = 0;
      for (int word = 2 * half; word < 2 * half + 2; word++) {
        int c = from + 4 * word;
        for (int n = 0; n < 2; n++, c += 16) {
          int to = at + 4 * word + 2 * n;
          pairs[to] = pair(x[c], x[c + 2]);
          pairs[to + 1] = pair(x[c + 1] - 256 * x[c], x[c + 3] - 256 * x[c + 2]);
          even += x[c] + x[c + 1];
          odd += x[c + 2] + x[c + 3];
        }
      }
      starts[startAt + half] = pair(LOW_START - CodeSteps.MOST * even, -CodeSteps.MOST * odd);
    }
  }

  private void bytePairs(byte[] x, int from, int at) {
    for (int word = 0; word < 8; word++) {
      int c = from + 4 * word;
      pairs[at + 2 * word] = pair(x[c], x[c + 2]);
      pairs[at + 2 * word + 1] = pair(x[c + 1], x[c + 3]);
    }
  }

  private static int pair(int even, int odd) {
    return (even & 0xffff) | (odd << 16);
  }

  /** How the integers lie. */
  Form form() {
    return form;
  }

  /** 16 pairs for each block of each row. */
  int[] pairs() {
    return pairs;
  }

  /** What the sum of each block, or of each half block of codes, begins with; 4 bits only. */
  int[] starts() {
    return starts;
  }

  /** The bytes of {@link Form#RECORDS}. */
  ByteRecords records() {
    return records;
  }

  /** The scale of each group of each row. */
  float[] scales() {
    return scales;
  }

  /** Scale times sum of bytes, for each group of each row. */
  float[] sums() {
    return sums;
  }
}

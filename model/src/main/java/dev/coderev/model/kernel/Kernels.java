package dev.coderev.model.kernel;

import java.lang.foreign.MemorySegment;

/**
 * The arithmetic that takes a transformer's time. Every method may run on many threads at once, on
 * ranges that do not overlap; what a range gives does not depend on how the work was divided.
 */
public interface Kernels {

  /** How many rows of a matrix are best multiplied by one call, or a multiple of it. */
  int ROWS = NibbleStreams.TILES * TileShape.TILE_ROWS;

  /** What runs, for people: {@code scalar}, {@code vector-512} or {@code vector-512+vnni}. */
  String name();

  /** The form of so many rows of activations that tiles of this shape are multiplied with. */
  Activations.Form form(TileShape shape, int rows);

  /**
   * Multiplies some rows of a matrix with all rows of the activations: {@code y[r · stride + row] =
   * W[row] · x[r]}.
   *
   * <p>For a {@link TileMatrix} the activations must have been {@linkplain Activations#quantize
   * quantized} for its shape and these kernels.
   *
   * @param from first row, a multiple of {@link TileShape#TILE_ROWS}
   * @param to end of the rows, such a multiple or all rows
   */
  void multiply(Matrix w, Activations x, int from, int to, float[] y, int stride);

  /** Packs rows into a tile, whose scales begin at {@code scales}. */
  default void pack(BlockRows rows, MemorySegment to, long tile, long scales) {
    rows.pack(to, tile, scales);
  }

  /** The largest absolute value of {@code count} floats. */
  float most(float[] x, int at, int count);

  /**
   * Rounds {@code count} floats times {@code factor} to signed bytes, ties to even, and gives their
   * sum.
   */
  int round(float[] x, int at, int count, float factor, byte[] into, int intoAt);

  /**
   * Rounds a row to its records at once; false where it must be done group by group.
   *
   * @param at where it begins
   */
  default boolean round(TileShape shape, float[] x, int at, ByteRecords records, int row) {
    return false;
  }

  /** The inner product of {@code count} floats. */
  float dot(float[] a, int aAt, float[] b, int bAt, int count);

  /** {@code y += a · x} on {@code count} floats. */
  void addScaled(float a, float[] x, int xAt, float[] y, int yAt, int count);

  /**
   * The inner products of a vector with the columns of a matrix: {@code out[c] = factor · Σ
   * x[i]·m[i · columns + c]}.
   *
   * @param columns a multiple of 16
   */
  void columnDots(float[] x, int xAt, int count, float[] m, int columns, float factor, float[] out);

  /** {@code y += Σ a[r] · m[r · count + …]} over the rows {@code from} to {@code to}. */
  void addScaledRows(float[] a, int from, int to, float[] m, float[] y, int yAt, int count);

  /** {@code y *= a} on {@code count} floats. */
  void scale(float a, float[] y, int at, int count);

  /**
   * Replaces scores by {@code exp(score − most)} and gives their sum.
   *
   * @param most at least the largest score
   */
  float exponentials(float[] scores, int at, int count, float most);

  /**
   * Lets all queries of a panel look at a page.
   *
   * @param next what they look at afterwards, so that memory can be asked ahead; else the page
   */
  default void attend(QueryPanel queries, HeadPage page, HeadPage next) {
    queries.attend(page, this);
  }

  /** {@code gate = silu(gate) · up}, where silu(z) = z / (1 + exp(−z)). */
  void swiglu(float[] gate, float[] up, int at, int count);

  /** {@code out = x · weight / sqrt(mean(x²) + epsilon)}. */
  void rmsNorm(
      float[] x, int xAt, float[] weight, float epsilon, float[] out, int outAt, int count);

  /** Turns {@code count} halves, two bytes each from byte {@code at}, into floats. */
  void halvesToFloats(MemorySegment halves, long at, float[] into, int intoAt, int count);

  /** Rounds {@code count} floats to halves. */
  void floatsToHalves(float[] from, int fromAt, MemorySegment halves, long at, int count);

  /**
   * Turns {@code rows} rows of {@code count} signed bytes into floats; row r has the float at byte
   * {@code scales + 4·r} as its scale.
   */
  void bytesToFloats(
      MemorySegment bytes, long at, long scales, float[] into, int intoAt, int count, int rows);

  /** Rounds {@code count} floats to signed bytes and stores their scale, absmax / 127. */
  void floatsToBytes(
      float[] from, int fromAt, MemorySegment bytes, long at, long scaleAt, int count);

  /**
   * The kernels of this machine: vectors when the JVM has the module for them, and assembled code
   * where the processor multiplies bytes.
   */
  static Kernels best() {
    if (!VectorKernels.available()) {
      return new ScalarKernels();
    }
    return MachineKernels.find().map(Kernels.class::cast).orElseGet(VectorKernels::new);
  }
}

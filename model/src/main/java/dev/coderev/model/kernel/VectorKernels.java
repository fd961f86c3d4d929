package dev.coderev.model.kernel;

import java.lang.foreign.MemorySegment;

/** The kernels in the Vector API, as wide as the machine's vectors are. */
public class VectorKernels implements Kernels {

  /** For what is written once and read many times. */
  private final ScalarKernels scalar = new ScalarKernels();

  /** Whether this JVM was started with the module of the Vector API. */
  public static boolean available() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  @Override
  public String name() {
    return "vector-" + Lanes.BITS;
  }

  @Override
  public Activations.Form form(TileShape shape, int rows) {
    return Activations.Form.PAIRS;
  }

  @Override
  public void multiply(Matrix w, Activations x, int from, int to, float[] y, int stride) {
    switch (w) {
      case RowMatrix rows -> RowKernels.multiply(rows, x, from, to, y, stride);
      case TileMatrix tiles -> TileKernels.multiply(tiles, x, from, to, y, stride);
    }
  }

  @Override
  public float most(float[] x, int at, int count) {
    return FloatKernels.most(x, at, count);
  }

  @Override
  public int round(float[] x, int at, int count, float factor, byte[] into, int intoAt) {
    return FloatKernels.round(x, at, count, factor, into, intoAt);
  }

  @Override
  public float dot(float[] a, int aAt, float[] b, int bAt, int count) {
    return FloatKernels.dot(a, aAt, b, bAt, count);
  }

  @Override
  public void addScaled(float a, float[] x, int xAt, float[] y, int yAt, int count) {
    FloatKernels.addScaled(a, x, xAt, y, yAt, count);
  }

  @Override
  public void columnDots(
      float[] x, int xAt, int count, float[] m, int columns, float factor, float[] out) {
    FloatKernels.columnDots(x, xAt, count, m, columns, factor, out);
  }

  @Override
  public void addScaledRows(float[] a, int from, int to, float[] m, float[] y, int yAt, int count) {
    FloatKernels.addScaledRows(a, from, to, m, y, yAt, count);
  }

  @Override
  public void scale(float a, float[] y, int at, int count) {
    for (int i = at; i < at + count; i++) {
      y[i] *= a;
    }
  }

  @Override
  public float exponentials(float[] scores, int at, int count, float most) {
    return FloatKernels.exponentials(scores, at, count, most);
  }

  @Override
  public void swiglu(float[] gate, float[] up, int at, int count) {
    FloatKernels.swiglu(gate, up, at, count);
  }

  @Override
  public void rmsNorm(
      float[] x, int xAt, float[] weight, float epsilon, float[] out, int outAt, int count) {
    FloatKernels.rmsNorm(x, xAt, weight, epsilon, out, outAt, count);
  }

  @Override
  public void halvesToFloats(MemorySegment halves, long at, float[] into, int intoAt, int count) {
    FloatKernels.halvesToFloats(halves, at, into, intoAt, count);
  }

  @Override
  public void floatsToHalves(float[] from, int fromAt, MemorySegment halves, long at, int count) {
    scalar.floatsToHalves(from, fromAt, halves, at, count);
  }

  @Override
  public void bytesToFloats(
      MemorySegment bytes, long at, long scales, float[] into, int intoAt, int count, int rows) {
    FloatKernels.bytesToFloats(bytes, at, scales, into, intoAt, count, rows);
  }

  @Override
  public void floatsToBytes(
      float[] from, int fromAt, MemorySegment bytes, long at, long scaleAt, int count) {
    scalar.floatsToBytes(from, fromAt, bytes, at, scaleAt, count);
  }
}

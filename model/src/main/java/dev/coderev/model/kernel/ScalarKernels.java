package dev.coderev.model.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;

/** The reference: every kernel in plain loops, sums in double precision. */
public final class ScalarKernels implements Kernels {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public Activations.Form form(TileShape shape, int rows) {
    return Activations.Form.PAIRS;
  }

  @Override
  public void multiply(Matrix w, Activations x, int from, int to, float[] y, int stride) {
    var weights = new float[w.columns()];
    for (int row = from; row < to; row++) {
      switch (w) {
        case TileMatrix tiles -> tileRow(tiles, row, x, y, stride);
        case RowMatrix rows -> {
          rows.readRow(row, weights, 0);
          for (int r = 0; r < x.rows(); r++) {
            y[r * stride + row] = dot(weights, 0, x.values(), r * x.width(), weights.length);
          }
        }
      }
    }
  }

  /** The same integers as the vector kernels, so that only the order of float sums differs. */
  private static void tileRow(TileMatrix w, int row, Activations x, float[] y, int stride) {
    TileShape shape = w.shape();
    for (int r = 0; r < x.rows(); r++) {
      double sum = 0;
      for (int g = 0; g < shape.groups(); g++) {
        int at = r * shape.groups() + g;
        double scaled = (double) w.scale(row, g) * x.scales()[at];
        sum += scaled * integers(w, row, g, x, r);
        sum += (double) w.shift(row, g) * x.sums()[at];
      }
      y[r * stride + row] = (float) sum;
    }
  }

  private static int integers(TileMatrix w, int row, int group, Activations x, int r) {
    int size = w.shape().group();
    int end = Math.min(w.columns(), (group + 1) * size);
    int unit = w.shape().book().map(it -> CodeSteps.of(it).unit()).orElse(1);
    float scale = x.scales()[r * w.shape().groups() + group] * unit;
    float inverse = scale == 0 ? 0 : 1 / scale;
    int sum = 0;
    for (int c = group * size; c < end; c++) {
      sum += w.quant(row, c) * (int) Math.rint(x.values()[r * x.width() + c] * inverse);
    }
    return sum;
  }

  @Override
  public float most(float[] x, int at, int count) {
    float most = 0;
    for (int i = at; i < at + count; i++) {
      most = Math.max(most, Math.abs(x[i]));
    }
    return most;
  }

  @Override
  public int round(float[] x, int at, int count, float factor, byte[] into, int intoAt) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int rounded = (int) Math.rint(x[at + i] * factor);
      into[intoAt + i] = (byte) rounded;
      sum += rounded;
    }
    return sum;
  }

  @Override
  public float dot(float[] a, int aAt, float[] b, int bAt, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[aAt + i] * b[bAt + i];
    }
    return (float) sum;
  }

  @Override
  public void addScaled(float a, float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] += a * x[xAt + i];
    }
  }

  @Override
  public void columnDots(
      float[] x, int xAt, int count, float[] m, int columns, float factor, float[] out) {
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (double) x[xAt + i] * m[i * columns + c];
      }
      out[c] = (float) (factor * sum);
    }
  }

  @Override
  public void addScaledRows(float[] a, int from, int to, float[] m, float[] y, int yAt, int count) {
    for (int r = from; r < to; r++) {
      for (int i = 0; i < count; i++) {
        y[yAt + i] += a[r] * m[r * count + i];
      }
    }
  }

  @Override
  public void scale(float a, float[] y, int at, int count) {
    for (int i = at; i < at + count; i++) {
      y[i] *= a;
    }
  }

  @Override
  public float exponentials(float[] scores, int at, int count, float most) {
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      scores[i] = (float) Math.exp(scores[i] - most);
      sum += scores[i];
    }
    return (float) sum;
  }

  @Override
  public void swiglu(float[] gate, float[] up, int at, int count) {
    for (int i = at; i < at + count; i++) {
      double z = gate[i];
      gate[i] = (float) (z / (1 + Math.exp(-z)) * up[i]);
    }
  }

  @Override
  public void rmsNorm(
      float[] x, int xAt, float[] weight, float epsilon, float[] out, int outAt, int count) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (double) x[xAt + i] * x[xAt + i];
    }
    float inverse = (float) (1 / Math.sqrt(squares / count + epsilon));
    for (int i = 0; i < count; i++) {
      out[outAt + i] = x[xAt + i] * inverse * weight[i];
    }
  }

  @Override
  public void halvesToFloats(MemorySegment halves, long at, float[] into, int intoAt, int count) {
    for (int i = 0; i < count; i++) {
      into[intoAt + i] = Float.float16ToFloat(halves.get(LittleEndian.SHORT, at + 2L * i));
    }
  }

  @Override
  public void floatsToHalves(float[] from, int fromAt, MemorySegment halves, long at, int count) {
    for (int i = 0; i < count; i++) {
      halves.set(LittleEndian.SHORT, at + 2L * i, Float.floatToFloat16(from[fromAt + i]));
    }
  }

  @Override
  public void bytesToFloats(
      MemorySegment bytes, long at, long scales, float[] into, int intoAt, int count, int rows) {
    for (int r = 0; r < rows; r++) {
      float scale = bytes.get(LittleEndian.FLOAT, scales + 4L * r);
      for (int i = r * count; i < (r + 1) * count; i++) {
        into[intoAt + i] = scale * bytes.get(JAVA_BYTE, at + i);
      }
    }
  }

  @Override
  public void floatsToBytes(
      float[] from, int fromAt, MemorySegment bytes, long at, long scaleAt, int count) {
    float most = most(from, fromAt, count);
    float inverse = most == 0 ? 0 : 127 / most;
    bytes.set(LittleEndian.FLOAT, scaleAt, most / 127);
    for (int i = 0; i < count; i++) {
      bytes.set(JAVA_BYTE, at + i, (byte) Math.rint(from[fromAt + i] * inverse));
    }
  }
}

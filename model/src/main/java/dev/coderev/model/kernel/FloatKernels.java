package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.Lanes.COUNT;
import static dev.coderev.model.kernel.Lanes.FLOATS;
import static dev.coderev.model.kernel.Lanes.HALVES;
import static dev.coderev.model.kernel.Lanes.INTS;
import static dev.coderev.model.kernel.Lanes.QUARTERS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.B2F;
import static jdk.incubator.vector.VectorOperators.EXP;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.S2I;

import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/** Vector kernels on arrays of floats. */
final class FloatKernels {

  private static final float REBIAS = 0x1p112f;
  private static final int HALF_BITS = 0x8fffe000;

  /** What infinite halves, and those that are no numbers, become at least by shifting. */
  private static final float BEYOND_HALVES = 65_536;

  private static final int INFINITE_BITS = 0x7f800000;

  /** Floats around this one are the integers: adding it rounds, and its low bits are the result. */
  private static final float UNIT_STEPS = 0x1.8p23f;

  private static final int UNIT_STEPS_BITS = 0x4b400000;

  private FloatKernels() {}

  static float most(float[] x, int at, int count) {
    FloatVector m = FloatVector.zero(FLOATS);
    int end = count - count % COUNT;
    int i = 0;
    for (; i < end; i += COUNT) {
      m = m.max(FloatVector.fromArray(FLOATS, x, at + i).abs());
    }
    float most = m.reduceLanes(MAX);
    for (; i < count; i++) {
      most = Math.max(most, Math.abs(x[at + i]));
    }
    return most;
  }

  static int round(float[] x, int at, int count, float factor, byte[] into, int intoAt) {
    IntVector s = IntVector.zero(INTS);
    int end = COUNT < 8 ? 0 : count - count % COUNT; // narrower bytes fill half a vector only
    int i = 0;
    for (; i < end; i += COUNT) {
      IntVector rounded =
          FloatVector.fromArray(FLOATS, x, at + i)
              .mul(factor)
              .add(UNIT_STEPS)
              .reinterpretAsInts()
              .sub(UNIT_STEPS_BITS);
      s = s.add(rounded);
      ((ByteVector) rounded.convertShape(I2B, QUARTERS, 0)).intoArray(into, intoAt + i);
    }
    int sum = s.reduceLanes(ADD);
    for (; i < count; i++) {
      int rounded = (int) Math.rint(x[at + i] * factor);
      into[intoAt + i] = (byte) rounded;
      sum += rounded;
    }
    return sum;
  }

  static float dot(float[] a, int aAt, float[] b, int bAt, int count) {
    FloatVector s = FloatVector.zero(FLOATS);
    FloatVector t = s;
    int end = count - count % (2 * COUNT);
    int i = 0;
    for (; i < end; i += 2 * COUNT) {
      FloatVector v = FloatVector.fromArray(FLOATS, a, aAt + i);
      s = v.fma(FloatVector.fromArray(FLOATS, b, bAt + i), s);
      FloatVector u = FloatVector.fromArray(FLOATS, a, aAt + i + COUNT);
      t = u.fma(FloatVector.fromArray(FLOATS, b, bAt + i + COUNT), t);
    }
    float sum = s.add(t).reduceLanes(ADD);
    for (; i < count; i++) {
      sum = Math.fma(a[aAt + i], b[bAt + i], sum);
    }
    return sum;
  }

  static void addScaled(float a, float[] x, int xAt, float[] y, int yAt, int count) {
    int end = count - count % COUNT;
    FloatVector factor = FloatVector.broadcast(FLOATS, a);
    int i = 0;
    for (; i < end; i += COUNT) {
      FloatVector v = FloatVector.fromArray(FLOATS, x, xAt + i);
      v.fma(factor, FloatVector.fromArray(FLOATS, y, yAt + i)).intoArray(y, yAt + i);
    }
    for (; i < count; i++) {
      y[yAt + i] = Math.fma(a, x[xAt + i], y[yAt + i]);
    }
  }

  static void columnDots(
      float[] x, int xAt, int count, float[] m, int columns, float factor, float[] out) {
    int end = count - count % 4;
    for (int c = 0; c < columns; c += COUNT) {
      FloatVector s0 = FloatVector.zero(FLOATS);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int at = c;
      int i = 0;
      for (; i < end; i += 4, at += 4 * columns) {
        FloatVector v = FloatVector.fromArray(FLOATS, m, at);
        s0 = v.fma(FloatVector.broadcast(FLOATS, x[xAt + i]), s0);
        v = FloatVector.fromArray(FLOATS, m, at + columns);
        s1 = v.fma(FloatVector.broadcast(FLOATS, x[xAt + i + 1]), s1);
        v = FloatVector.fromArray(FLOATS, m, at + 2 * columns);
        s2 = v.fma(FloatVector.broadcast(FLOATS, x[xAt + i + 2]), s2);
        v = FloatVector.fromArray(FLOATS, m, at + 3 * columns);
        s3 = v.fma(FloatVector.broadcast(FLOATS, x[xAt + i + 3]), s3);
      }
      for (; i < count; i++, at += columns) {
        FloatVector v = FloatVector.fromArray(FLOATS, m, at);
        s0 = v.fma(FloatVector.broadcast(FLOATS, x[xAt + i]), s0);
      }
      s0.add(s1).add(s2.add(s3)).mul(factor).intoArray(out, c);
    }
  }

  static void addScaledRows(float[] a, int from, int to, float[] m, float[] y, int yAt, int count) {
    int i = 0;
    for (; i + 4 * COUNT <= count; i += 4 * COUNT) {
      FloatVector s0 = FloatVector.fromArray(FLOATS, y, yAt + i);
      FloatVector s1 = FloatVector.fromArray(FLOATS, y, yAt + i + COUNT);
      FloatVector s2 = FloatVector.fromArray(FLOATS, y, yAt + i + 2 * COUNT);
      FloatVector s3 = FloatVector.fromArray(FLOATS, y, yAt + i + 3 * COUNT);
      for (int r = from; r < to; r++) {
        FloatVector factor = FloatVector.broadcast(FLOATS, a[r]);
        int at = r * count + i;
        s0 = FloatVector.fromArray(FLOATS, m, at).fma(factor, s0);
        s1 = FloatVector.fromArray(FLOATS, m, at + COUNT).fma(factor, s1);
        s2 = FloatVector.fromArray(FLOATS, m, at + 2 * COUNT).fma(factor, s2);
        s3 = FloatVector.fromArray(FLOATS, m, at + 3 * COUNT).fma(factor, s3);
      }
      s0.intoArray(y, yAt + i);
      s1.intoArray(y, yAt + i + COUNT);
      s2.intoArray(y, yAt + i + 2 * COUNT);
      s3.intoArray(y, yAt + i + 3 * COUNT);
    }
    for (int r = from; r < to && i < count; r++) {
      addScaled(a[r], m, r * count + i, y, yAt + i, count - i);
    }
  }

  static float exponentials(float[] scores, int at, int count, float most) {
    int end = count - count % COUNT;
    FloatVector s = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i < end; i += COUNT) {
      FloatVector e = FloatVector.fromArray(FLOATS, scores, at + i).sub(most).lanewise(EXP);
      e.intoArray(scores, at + i);
      s = s.add(e);
    }
    float sum = s.reduceLanes(ADD);
    for (; i < count; i++) {
      scores[at + i] = (float) Math.exp(scores[at + i] - most);
      sum += scores[at + i];
    }
    return sum;
  }

  static void swiglu(float[] gate, float[] up, int at, int count) {
    int end = count - count % COUNT;
    int i = 0;
    for (; i < end; i += COUNT) {
      FloatVector z = FloatVector.fromArray(FLOATS, gate, at + i);
      FloatVector below = z.neg().lanewise(EXP).add(1);
      z.div(below).mul(FloatVector.fromArray(FLOATS, up, at + i)).intoArray(gate, at + i);
    }
    for (; i < count; i++) {
      float z = gate[at + i];
      gate[at + i] = (float) (z / (1 + Math.exp(-z))) * up[at + i];
    }
  }

  static void rmsNorm(
      float[] x, int xAt, float[] weight, float epsilon, float[] out, int outAt, int count) {
    float squares = dot(x, xAt, x, xAt, count);
    float inverse = (float) (1 / Math.sqrt(squares / (double) count + epsilon));
    for (int i = 0; i < count; i++) {
      out[outAt + i] = x[xAt + i] * inverse * weight[i];
    }
  }

  static void halvesToFloats(MemorySegment halves, long at, float[] into, int intoAt, int count) {
    int end = count - count % COUNT;
    int i = 0;
    for (; i < end; i += COUNT) {
      FloatVector v =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, halves, at + 2L * i, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      IntVector bits = v.reinterpretAsInts();
      bits.blend(bits.or(INFINITE_BITS), v.abs().compare(GE, BEYOND_HALVES).cast(INTS))
          .reinterpretAsFloats()
          .intoArray(into, intoAt + i);
    }
    for (; i < count; i++) {
      into[intoAt + i] = Float.float16ToFloat(halves.get(LittleEndian.SHORT, at + 2L * i));
    }
  }

  static void bytesToFloats(
      MemorySegment bytes, long at, long scales, float[] into, int intoAt, int count, int rows) {
    int end = count - count % COUNT;
    for (int r = 0; r < rows; r++) {
      float scale = bytes.get(LittleEndian.FLOAT, scales + 4L * r);
      int row = r * count;
      int i = 0;
      for (; i < end; i += COUNT) {
        ((FloatVector)
                ByteVector.fromMemorySegment(QUARTERS, bytes, at + row + i, LITTLE_ENDIAN)
                    .convertShape(B2F, FLOATS, 0))
            .mul(scale)
            .intoArray(into, intoAt + row + i);
      }
      for (; i < count; i++) {
        into[intoAt + row + i] = scale * bytes.get(JAVA_BYTE, at + row + i);
      }
    }
  }
}

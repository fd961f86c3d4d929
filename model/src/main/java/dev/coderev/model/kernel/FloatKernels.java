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
      ((IntVector)
              ShortVector.fromMemorySegment(HALVES, halves, at + 2L * i, LITTLE_ENDIAN)
                  .convertShape(S2I, INTS, 0))
          .lanewise(LSHL, 13)
          .and(HALF_BITS)
          .reinterpretAsFloats()
          .mul(REBIAS)
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

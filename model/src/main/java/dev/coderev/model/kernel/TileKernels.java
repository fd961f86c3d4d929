package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.Lanes.COUNT;
import static dev.coderev.model.kernel.Lanes.FLOATS;
import static dev.coderev.model.kernel.Lanes.HALVES;
import static dev.coderev.model.kernel.Lanes.INTS;
import static dev.coderev.model.kernel.Lanes.SHORTS;
import static dev.coderev.model.kernel.TileShape.BLOCK;
import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.S2I;

import dev.coderev.model.kernel.TileShape.Offsets;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/**
 * Vector kernels of a {@link TileMatrix}: one row of the tile in each 32-bit lane, two columns in
 * its 16-bit halves, multiplied and summed modulo 2¹⁶ (see {@link Activations}).
 *
 * <p>The methods call the vector library directly and repeat themselves: the compiler turns these
 * calls into instructions whatever the size of the method, but stops inlining others in long ones.
 */
final class TileKernels {

  /** Halves have their exponent biased by 15, floats by 127. */
  private static final float REBIAS = 0x1p112f;

  /** Sign, exponent and mantissa of a half that was widened and shifted left by 13. */
  private static final int HALF_BITS = 0x8fffe000;

  private TileKernels() {}

  static void multiply(TileMatrix w, Activations x, int from, int to, float[] y, int stride) {
    TileShape shape = w.shape();
    if (shape.book().isPresent()) {
      CodeKernels.multiply(w, x, from, to, y, stride);
      return;
    }
    int start = from;
    if (streams(shape, x)) {
      int wide = NibbleStreams.TILES * TILE_ROWS;
      for (; start + wide <= to; start += wide) {
        long tile = start / TILE_ROWS * shape.tileBytes();
        NibbleStreams.multiply(w, tile, x, y, start);
        for (int i = 0; i < wide && shape.offsets() != Offsets.NONE; i += TILE_ROWS) {
          long scales = tile + i / TILE_ROWS * shape.tileBytes() + shape.quantBytes();
          addOffsets(w, scales, x.sums(), 0, y, start + i);
        }
      }
    }
    var out = new float[4 * TILE_ROWS];
    for (int row = start; row < to; row += TILE_ROWS) {
      long tile = row / TILE_ROWS * shape.tileBytes();
      int count = Math.min(TILE_ROWS, shape.rows() - row);
      int r = 0;
      for (; r + 4 <= x.rows(); r += 4) {
        for (int part = 0; part < TILE_ROWS; part += COUNT) {
          four(w, tile, x, r, part, out);
        }
        for (int i = 0; i < 4; i++) {
          System.arraycopy(out, i * TILE_ROWS, y, (r + i) * stride + row, count);
        }
      }
      for (; r < x.rows(); r++) {
        for (int part = 0; part < TILE_ROWS; part += COUNT) {
          one(w, tile, x, r, part, out);
        }
        System.arraycopy(out, 0, y, r * stride + row, count);
      }
    }
  }

  /** Whether one row of activations meets 4-bit integers on vectors of a whole tile. */
  private static boolean streams(TileShape shape, Activations x) {
    return x.rows() == 1 && COUNT == TILE_ROWS && shape.bits() == 4;
  }

  private static void one(TileMatrix w, long tile, Activations x, int r, int part, float[] out) {
    TileShape s = w.shape();
    int groups = s.groups();
    int blocks = s.paddedColumns() / BLOCK;
    long quants = tile + part * 4L;
    long scales = tile + s.quantBytes() + part * 2L;
    if (s.bits() == 4) {
      nibbles1(
          w.data(),
          quants,
          scales,
          groups,
          s.group() / BLOCK,
          x.pairs(),
          r * blocks * 16,
          x.starts(),
          r * blocks,
          x.scales(),
          r * groups,
          out,
          part);
    } else {
      bytes1(
          w.data(),
          quants,
          scales,
          groups,
          s.group() / 16,
          x.pairs(),
          r * blocks * 16,
          x.scales(),
          r * groups,
          out,
          part);
    }
    if (s.offsets() != Offsets.NONE) {
      addOffsets(w, scales, x.sums(), r * groups, out, part);
    }
  }

  private static void four(TileMatrix w, long tile, Activations x, int r, int part, float[] out) {
    TileShape s = w.shape();
    int groups = s.groups();
    int blocks = s.paddedColumns() / BLOCK;
    long quants = tile + part * 4L;
    long scales = tile + s.quantBytes() + part * 2L;
    if (s.bits() == 4) {
      nibbles4(
          w.data(),
          quants,
          scales,
          groups,
          s.group() / BLOCK,
          x.pairs(),
          r * blocks * 16,
          blocks * 16,
          x.starts(),
          r * blocks,
          blocks,
          x.scales(),
          r * groups,
          out,
          part);
    } else {
      bytes4(
          w.data(),
          quants,
          scales,
          groups,
          s.group() / 16,
          x.pairs(),
          r * blocks * 16,
          blocks * 16,
          x.scales(),
          r * groups,
          out,
          part);
    }
    if (s.offsets() != Offsets.NONE) {
      for (int i = 0; i < 4; i++) {
        addOffsets(w, scales, x.sums(), (r + i) * groups, out, i * TILE_ROWS + part);
      }
    }
  }

  /** 4-bit weights, one row of activations. */
  private static void nibbles1(
      MemorySegment m,
      long quants,
      long scales,
      int groups,
      int groupBlocks,
      int[] pairs,
      int pairsAt,
      int[] starts,
      int startsAt,
      float[] xScales,
      int xScalesAt,
      float[] out,
      int outAt) {
    FloatVector sum = FloatVector.zero(FLOATS);
    int block = 0;
    for (int g = 0; g < groups; g++) {
      IntVector total = IntVector.zero(INTS);
      for (int b = 0; b < groupBlocks; b++, block++) {
        ShortVector s = IntVector.broadcast(INTS, starts[startsAt + block]).reinterpretAsShorts();
        ShortVector t = ShortVector.zero(SHORTS);
        for (int l = 0; l < 4; l++) {
          int p = pairsAt + block * 16 + l * 4;
          ShortVector v =
              ShortVector.fromMemorySegment(
                  SHORTS, m, quants + block * 256L + l * 64L, LITTLE_ENDIAN);
          s = s.add(v.mul(IntVector.broadcast(INTS, pairs[p]).reinterpretAsShorts()));
          t =
              t.add(
                  v.lanewise(LSHR, 4)
                      .mul(IntVector.broadcast(INTS, pairs[p + 1]).reinterpretAsShorts()));
          s =
              s.add(
                  v.lanewise(LSHR, 8)
                      .mul(IntVector.broadcast(INTS, pairs[p + 2]).reinterpretAsShorts()));
          t =
              t.add(
                  v.lanewise(LSHR, 12)
                      .mul(IntVector.broadcast(INTS, pairs[p + 3]).reinterpretAsShorts()));
        }
        IntVector both = s.add(t).reinterpretAsInts();
        total = total.add(both.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(both.lanewise(ASHR, 16));
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum = ((FloatVector) total.convert(I2F, 0)).fma(scale.mul(xScales[xScalesAt + g]), sum);
    }
    sum.intoArray(out, outAt);
  }

  /** 4-bit weights, four rows of activations: each weight is taken apart once. */
  private static void nibbles4(
      MemorySegment m,
      long quants,
      long scales,
      int groups,
      int groupBlocks,
      int[] pairs,
      int pairsAt,
      int pairsStride,
      int[] starts,
      int startsAt,
      int startsStride,
      float[] xScales,
      int xScalesAt,
      float[] out,
      int outAt) {
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int block = 0;
    for (int g = 0; g < groups; g++) {
      IntVector total0 = IntVector.zero(INTS);
      IntVector total1 = total0;
      IntVector total2 = total0;
      IntVector total3 = total0;
      for (int b = 0; b < groupBlocks; b++, block++) {
        int st = startsAt + block;
        ShortVector s0 = IntVector.broadcast(INTS, starts[st]).reinterpretAsShorts();
        ShortVector s1 = IntVector.broadcast(INTS, starts[st + startsStride]).reinterpretAsShorts();
        ShortVector s2 =
            IntVector.broadcast(INTS, starts[st + 2 * startsStride]).reinterpretAsShorts();
        ShortVector s3 =
            IntVector.broadcast(INTS, starts[st + 3 * startsStride]).reinterpretAsShorts();
        for (int l = 0; l < 4; l++) {
          int p0 = pairsAt + block * 16 + l * 4;
          int p1 = p0 + pairsStride;
          int p2 = p1 + pairsStride;
          int p3 = p2 + pairsStride;
          ShortVector v =
              ShortVector.fromMemorySegment(
                  SHORTS, m, quants + block * 256L + l * 64L, LITTLE_ENDIAN);
          s0 = s0.add(v.mul(IntVector.broadcast(INTS, pairs[p0]).reinterpretAsShorts()));
          s1 = s1.add(v.mul(IntVector.broadcast(INTS, pairs[p1]).reinterpretAsShorts()));
          s2 = s2.add(v.mul(IntVector.broadcast(INTS, pairs[p2]).reinterpretAsShorts()));
          s3 = s3.add(v.mul(IntVector.broadcast(INTS, pairs[p3]).reinterpretAsShorts()));
          ShortVector u = v.lanewise(LSHR, 4);
          s0 = s0.add(u.mul(IntVector.broadcast(INTS, pairs[p0 + 1]).reinterpretAsShorts()));
          s1 = s1.add(u.mul(IntVector.broadcast(INTS, pairs[p1 + 1]).reinterpretAsShorts()));
          s2 = s2.add(u.mul(IntVector.broadcast(INTS, pairs[p2 + 1]).reinterpretAsShorts()));
          s3 = s3.add(u.mul(IntVector.broadcast(INTS, pairs[p3 + 1]).reinterpretAsShorts()));
          u = v.lanewise(LSHR, 8);
          s0 = s0.add(u.mul(IntVector.broadcast(INTS, pairs[p0 + 2]).reinterpretAsShorts()));
          s1 = s1.add(u.mul(IntVector.broadcast(INTS, pairs[p1 + 2]).reinterpretAsShorts()));
          s2 = s2.add(u.mul(IntVector.broadcast(INTS, pairs[p2 + 2]).reinterpretAsShorts()));
          s3 = s3.add(u.mul(IntVector.broadcast(INTS, pairs[p3 + 2]).reinterpretAsShorts()));
          u = v.lanewise(LSHR, 12);
          s0 = s0.add(u.mul(IntVector.broadcast(INTS, pairs[p0 + 3]).reinterpretAsShorts()));
          s1 = s1.add(u.mul(IntVector.broadcast(INTS, pairs[p1 + 3]).reinterpretAsShorts()));
          s2 = s2.add(u.mul(IntVector.broadcast(INTS, pairs[p2 + 3]).reinterpretAsShorts()));
          s3 = s3.add(u.mul(IntVector.broadcast(INTS, pairs[p3 + 3]).reinterpretAsShorts()));
        }
        IntVector i0 = s0.reinterpretAsInts();
        IntVector i1 = s1.reinterpretAsInts();
        IntVector i2 = s2.reinterpretAsInts();
        IntVector i3 = s3.reinterpretAsInts();
        total0 = total0.add(i0.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i0.lanewise(ASHR, 16));
        total1 = total1.add(i1.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i1.lanewise(ASHR, 16));
        total2 = total2.add(i2.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i2.lanewise(ASHR, 16));
        total3 = total3.add(i3.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i3.lanewise(ASHR, 16));
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      int x = xScalesAt + g;
      sum0 = ((FloatVector) total0.convert(I2F, 0)).fma(scale.mul(xScales[x]), sum0);
      sum1 = ((FloatVector) total1.convert(I2F, 0)).fma(scale.mul(xScales[x + groups]), sum1);
      sum2 = ((FloatVector) total2.convert(I2F, 0)).fma(scale.mul(xScales[x + 2 * groups]), sum2);
      sum3 = ((FloatVector) total3.convert(I2F, 0)).fma(scale.mul(xScales[x + 3 * groups]), sum3);
    }
    sum0.intoArray(out, outAt);
    sum1.intoArray(out, outAt + TILE_ROWS);
    sum2.intoArray(out, outAt + 2 * TILE_ROWS);
    sum3.intoArray(out, outAt + 3 * TILE_ROWS);
  }

  /** 8-bit weights, one row of activations; two products fit 16 bits, then they are widened. */
  private static void bytes1(
      MemorySegment m,
      long quants,
      long scales,
      int groups,
      int groupSixteens,
      int[] pairs,
      int pairsAt,
      float[] xScales,
      int xScalesAt,
      float[] out,
      int outAt) {
    FloatVector sum = FloatVector.zero(FLOATS);
    int unit = 0;
    for (int g = 0; g < groups; g++) {
      IntVector total = IntVector.zero(INTS);
      for (int b = 0; b < groupSixteens; b++, unit++) {
        for (int l = 0; l < 4; l++) {
          int p = pairsAt + unit * 8 + l * 2;
          ShortVector v =
              ShortVector.fromMemorySegment(
                  SHORTS, m, quants + unit * 256L + l * 64L, LITTLE_ENDIAN);
          ShortVector low = v.lanewise(LSHL, 8).lanewise(ASHR, 8);
          ShortVector high = v.lanewise(ASHR, 8);
          IntVector both =
              low.mul(IntVector.broadcast(INTS, pairs[p]).reinterpretAsShorts())
                  .add(high.mul(IntVector.broadcast(INTS, pairs[p + 1]).reinterpretAsShorts()))
                  .reinterpretAsInts();
          total =
              total.add(both.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(both.lanewise(ASHR, 16));
        }
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum = ((FloatVector) total.convert(I2F, 0)).fma(scale.mul(xScales[xScalesAt + g]), sum);
    }
    sum.intoArray(out, outAt);
  }

  /** 8-bit weights, four rows of activations. */
  private static void bytes4(
      MemorySegment m,
      long quants,
      long scales,
      int groups,
      int groupSixteens,
      int[] pairs,
      int pairsAt,
      int pairsStride,
      float[] xScales,
      int xScalesAt,
      float[] out,
      int outAt) {
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int unit = 0;
    for (int g = 0; g < groups; g++) {
      IntVector total0 = IntVector.zero(INTS);
      IntVector total1 = total0;
      IntVector total2 = total0;
      IntVector total3 = total0;
      for (int b = 0; b < groupSixteens; b++, unit++) {
        for (int l = 0; l < 4; l++) {
          int p0 = pairsAt + unit * 8 + l * 2;
          int p1 = p0 + pairsStride;
          int p2 = p1 + pairsStride;
          int p3 = p2 + pairsStride;
          ShortVector v =
              ShortVector.fromMemorySegment(
                  SHORTS, m, quants + unit * 256L + l * 64L, LITTLE_ENDIAN);
          ShortVector low = v.lanewise(LSHL, 8).lanewise(ASHR, 8);
          ShortVector high = v.lanewise(ASHR, 8);
          IntVector i0 =
              low.mul(IntVector.broadcast(INTS, pairs[p0]).reinterpretAsShorts())
                  .add(high.mul(IntVector.broadcast(INTS, pairs[p0 + 1]).reinterpretAsShorts()))
                  .reinterpretAsInts();
          total0 = total0.add(i0.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i0.lanewise(ASHR, 16));
          IntVector i1 =
              low.mul(IntVector.broadcast(INTS, pairs[p1]).reinterpretAsShorts())
                  .add(high.mul(IntVector.broadcast(INTS, pairs[p1 + 1]).reinterpretAsShorts()))
                  .reinterpretAsInts();
          total1 = total1.add(i1.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i1.lanewise(ASHR, 16));
          IntVector i2 =
              low.mul(IntVector.broadcast(INTS, pairs[p2]).reinterpretAsShorts())
                  .add(high.mul(IntVector.broadcast(INTS, pairs[p2 + 1]).reinterpretAsShorts()))
                  .reinterpretAsInts();
          total2 = total2.add(i2.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i2.lanewise(ASHR, 16));
          IntVector i3 =
              low.mul(IntVector.broadcast(INTS, pairs[p3]).reinterpretAsShorts())
                  .add(high.mul(IntVector.broadcast(INTS, pairs[p3 + 1]).reinterpretAsShorts()))
                  .reinterpretAsInts();
          total3 = total3.add(i3.lanewise(LSHL, 16).lanewise(ASHR, 16)).add(i3.lanewise(ASHR, 16));
        }
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      int x = xScalesAt + g;
      sum0 = ((FloatVector) total0.convert(I2F, 0)).fma(scale.mul(xScales[x]), sum0);
      sum1 = ((FloatVector) total1.convert(I2F, 0)).fma(scale.mul(xScales[x + groups]), sum1);
      sum2 = ((FloatVector) total2.convert(I2F, 0)).fma(scale.mul(xScales[x + 2 * groups]), sum2);
      sum3 = ((FloatVector) total3.convert(I2F, 0)).fma(scale.mul(xScales[x + 3 * groups]), sum3);
    }
    sum0.intoArray(out, outAt);
    sum1.intoArray(out, outAt + TILE_ROWS);
    sum2.intoArray(out, outAt + 2 * TILE_ROWS);
    sum3.intoArray(out, outAt + 3 * TILE_ROWS);
  }

  private static void addOffsets(
      TileMatrix w, long scales, float[] sums, int sumsAt, float[] out, int outAt) {
    TileShape s = w.shape();
    boolean inSteps = s.offsets() == Offsets.IN_STEPS;
    FloatVector sum = FloatVector.fromArray(FLOATS, out, outAt);
    for (int g = 0; g < s.groups(); g++) {
      long at = scales + g * 32L;
      FloatVector offset =
          ((IntVector)
                  ShortVector.fromMemorySegment(
                          HALVES, w.data(), at + s.scaleBytes(), LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, w.data(), at, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      offset = inSteps ? offset.mul(scale) : scale.mul(s.zero()).add(offset);
      sum = offset.fma(FloatVector.broadcast(FLOATS, sums[sumsAt + g]), sum);
    }
    sum.intoArray(out, outAt);
  }
}

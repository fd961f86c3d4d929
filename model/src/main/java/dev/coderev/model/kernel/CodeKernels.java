package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.Lanes.BYTES;
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

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/**
 * Vector kernels of a {@link TileMatrix} of codes: a table of bytes is read by all lanes at once,
 * two bytes t + 64 of a 16-bit lane are multiplied and summed modulo 2¹⁶ (see {@link Activations}).
 *
 * <p>Sums i of two words, odd lane · 2¹⁶ + even lane + 2¹⁵, are added as they are, and their odd
 * lanes apart; what is left of the first without the second is the even lanes' sum:
 *
 * <pre>
 * Σ even = Σ i − 2¹⁶ · Σ (i ≫ 16) − 2¹⁵ · count
 * </pre>
 */
final class CodeKernels {

  private static final float REBIAS = 0x1p112f;
  private static final int HALF_BITS = 0x8fffe000;

  /** Tiles that one row of activations meets side by side on vectors of a whole tile. */
  private static final int STREAMS = 4;

  private CodeKernels() {}

  static void multiply(TileMatrix w, Activations x, int from, int to, float[] y, int stride) {
    TileShape s = w.shape();
    CodeSteps steps = CodeSteps.of(s.book().orElseThrow());
    ByteVector table = ByteVector.fromArray(BYTES, steps.biased(BYTES.length()), 0);
    var out = new float[4 * TILE_ROWS];
    int row = from;
    if (x.rows() == 1 && COUNT == TILE_ROWS) {
      for (; row + STREAMS * TILE_ROWS <= to; row += STREAMS * TILE_ROWS) {
        long tile = row / TILE_ROWS * s.tileBytes();
        streams(
            w.data(),
            table,
            tile,
            s.tileBytes(),
            s.quantBytes(),
            s.groups(),
            s.group() / BLOCK,
            x.pairs(),
            0,
            x.starts(),
            0,
            x.scales(),
            0,
            y,
            row);
      }
    }
    for (; row < to; row += TILE_ROWS) {
      int count = Math.min(TILE_ROWS, s.rows() - row);
      int r = 0;
      for (; r + 4 <= x.rows(); r += 4) {
        tile(w, table, x, row, r, 4, out);
        for (int i = 0; i < 4; i++) {
          System.arraycopy(out, i * TILE_ROWS, y, (r + i) * stride + row, count);
        }
      }
      for (; r < x.rows(); r++) {
        tile(w, table, x, row, r, 1, out);
        System.arraycopy(out, 0, y, r * stride + row, count);
      }
    }
  }

  /** One tile times one or four rows of activations, as many rows of weights at once as fit. */
  private static void tile(
      TileMatrix w, ByteVector table, Activations x, int row, int r, int rows, float[] out) {
    TileShape s = w.shape();
    int blocks = s.paddedColumns() / BLOCK;
    int pairs = blocks * 16;
    int starts = blocks * 2;
    long tile = row / TILE_ROWS * s.tileBytes();
    for (int part = 0; part < TILE_ROWS; part += COUNT) {
      long quants = tile + part * 4L;
      long scales = tile + s.quantBytes() + part * 2L;
      if (rows == 1) {
        one(
            w.data(),
            table,
            quants,
            scales,
            s.groups(),
            s.group() / BLOCK,
            x.pairs(),
            r * pairs,
            x.starts(),
            r * starts,
            x.scales(),
            r * s.groups(),
            out,
            part);
      } else {
        four(
            w.data(),
            table,
            quants,
            scales,
            s.groups(),
            s.group() / BLOCK,
            x.pairs(),
            r * pairs,
            pairs,
            x.starts(),
            r * starts,
            starts,
            x.scales(),
            r * s.groups(),
            out,
            part);
      }
    }
  }

  /** One row of activations. */
  private static void one(
      MemorySegment m,
      ByteVector table,
      long tile,
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
    IntVector bias = IntVector.broadcast(INTS, Activations.LOW_START * 2 * groupBlocks);
    int half = 0;
    for (int g = 0; g < groups; g++) {
      IntVector high = IntVector.zero(INTS);
      IntVector both = high;
      for (int b = 0; b < 2 * groupBlocks; b++, half++) {
        ShortVector s = IntVector.broadcast(INTS, starts[startsAt + half]).reinterpretAsShorts();
        for (int l = 0; l < 2; l++) {
          long q = half * 128L + l * 64L;
          int p = pairsAt + half * 8 + l * 4;
          ShortVector v = ShortVector.fromMemorySegment(SHORTS, m, tile + q, LITTLE_ENDIAN);
          ShortVector low = v.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x0 = IntVector.broadcast(INTS, pairs[p]).reinterpretAsShorts();
          s = s.add(low.mul(x0));
          low = low.lanewise(LSHR, 8);
          ShortVector x1 = IntVector.broadcast(INTS, pairs[p + 1]).reinterpretAsShorts();
          s = s.add(low.mul(x1));
          ShortVector up =
              v.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x2 = IntVector.broadcast(INTS, pairs[p + 2]).reinterpretAsShorts();
          s = s.add(up.mul(x2));
          up = up.lanewise(LSHR, 8);
          ShortVector x3 = IntVector.broadcast(INTS, pairs[p + 3]).reinterpretAsShorts();
          s = s.add(up.mul(x3));
        }
        IntVector i = s.reinterpretAsInts();
        both = both.add(i);
        high = high.add(i.lanewise(ASHR, 16));
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum =
          ((FloatVector) both.sub(high.lanewise(LSHL, 16)).sub(bias).add(high).convert(I2F, 0))
              .fma(scale.mul(xScales[xScalesAt + g]), sum);
    }
    sum.intoArray(out, outAt);
  }

  /** Four rows of activations: each code is looked up once. */
  private static void four(
      MemorySegment m,
      ByteVector table,
      long tile,
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
    IntVector bias = IntVector.broadcast(INTS, Activations.LOW_START * 2 * groupBlocks);
    int half = 0;
    for (int g = 0; g < groups; g++) {
      IntVector high0 = IntVector.zero(INTS);
      IntVector both0 = high0;
      IntVector high1 = high0;
      IntVector both1 = high0;
      IntVector high2 = high0;
      IntVector both2 = high0;
      IntVector high3 = high0;
      IntVector both3 = high0;
      for (int b = 0; b < 2 * groupBlocks; b++, half++) {
        ShortVector s0 = IntVector.broadcast(INTS, starts[startsAt + half]).reinterpretAsShorts();
        ShortVector s1 =
            IntVector.broadcast(INTS, starts[startsAt + half + startsStride]).reinterpretAsShorts();
        ShortVector s2 =
            IntVector.broadcast(INTS, starts[startsAt + half + 2 * startsStride])
                .reinterpretAsShorts();
        ShortVector s3 =
            IntVector.broadcast(INTS, starts[startsAt + half + 3 * startsStride])
                .reinterpretAsShorts();
        for (int l = 0; l < 2; l++) {
          long q = half * 128L + l * 64L;
          int p0 = pairsAt + half * 8 + l * 4;
          int p1 = p0 + pairsStride;
          int p2 = p1 + pairsStride;
          int p3 = p2 + pairsStride;
          ShortVector v = ShortVector.fromMemorySegment(SHORTS, m, tile + q, LITTLE_ENDIAN);
          ShortVector low = v.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x00 = IntVector.broadcast(INTS, pairs[p0]).reinterpretAsShorts();
          s0 = s0.add(low.mul(x00));
          ShortVector x01 = IntVector.broadcast(INTS, pairs[p1]).reinterpretAsShorts();
          s1 = s1.add(low.mul(x01));
          ShortVector x02 = IntVector.broadcast(INTS, pairs[p2]).reinterpretAsShorts();
          s2 = s2.add(low.mul(x02));
          ShortVector x03 = IntVector.broadcast(INTS, pairs[p3]).reinterpretAsShorts();
          s3 = s3.add(low.mul(x03));
          low = low.lanewise(LSHR, 8);
          ShortVector x10 = IntVector.broadcast(INTS, pairs[p0 + 1]).reinterpretAsShorts();
          s0 = s0.add(low.mul(x10));
          ShortVector x11 = IntVector.broadcast(INTS, pairs[p1 + 1]).reinterpretAsShorts();
          s1 = s1.add(low.mul(x11));
          ShortVector x12 = IntVector.broadcast(INTS, pairs[p2 + 1]).reinterpretAsShorts();
          s2 = s2.add(low.mul(x12));
          ShortVector x13 = IntVector.broadcast(INTS, pairs[p3 + 1]).reinterpretAsShorts();
          s3 = s3.add(low.mul(x13));
          ShortVector up =
              v.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x20 = IntVector.broadcast(INTS, pairs[p0 + 2]).reinterpretAsShorts();
          s0 = s0.add(up.mul(x20));
          ShortVector x21 = IntVector.broadcast(INTS, pairs[p1 + 2]).reinterpretAsShorts();
          s1 = s1.add(up.mul(x21));
          ShortVector x22 = IntVector.broadcast(INTS, pairs[p2 + 2]).reinterpretAsShorts();
          s2 = s2.add(up.mul(x22));
          ShortVector x23 = IntVector.broadcast(INTS, pairs[p3 + 2]).reinterpretAsShorts();
          s3 = s3.add(up.mul(x23));
          up = up.lanewise(LSHR, 8);
          ShortVector x30 = IntVector.broadcast(INTS, pairs[p0 + 3]).reinterpretAsShorts();
          s0 = s0.add(up.mul(x30));
          ShortVector x31 = IntVector.broadcast(INTS, pairs[p1 + 3]).reinterpretAsShorts();
          s1 = s1.add(up.mul(x31));
          ShortVector x32 = IntVector.broadcast(INTS, pairs[p2 + 3]).reinterpretAsShorts();
          s2 = s2.add(up.mul(x32));
          ShortVector x33 = IntVector.broadcast(INTS, pairs[p3 + 3]).reinterpretAsShorts();
          s3 = s3.add(up.mul(x33));
        }
        IntVector i0 = s0.reinterpretAsInts();
        both0 = both0.add(i0);
        high0 = high0.add(i0.lanewise(ASHR, 16));
        IntVector i1 = s1.reinterpretAsInts();
        both1 = both1.add(i1);
        high1 = high1.add(i1.lanewise(ASHR, 16));
        IntVector i2 = s2.reinterpretAsInts();
        both2 = both2.add(i2);
        high2 = high2.add(i2.lanewise(ASHR, 16));
        IntVector i3 = s3.reinterpretAsInts();
        both3 = both3.add(i3);
        high3 = high3.add(i3.lanewise(ASHR, 16));
      }
      FloatVector scale =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum0 =
          ((FloatVector) both0.sub(high0.lanewise(LSHL, 16)).sub(bias).add(high0).convert(I2F, 0))
              .fma(scale.mul(xScales[xScalesAt + g]), sum0);
      sum1 =
          ((FloatVector) both1.sub(high1.lanewise(LSHL, 16)).sub(bias).add(high1).convert(I2F, 0))
              .fma(scale.mul(xScales[xScalesAt + g + groups]), sum1);
      sum2 =
          ((FloatVector) both2.sub(high2.lanewise(LSHL, 16)).sub(bias).add(high2).convert(I2F, 0))
              .fma(scale.mul(xScales[xScalesAt + g + 2 * groups]), sum2);
      sum3 =
          ((FloatVector) both3.sub(high3.lanewise(LSHL, 16)).sub(bias).add(high3).convert(I2F, 0))
              .fma(scale.mul(xScales[xScalesAt + g + 3 * groups]), sum3);
    }
    sum0.intoArray(out, outAt);
    sum1.intoArray(out, outAt + TILE_ROWS);
    sum2.intoArray(out, outAt + 2 * TILE_ROWS);
    sum3.intoArray(out, outAt + 3 * TILE_ROWS);
  }

  /** One row of activations, four tiles side by side, see {@link NibbleStreams}. */
  private static void streams(
      MemorySegment m,
      ByteVector table,
      long tile,
      long step,
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
    long t0 = tile;
    long t1 = tile + step;
    long t2 = tile + 2 * step;
    long t3 = tile + 3 * step;
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    IntVector bias = IntVector.broadcast(INTS, Activations.LOW_START * 2 * groupBlocks);
    int half = 0;
    for (int g = 0; g < groups; g++) {
      IntVector high0 = IntVector.zero(INTS);
      IntVector both0 = high0;
      IntVector high1 = high0;
      IntVector both1 = high0;
      IntVector high2 = high0;
      IntVector both2 = high0;
      IntVector high3 = high0;
      IntVector both3 = high0;
      for (int b = 0; b < 2 * groupBlocks; b++, half++) {
        ShortVector s0 = IntVector.broadcast(INTS, starts[startsAt + half]).reinterpretAsShorts();
        ShortVector s1 = s0;
        ShortVector s2 = s0;
        ShortVector s3 = s0;
        for (int l = 0; l < 2; l++) {
          long q = half * 128L + l * 64L;
          int p = pairsAt + half * 8 + l * 4;
          ShortVector v0 = ShortVector.fromMemorySegment(SHORTS, m, t0 + q, LITTLE_ENDIAN);
          ShortVector low0 = v0.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector v1 = ShortVector.fromMemorySegment(SHORTS, m, t1 + q, LITTLE_ENDIAN);
          ShortVector low1 = v1.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector v2 = ShortVector.fromMemorySegment(SHORTS, m, t2 + q, LITTLE_ENDIAN);
          ShortVector low2 = v2.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector v3 = ShortVector.fromMemorySegment(SHORTS, m, t3 + q, LITTLE_ENDIAN);
          ShortVector low3 = v3.reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x0 = IntVector.broadcast(INTS, pairs[p]).reinterpretAsShorts();
          s0 = s0.add(low0.mul(x0));
          s1 = s1.add(low1.mul(x0));
          s2 = s2.add(low2.mul(x0));
          s3 = s3.add(low3.mul(x0));
          low0 = low0.lanewise(LSHR, 8);
          low1 = low1.lanewise(LSHR, 8);
          low2 = low2.lanewise(LSHR, 8);
          low3 = low3.lanewise(LSHR, 8);
          ShortVector x1 = IntVector.broadcast(INTS, pairs[p + 1]).reinterpretAsShorts();
          s0 = s0.add(low0.mul(x1));
          s1 = s1.add(low1.mul(x1));
          s2 = s2.add(low2.mul(x1));
          s3 = s3.add(low3.mul(x1));
          ShortVector up0 =
              v0.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector up1 =
              v1.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector up2 =
              v2.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector up3 =
              v3.lanewise(LSHR, 4).reinterpretAsBytes().selectFrom(table).reinterpretAsShorts();
          ShortVector x2 = IntVector.broadcast(INTS, pairs[p + 2]).reinterpretAsShorts();
          s0 = s0.add(up0.mul(x2));
          s1 = s1.add(up1.mul(x2));
          s2 = s2.add(up2.mul(x2));
          s3 = s3.add(up3.mul(x2));
          up0 = up0.lanewise(LSHR, 8);
          up1 = up1.lanewise(LSHR, 8);
          up2 = up2.lanewise(LSHR, 8);
          up3 = up3.lanewise(LSHR, 8);
          ShortVector x3 = IntVector.broadcast(INTS, pairs[p + 3]).reinterpretAsShorts();
          s0 = s0.add(up0.mul(x3));
          s1 = s1.add(up1.mul(x3));
          s2 = s2.add(up2.mul(x3));
          s3 = s3.add(up3.mul(x3));
        }
        IntVector i0 = s0.reinterpretAsInts();
        both0 = both0.add(i0);
        high0 = high0.add(i0.lanewise(ASHR, 16));
        IntVector i1 = s1.reinterpretAsInts();
        both1 = both1.add(i1);
        high1 = high1.add(i1.lanewise(ASHR, 16));
        IntVector i2 = s2.reinterpretAsInts();
        both2 = both2.add(i2);
        high2 = high2.add(i2.lanewise(ASHR, 16));
        IntVector i3 = s3.reinterpretAsInts();
        both3 = both3.add(i3);
        high3 = high3.add(i3.lanewise(ASHR, 16));
      }
      FloatVector scale0 =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, t0 + scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum0 =
          ((FloatVector) both0.sub(high0.lanewise(LSHL, 16)).sub(bias).add(high0).convert(I2F, 0))
              .fma(scale0.mul(xScales[xScalesAt + g]), sum0);
      FloatVector scale1 =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, t1 + scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum1 =
          ((FloatVector) both1.sub(high1.lanewise(LSHL, 16)).sub(bias).add(high1).convert(I2F, 0))
              .fma(scale1.mul(xScales[xScalesAt + g]), sum1);
      FloatVector scale2 =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, t2 + scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum2 =
          ((FloatVector) both2.sub(high2.lanewise(LSHL, 16)).sub(bias).add(high2).convert(I2F, 0))
              .fma(scale2.mul(xScales[xScalesAt + g]), sum2);
      FloatVector scale3 =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, t3 + scales + g * 32L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      sum3 =
          ((FloatVector) both3.sub(high3.lanewise(LSHL, 16)).sub(bias).add(high3).convert(I2F, 0))
              .fma(scale3.mul(xScales[xScalesAt + g]), sum3);
    }
    sum0.intoArray(out, outAt);
    sum1.intoArray(out, outAt + TILE_ROWS);
    sum2.intoArray(out, outAt + 2 * TILE_ROWS);
    sum3.intoArray(out, outAt + 3 * TILE_ROWS);
  }
}

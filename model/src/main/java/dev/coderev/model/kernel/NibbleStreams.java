package dev.coderev.model.kernel;

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
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/**
 * The decoding kernel of 4-bit weights: eight tiles (128 rows) times one row of activations.
 *
 * <p>Eight streams of memory are read side by side, because one alone leaves the memory waiting:
 * the processor looks ahead a few hundred instructions, which are two blocks of one tile. A
 * broadcast pair serves all eight. Meant for 512-bit vectors, whose 32 registers hold the sixteen
 * sums.
 */
final class NibbleStreams {

  /** Tiles that are read side by side. */
  static final int TILES = 8;

  private static final float REBIAS = 0x1p112f;
  private static final int HALF_BITS = 0x8fffe000;

  private NibbleStreams() {}

  /**
   * Multiplies eight tiles.
   *
   * @param tile where the first begins
   * @param at of the first of 128 results in {@code y}
   */
  static void multiply(TileMatrix w, long tile, Activations x, float[] y, int at) {
    TileShape s = w.shape();
    multiply(
        w.data(),
        tile,
        s.tileBytes(),
        s.quantBytes(),
        s.groups(),
        s.group() / BLOCK,
        x.pairs(),
        x.starts(),
        x.scales(),
        y,
        at);
  }

  private static void multiply(
      MemorySegment m,
      long tile,
      long step,
      long scales,
      int groups,
      int groupBlocks,
      int[] pairs,
      int[] starts,
      float[] xScales,
      float[] y,
      int at) {
    long t0 = tile;
    long t1 = tile + step;
    long t2 = tile + 2 * step;
    long t3 = tile + 3 * step;
    long t4 = tile + 4 * step;
    long t5 = tile + 5 * step;
    long t6 = tile + 6 * step;
    long t7 = tile + 7 * step;
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    FloatVector sum4 = sum0;
    FloatVector sum5 = sum0;
    FloatVector sum6 = sum0;
    FloatVector sum7 = sum0;
    int block = 0;
    for (int g = 0; g < groups; g++) {
      float xScale = xScales[g];
      for (int b = 0; b < groupBlocks; b++, block++) {
        ShortVector s0 = IntVector.broadcast(INTS, starts[block]).reinterpretAsShorts();
        ShortVector s1 = s0;
        ShortVector s2 = s0;
        ShortVector s3 = s0;
        ShortVector s4 = s0;
        ShortVector s5 = s0;
        ShortVector s6 = s0;
        ShortVector s7 = s0;
        for (int l = 0; l < 4; l++) {
          int p = block * 16 + l * 4;
          long q = block * 256L + l * 64L;
          ShortVector v0 = ShortVector.fromMemorySegment(SHORTS, m, t0 + q, LITTLE_ENDIAN);
          ShortVector v1 = ShortVector.fromMemorySegment(SHORTS, m, t1 + q, LITTLE_ENDIAN);
          ShortVector v2 = ShortVector.fromMemorySegment(SHORTS, m, t2 + q, LITTLE_ENDIAN);
          ShortVector v3 = ShortVector.fromMemorySegment(SHORTS, m, t3 + q, LITTLE_ENDIAN);
          ShortVector v4 = ShortVector.fromMemorySegment(SHORTS, m, t4 + q, LITTLE_ENDIAN);
          ShortVector v5 = ShortVector.fromMemorySegment(SHORTS, m, t5 + q, LITTLE_ENDIAN);
          ShortVector v6 = ShortVector.fromMemorySegment(SHORTS, m, t6 + q, LITTLE_ENDIAN);
          ShortVector v7 = ShortVector.fromMemorySegment(SHORTS, m, t7 + q, LITTLE_ENDIAN);
          ShortVector x = IntVector.broadcast(INTS, pairs[p]).reinterpretAsShorts();
          s0 = s0.add(v0.mul(x));
          s1 = s1.add(v1.mul(x));
          s2 = s2.add(v2.mul(x));
          s3 = s3.add(v3.mul(x));
          s4 = s4.add(v4.mul(x));
          s5 = s5.add(v5.mul(x));
          s6 = s6.add(v6.mul(x));
          s7 = s7.add(v7.mul(x));
          x = IntVector.broadcast(INTS, pairs[p + 1]).reinterpretAsShorts();
          s0 = s0.add(v0.lanewise(LSHR, 4).mul(x));
          s1 = s1.add(v1.lanewise(LSHR, 4).mul(x));
          s2 = s2.add(v2.lanewise(LSHR, 4).mul(x));
          s3 = s3.add(v3.lanewise(LSHR, 4).mul(x));
          s4 = s4.add(v4.lanewise(LSHR, 4).mul(x));
          s5 = s5.add(v5.lanewise(LSHR, 4).mul(x));
          s6 = s6.add(v6.lanewise(LSHR, 4).mul(x));
          s7 = s7.add(v7.lanewise(LSHR, 4).mul(x));
          x = IntVector.broadcast(INTS, pairs[p + 2]).reinterpretAsShorts();
          s0 = s0.add(v0.lanewise(LSHR, 8).mul(x));
          s1 = s1.add(v1.lanewise(LSHR, 8).mul(x));
          s2 = s2.add(v2.lanewise(LSHR, 8).mul(x));
          s3 = s3.add(v3.lanewise(LSHR, 8).mul(x));
          s4 = s4.add(v4.lanewise(LSHR, 8).mul(x));
          s5 = s5.add(v5.lanewise(LSHR, 8).mul(x));
          s6 = s6.add(v6.lanewise(LSHR, 8).mul(x));
          s7 = s7.add(v7.lanewise(LSHR, 8).mul(x));
          x = IntVector.broadcast(INTS, pairs[p + 3]).reinterpretAsShorts();
          s0 = s0.add(v0.lanewise(LSHR, 12).mul(x));
          s1 = s1.add(v1.lanewise(LSHR, 12).mul(x));
          s2 = s2.add(v2.lanewise(LSHR, 12).mul(x));
          s3 = s3.add(v3.lanewise(LSHR, 12).mul(x));
          s4 = s4.add(v4.lanewise(LSHR, 12).mul(x));
          s5 = s5.add(v5.lanewise(LSHR, 12).mul(x));
          s6 = s6.add(v6.lanewise(LSHR, 12).mul(x));
          s7 = s7.add(v7.lanewise(LSHR, 12).mul(x));
        }
        long o = scales + g * 32L;
        IntVector i = s0.reinterpretAsInts();
        FloatVector f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t0 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum0 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum0);
        i = s1.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t1 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum1 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum1);
        i = s2.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t2 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum2 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum2);
        i = s3.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t3 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum3 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum3);
        i = s4.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t4 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum4 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum4);
        i = s5.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t5 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum5 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum5);
        i = s6.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t6 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum6 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum6);
        i = s7.reinterpretAsInts();
        f =
            ((IntVector)
                    ShortVector.fromMemorySegment(HALVES, m, t7 + o, LITTLE_ENDIAN)
                        .convertShape(S2I, INTS, 0))
                .lanewise(LSHL, 13)
                .and(HALF_BITS)
                .reinterpretAsFloats()
                .mul(REBIAS);
        sum7 =
            ((FloatVector)
                    i.lanewise(LSHL, 16)
                        .lanewise(ASHR, 16)
                        .add(i.lanewise(ASHR, 16))
                        .convert(I2F, 0))
                .fma(f.mul(xScale), sum7);
      }
    }
    sum0.intoArray(y, at);
    sum1.intoArray(y, at + TILE_ROWS);
    sum2.intoArray(y, at + 2 * TILE_ROWS);
    sum3.intoArray(y, at + 3 * TILE_ROWS);
    sum4.intoArray(y, at + 4 * TILE_ROWS);
    sum5.intoArray(y, at + 5 * TILE_ROWS);
    sum6.intoArray(y, at + 6 * TILE_ROWS);
    sum7.intoArray(y, at + 7 * TILE_ROWS);
  }
}

package dev.coderev.training.fused;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that all passes compute with, and how they become BF16 and come from it. */
final class Lanes {

  private static final int BITS =
      Math.clamp(FloatVector.SPECIES_PREFERRED.vectorBitSize(), 128, 512);
  private static final VectorShape SHAPE = VectorShape.forBitSize(BITS);

  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(BITS / 2));

  /** Floats in a vector. */
  static final int COUNT = FLOATS.length();

  private Lanes() {}

  /** Floats from numbers of 16 bits, their upper halves. */
  static FloatVector widened(MemorySegment memory, long offset) {
    return ((IntVector)
            ShortVector.fromMemorySegment(SHORTS, memory, offset, ByteOrder.LITTLE_ENDIAN)
                .convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0))
        .lanewise(VectorOperators.LSHL, 16)
        .reinterpretAsFloats();
  }

  /** Stores floats as BF16, rounded to the nearest, ties to even. */
  static void narrowed(FloatVector floats, MemorySegment memory, long offset) {
    IntVector bits = floats.reinterpretAsInts();
    IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
    ((ShortVector)
            bits.add(0x7fff)
                .add(odd)
                .lanewise(VectorOperators.LSHR, 16)
                .convertShape(VectorOperators.I2S, SHORTS, 0))
        .intoMemorySegment(memory, offset, ByteOrder.LITTLE_ENDIAN);
  }

  /** The sum of a vector's lanes in their order, which the Vector API leaves open. */
  static float sum(FloatVector vector) {
    float sum = 0;
    for (float lane : vector.toArray()) {
      sum += lane;
    }
    return sum;
  }

  /** The next multiple of a power of two. */
  static int padded(int count, int multiple) {
    return (count + multiple - 1) & -multiple;
  }
}

package dev.coderev.model.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector width that all vector kernels of this JVM use: 512 (AVX-512), 256 (AVX2) or 128 (NEON)
 * bits. Static, because only constant species compile to single instructions.
 */
final class Lanes {

  /** Overrides the width, for tests of the other machines' kernels. */
  static final String PROPERTY = "coderev.vector.bits";

  static final int BITS =
      Math.clamp(
          Integer.getInteger(PROPERTY, FloatVector.SPECIES_PREFERRED.vectorBitSize()), 128, 512);

  private static final VectorShape SHAPE = VectorShape.forBitSize(BITS);

  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);

  static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, SHAPE);

  /** As many shorts as there are ints in a vector. */
  static final VectorSpecies<Short> HALVES =
      VectorSpecies.of(short.class, VectorShape.forBitSize(BITS / 2));

  /** Bytes, as many as there are ints in a vector; at 128 bits the upper half stays unused. */
  static final VectorSpecies<Byte> QUARTERS =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, BITS / 4)));

  /** Ints, and floats, in a vector. */
  static final int COUNT = BITS / 32;

  private Lanes() {}
}

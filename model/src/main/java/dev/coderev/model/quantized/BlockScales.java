package dev.coderev.model.quantized;

/** The scales of blocks: plain, or quantized themselves. */
public sealed interface BlockScales {

  int count();

  float at(int block);

  long storedBits();

  /** One float for each block. */
  final class Plain implements BlockScales {

    private final float[] values;

    public Plain(float[] values) {
      this.values = values;
    }

    @Override
    public int count() {
      return values.length;
    }

    @Override
    public float at(int block) {
      return values[block];
    }

    @Override
    public long storedBits() {
      return 32L * values.length;
    }
  }

  /**
   * Double quantization: scales less their mean, in blocks of 256 codes of the {@link DynamicMap}.
   */
  final class Doubled implements BlockScales {

    public static final int BLOCK = 256;

    private final byte[] codes;
    private final float[] absmax;
    private final float offset;

    /**
     * @param codes one for each scale
     * @param absmax one for each 256 of them
     * @param offset what was taken off all scales
     */
    public Doubled(byte[] codes, float[] absmax, float offset) {
      if (absmax.length != Math.ceilDiv(codes.length, BLOCK)) {
        throw new IllegalArgumentException(absmax.length + " scales of " + codes.length + " codes");
      }
      this.codes = codes;
      this.absmax = absmax;
      this.offset = offset;
    }

    @Override
    public int count() {
      return codes.length;
    }

    @Override
    public float at(int block) {
      return DynamicMap.value(code(block)) * absmax[block / BLOCK] + offset;
    }

    public int code(int block) {
      return codes[block] & 0xff;
    }

    public float absmax(int blockOfScales) {
      return absmax[blockOfScales];
    }

    public float offset() {
      return offset;
    }

    @Override
    public long storedBits() {
      return 8L * codes.length + 32L * absmax.length + 32;
    }
  }
}

package dev.coderev.model.tensor;

/**
 * The type of a tensor's elements: plain numbers, or blocks of small integers that share a scale.
 *
 * <p>The plain names are those of safetensors, the block names those of GGUF. A block type stores
 * {@link #blockElements()} neighbours of one row in {@link #blockBytes()} bytes.
 */
public enum DType {
  F64(1, 8),
  F32(1, 4),
  F16(1, 2),
  BF16(1, 2),
  F8_E4M3(1, 1),
  F8_E5M2(1, 1),
  I64(1, 8),
  I32(1, 4),
  I16(1, 2),
  I8(1, 1),
  U64(1, 8),
  U32(1, 4),
  U16(1, 2),
  U8(1, 1),
  BOOL(1, 1),
  Q4_0(32, 18),
  Q4_1(32, 20),
  Q5_0(32, 22),
  Q5_1(32, 24),
  Q8_0(32, 34),
  Q4_K(256, 144),
  Q5_K(256, 176),
  Q6_K(256, 210);

  private final int blockElements;
  private final int blockBytes;

  DType(int blockElements, int blockBytes) {
    this.blockElements = blockElements;
    this.blockBytes = blockBytes;
  }

  /** How many elements share a block; 1 for plain numbers. */
  public int blockElements() {
    return blockElements;
  }

  /** How many bytes a block (a plain number) takes. */
  public int blockBytes() {
    return blockBytes;
  }

  /** Whether elements stand in blocks with shared scales. */
  public boolean isBlock() {
    return blockElements > 1;
  }

  /** Whether this is a plain floating-point type. */
  public boolean isFloat() {
    return switch (this) {
      case F64, F32, F16, BF16, F8_E4M3, F8_E5M2 -> true;
      default -> false;
    };
  }

  /** The bytes of {@code elements} elements, which must fill whole blocks. */
  public long bytes(long elements) {
    if (elements % blockElements != 0) {
      throw new IllegalArgumentException(
          elements + " elements do not fill whole " + this + " blocks of " + blockElements);
    }
    return Math.multiplyExact(elements / blockElements, (long) blockBytes);
  }

  /** Bits for each element, scales included. */
  public double bitsPerElement() {
    return 8.0 * blockBytes / blockElements;
  }
}

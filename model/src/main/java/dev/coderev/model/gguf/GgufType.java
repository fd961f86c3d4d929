package dev.coderev.model.gguf;

import java.util.Arrays;
import java.util.Optional;

/** The types of values under GGUF keys, in the order of their numbers. */
public enum GgufType {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  FLOAT32(4),
  BOOL(1),
  STRING(0),
  ARRAY(0),
  UINT64(8),
  INT64(8),
  FLOAT64(8);

  private final int bytes;

  GgufType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one value, 0 when they vary. */
  int bytes() {
    return bytes;
  }

  static Optional<GgufType> of(int number) {
    return Arrays.stream(values()).filter(type -> type.ordinal() == number).findFirst();
  }
}

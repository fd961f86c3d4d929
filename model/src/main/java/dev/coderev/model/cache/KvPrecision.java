package dev.coderev.model.cache;

import dev.coderev.model.tensor.DType;

/** How a cached key or value is stored. */
public enum KvPrecision {
  /** Floats as they are computed, to compare with. */
  F32(DType.F32),
  /** IEEE halves. */
  F16(DType.F16),
  /** Signed bytes with one float scale for each head and position. */
  INT8(DType.I8);

  private final DType type;

  KvPrecision(DType type) {
    this.type = type;
  }

  DType type() {
    return type;
  }
}

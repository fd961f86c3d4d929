package dev.coderev.model.cache;

/** How a cached key or value is stored. */
public enum KvPrecision {
  /** Floats as they are computed, to compare with. */
  F32,
  /** IEEE halves. */
  F16,
  /** Signed bytes with one float scale for each head and position. */
  INT8
}

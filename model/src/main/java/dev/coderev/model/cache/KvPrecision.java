package dev.coderev.model.cache;

/** How a cached key or value is stored. */
public enum KvPrecision {
  /** IEEE halves. */
  F16,
  /** Signed bytes with one float scale for each head and position. */
  INT8
}

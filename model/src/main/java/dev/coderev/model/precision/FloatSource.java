package dev.coderev.model.precision;

/** The elements of a tensor as floats, any run of them, from any thread. */
@FunctionalInterface
public interface FloatSource {

  /** Fills the first {@code count} places with the elements from flat index {@code from} on. */
  void read(long from, float[] into, int count);
}

package dev.coderev.model.precision;

/** How a float becomes one of its two neighbours that can be stored. */
public sealed interface Rounding {

  /** To the closer neighbour; ties as the format says. */
  record Nearest() implements Rounding {}

  /**
   * To either neighbour, the closer the likelier, so that the mean is right. The choice depends on
   * the seed, the tensor's name and the element's index and on nothing else.
   */
  record Stochastic(long seed) implements Rounding {}

  /** The choices for one tensor: a number in [0, 1) for each element. */
  default Dice dice(String tensor) {
    return switch (this) {
      case Nearest ignored -> index -> 0.5f;
      case Stochastic(long seed) -> {
        long key = mix(seed ^ mix(tensor.hashCode()));
        yield index -> (mix(key + index * 0x9e3779b97f4a7c15L) >>> 40) * 0x1p-24f;
      }
    };
  }

  /** Whether ties and neighbours are left to chance. */
  default boolean isStochastic() {
    return this instanceof Stochastic;
  }

  /** A number in [0, 1) for the element at an index. */
  @FunctionalInterface
  interface Dice {
    float at(long index);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }
}

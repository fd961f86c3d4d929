package dev.coderev.model.init;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Random weights of a configuration, made while they are written.
 *
 * <p>Each element depends on the seed, its tensor's name and its index only, so the same seed gives
 * the same model in every type and format. Matrices have a deviation of 1/√in, so that a signal
 * keeps its size from layer to layer; norms stay near one.
 */
public final class RandomWeights {

  private static final double BIAS = 0.02;
  private static final double NORM = 0.1;

  private RandomWeights() {}

  /**
   * All tensors of a configuration.
   *
   * @param dtypes the type of each, by name and shape
   */
  public static List<TensorSource> of(
      ModelConfig config, long seed, BiFunction<String, Shape, DType> dtypes) {
    return WeightShapes.of(config).entrySet().stream()
        .map(entry -> {
          String name = entry.getKey();
          Shape shape = entry.getValue();
          return EncodedTensor.of(
              name,
              dtypes.apply(name, shape),
              shape,
              floats(name, shape, seed),
              new Rounding.Nearest(),
              losses -> {});
        })
        .toList();
  }

  /** The values of one tensor before any rounding. */
  public static FloatSource floats(String name, Shape shape, long seed) {
    boolean norm = name.endsWith("norm.weight");
    double mean = norm ? 1 : 0;
    double deviation;
    if (norm) {
      deviation = NORM;
    } else if (shape.rank() == 1) {
      deviation = BIAS;
    } else {
      deviation = 1 / Math.sqrt((double) shape.columns());
    }
    return bell(name, seed, mean, deviation);
  }

  /**
   * Random values for the tensor of a name: the sum of four uniform numbers from one hash,
   * bell-shaped, within 3.5 deviations.
   */
  public static FloatSource bell(String name, long seed, double mean, double deviation) {
    long key = mix(seed * 0x9e3779b97f4a7c15L ^ mix(hash(name)));
    double center = 4 * 65535 / 2.0;
    double scale = deviation / (65536 * Math.sqrt(4 / 12.0));
    return (from, into, count) -> {
      for (int i = 0; i < count; i++) {
        long z = mix(key + (from + i) * 0x9e3779b97f4a7c15L);
        long sum = (z & 0xffff) + (z >>> 16 & 0xffff) + (z >>> 32 & 0xffff) + (z >>> 48);
        into[i] = (float) (mean + (sum - center) * scale);
      }
    };
  }

  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }
}

package dev.coderev.model.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What Llama 3's scaling divides each rotary frequency by.
 *
 * <p>With wavelength λ = 2π·theta^(2i/d): below original/high it is 1, above original/low the
 * factor, between them 1 / ((1 − s)/factor + s) with s = (original/λ − low)/(high − low).
 */
public final class RopeDivisors {

  private static final double CLOSE = 1e-5;

  private RopeDivisors() {}

  /** The divisors of headDim / 2 frequencies. */
  public static List<Double> of(RopeScaling.Llama3 scaling, double theta, int headDim) {
    return IntStream.range(0, headDim / 2)
        .mapToObj(i -> divisor(scaling, 2 * Math.PI * Math.pow(theta, 2.0 * i / headDim)))
        .toList();
  }

  private static double divisor(RopeScaling.Llama3 scaling, double wavelength) {
    double original = scaling.originalPositions();
    double low = scaling.lowFrequencyFactor();
    double high = scaling.highFrequencyFactor();
    if (wavelength < original / high) {
      return 1;
    }
    if (wavelength > original / low) {
      return scaling.factor();
    }
    double smooth = (original / wavelength - low) / (high - low);
    return 1 / ((1 - smooth) / scaling.factor() + smooth);
  }

  /** The scaling, with the frequency factors 1 and 4 that Llama uses, that gives the divisors. */
  public static Optional<RopeScaling.Llama3> scalingOf(
      List<Double> divisors, double theta, int headDim) {
    double factor = Collections.max(divisors);
    return factor < 1
        ? Optional.empty()
        : IntStream.rangeClosed(7, 20)
            .mapToObj(power -> new RopeScaling.Llama3(factor, 1, 4, 1 << power))
            .filter(it -> close(of(it, theta, headDim), divisors))
            .findFirst();
  }

  private static boolean close(List<Double> left, List<Double> right) {
    return left.size() == right.size()
        && IntStream.range(0, left.size())
            .allMatch(i -> Math.abs(left.get(i) - right.get(i)) <= CLOSE * left.get(i));
  }
}

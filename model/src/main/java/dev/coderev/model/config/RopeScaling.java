package dev.coderev.model.config;

import java.util.List;
import java.util.OptionalDouble;

/** How rotary frequencies are stretched for contexts longer than those of the first training. */
public sealed interface RopeScaling {

  /** The frequencies as they are. */
  record None() implements RopeScaling {}

  /** Every frequency divided by the factor. */
  record Linear(double factor) implements RopeScaling {
    public Linear {
      atLeastOne(factor);
    }
  }

  /** The base grows once the sequence is longer than {@code originalPositions} (dynamic NTK). */
  record DynamicNtk(double factor, int originalPositions) implements RopeScaling {
    public DynamicNtk {
      atLeastOne(factor);
    }
  }

  /** Llama 3: low frequencies divided, high ones kept, those between blended. */
  record Llama3(
      double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalPositions)
      implements RopeScaling {
    public Llama3 {
      atLeastOne(factor);
      if (!(highFrequencyFactor > lowFrequencyFactor)) {
        throw new IllegalArgumentException(
            "high_freq_factor "
                + highFrequencyFactor
                + " must exceed low_freq_factor "
                + lowFrequencyFactor);
      }
    }
  }

  /**
   * YaRN (arXiv 2309.00071): a ramp between dividing and keeping, and warmer attention.
   *
   * @param attentionFactor multiplies cosines and sines; by default 0.1·ln(factor) + 1
   */
  record Yarn(
      double factor,
      int originalPositions,
      double betaFast,
      double betaSlow,
      OptionalDouble attentionFactor)
      implements RopeScaling {
    public Yarn {
      atLeastOne(factor);
    }

    /** The factor of cosines and sines, given or by default. */
    public double attention() {
      return attentionFactor.orElse(factor <= 1 ? 1 : 0.1 * Math.log(factor) + 1);
    }
  }

  /**
   * Each frequency divided by a divisor of its own, as GGUF files store what Llama 3 computes.
   *
   * @param divisors one for each pair of elements of a head, headDim / 2 of them
   */
  record Divisors(List<Double> divisors) implements RopeScaling {
    public Divisors {
      divisors = List.copyOf(divisors);
      for (double divisor : divisors) {
        if (!(divisor > 0) || Double.isInfinite(divisor)) {
          throw new IllegalArgumentException("RoPE divisor " + divisor + " must be positive");
        }
      }
    }
  }

  private static void atLeastOne(double factor) {
    if (!(factor >= 1) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("RoPE factor " + factor + " must be at least 1");
    }
  }
}

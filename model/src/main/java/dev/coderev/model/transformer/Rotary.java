package dev.coderev.model.transformer;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import java.util.List;

/**
 * Rotary positions (RoPE, arXiv 2104.09864): element j of a head is paired with j + d/2, and the
 * pair is turned by position · θ^(−2j/d), the frequency stretched as the model was trained.
 */
public final class Rotary {

  private final ModelConfig config;
  private final double[] frequencies;
  private final double attention;

  public Rotary(ModelConfig config) {
    this.config = config;
    this.frequencies =
        switch (config.ropeScaling()) {
          case RopeScaling.None none -> plain(config.ropeTheta());
          case RopeScaling.DynamicNtk dynamic -> plain(config.ropeTheta());
          case RopeScaling.Linear linear -> divided(plain(config.ropeTheta()), linear.factor());
          case RopeScaling.Llama3 llama -> blended(plain(config.ropeTheta()), llama);
          case RopeScaling.Divisors own -> divided(plain(config.ropeTheta()), own.divisors());
          case RopeScaling.Yarn yarn -> ramped(plain(config.ropeTheta()), yarn);
        };
    this.attention = config.ropeScaling() instanceof RopeScaling.Yarn yarn ? yarn.attention() : 1;
  }

  private double[] plain(double theta) {
    var f = new double[config.headDim() / 2];
    for (int j = 0; j < f.length; j++) {
      f[j] = Math.pow(theta, -2.0 * j / config.headDim());
    }
    return f;
  }

  private static double[] divided(double[] f, double factor) {
    for (int j = 0; j < f.length; j++) {
      f[j] /= factor;
    }
    return f;
  }

  private static double[] divided(double[] f, List<Double> divisors) {
    for (int j = 0; j < f.length; j++) {
      f[j] /= divisors.get(j);
    }
    return f;
  }

  private static double[] blended(double[] f, RopeScaling.Llama3 s) {
    for (int j = 0; j < f.length; j++) {
      double turns = s.originalPositions() * f[j] / (2 * Math.PI);
      double kept =
          (turns - s.lowFrequencyFactor()) / (s.highFrequencyFactor() - s.lowFrequencyFactor());
      kept = Math.clamp(kept, 0, 1);
      f[j] = (1 - kept) * f[j] / s.factor() + kept * f[j];
    }
    return f;
  }

  /** YaRN: frequencies that turn often are kept, those that turn seldom divided. */
  private double[] ramped(double[] f, RopeScaling.Yarn s) {
    double low = Math.max(0, Math.floor(turning(s.betaFast(), s.originalPositions())));
    double high =
        Math.min(config.headDim() - 1, Math.ceil(turning(s.betaSlow(), s.originalPositions())));
    double width = high == low ? 0.001 : high - low;
    for (int j = 0; j < f.length; j++) {
      double ramp = Math.clamp((j - low) / width, 0, 1);
      f[j] = f[j] / s.factor() * ramp + f[j] * (1 - ramp);
    }
    return f;
  }

  /** The pair that turns {@code rotations} times over the original positions. */
  private double turning(double rotations, int positions) {
    return config.headDim()
        * Math.log(positions / (rotations * 2 * Math.PI))
        / (2 * Math.log(config.ropeTheta()));
  }

  /** The frequencies for a sequence of that many positions. */
  private double[] frequencies(int length) {
    if (config.ropeScaling() instanceof RopeScaling.DynamicNtk s
        && length > s.originalPositions()) {
      double stretch = s.factor() * length / s.originalPositions() - (s.factor() - 1);
      int d = config.headDim();
      return plain(config.ropeTheta() * Math.pow(stretch, d / (d - 2.0)));
    }
    return frequencies;
  }

  /**
   * Writes the d/2 cosines and then the d/2 sines of a position.
   *
   * @param length of the sequence, for scalings that depend on it
   */
  public void turn(int position, int length, float[] into, int at) {
    double[] f = frequencies(length);
    for (int j = 0; j < f.length; j++) {
      // the reference rounds angles to float before it takes cosines
      double angle = (float) f[j] * (float) position;
      into[at + j] = (float) (Math.cos(angle) * attention);
      into[at + f.length + j] = (float) (Math.sin(angle) * attention);
    }
  }

  /** Turns one head by what {@link #turn} wrote. */
  static void apply(float[] head, int at, float[] turn, int turnAt, int headDim) {
    int half = headDim / 2;
    for (int j = 0; j < half; j++) {
      float a = head[at + j];
      float b = head[at + half + j];
      float cos = turn[turnAt + j];
      float sin = turn[turnAt + half + j];
      head[at + j] = a * cos - b * sin;
      head[at + half + j] = b * cos + a * sin;
    }
  }
}

package dev.coderev.model.sampling;

/**
 * How a token is chosen.
 *
 * @param temperature 0 takes the most likely token
 * @param topK keeps so many of the most likely; 0 keeps all
 * @param topP keeps the fewest most likely that have this probability together; 1 keeps all
 * @param minP drops what is less likely than this share of the most likely; 0 drops none
 * @param repetitionPenalty divides positive logits of tokens seen before and multiplies negative
 *     ones; 1 changes nothing
 * @param seed of the random numbers; the same seed gives the same tokens
 * @param frequencyPenalty is taken from the logit of a token for each time that it was generated
 * @param presencePenalty is taken from the logits of tokens that were generated at all
 */
public record SamplingOptions(
    double temperature,
    int topK,
    double topP,
    double minP,
    double repetitionPenalty,
    long seed,
    double frequencyPenalty,
    double presencePenalty) {

  /** Always the most likely token. */
  public static final SamplingOptions GREEDY = new SamplingOptions(0, 0, 1, 0, 1, 0);

  /** Without penalties for what was generated. */
  public SamplingOptions(
      double temperature, int topK, double topP, double minP, double repetitionPenalty, long seed) {
    this(temperature, topK, topP, minP, repetitionPenalty, seed, 0, 0);
  }

  public SamplingOptions {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature must be at least 0, not " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("top-k must be at least 0, not " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("top-p must be above 0 and at most 1, not " + topP);
    }
    if (!(minP >= 0 && minP <= 1)) {
      throw new IllegalArgumentException("min-p must be within 0 and 1, not " + minP);
    }
    if (!(repetitionPenalty > 0) || Double.isInfinite(repetitionPenalty)) {
      throw new IllegalArgumentException(
          "repetition penalty must be positive, not " + repetitionPenalty);
    }
    if (!Double.isFinite(frequencyPenalty) || !Double.isFinite(presencePenalty)) {
      throw new IllegalArgumentException("penalties must be numbers");
    }
  }

  public SamplingOptions withTemperature(double other) {
    return new SamplingOptions(
        other, topK, topP, minP, repetitionPenalty, seed, frequencyPenalty, presencePenalty);
  }

  public SamplingOptions withTopK(int other) {
    return new SamplingOptions(
        temperature, other, topP, minP, repetitionPenalty, seed, frequencyPenalty, presencePenalty);
  }

  public SamplingOptions withTopP(double other) {
    return new SamplingOptions(
        temperature, topK, other, minP, repetitionPenalty, seed, frequencyPenalty, presencePenalty);
  }

  public SamplingOptions withMinP(double other) {
    return new SamplingOptions(
        temperature, topK, topP, other, repetitionPenalty, seed, frequencyPenalty, presencePenalty);
  }

  public SamplingOptions withRepetitionPenalty(double other) {
    return new SamplingOptions(
        temperature, topK, topP, minP, other, seed, frequencyPenalty, presencePenalty);
  }

  public SamplingOptions withSeed(long other) {
    return new SamplingOptions(
        temperature, topK, topP, minP, repetitionPenalty, other, frequencyPenalty, presencePenalty);
  }
}

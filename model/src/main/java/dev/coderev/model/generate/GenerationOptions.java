package dev.coderev.model.generate;

import dev.coderev.model.grammar.Grammar;
import dev.coderev.model.sampling.SamplingOptions;
import java.util.List;
import java.util.Optional;

/**
 * What to generate.
 *
 * @param maxTokens at most so many tokens
 * @param stops texts that end the answer and are left out of it
 * @param grammar what the answer must follow
 * @param likely how many of the most likely tokens to report for each token; 0 reports none
 */
public record GenerationOptions(
    int maxTokens,
    SamplingOptions sampling,
    List<String> stops,
    Optional<Grammar> grammar,
    int likely) {

  public GenerationOptions {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("max tokens must be at least 1, not " + maxTokens);
    }
    if (likely < 0) {
      throw new IllegalArgumentException("log-probabilities of " + likely + " tokens");
    }
    stops = List.copyOf(stops);
    if (stops.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a stop text must not be empty");
    }
  }

  /** The most likely tokens, without stops. */
  public static GenerationOptions greedy(int maxTokens) {
    return of(maxTokens, SamplingOptions.GREEDY);
  }

  public static GenerationOptions of(int maxTokens, SamplingOptions sampling) {
    return new GenerationOptions(maxTokens, sampling, List.of(), Optional.empty(), 0);
  }

  public GenerationOptions withStops(List<String> other) {
    return new GenerationOptions(maxTokens, sampling, other, grammar, likely);
  }

  public GenerationOptions withGrammar(Grammar other) {
    return new GenerationOptions(maxTokens, sampling, stops, Optional.of(other), likely);
  }

  public GenerationOptions withLikely(int count) {
    return new GenerationOptions(maxTokens, sampling, stops, grammar, count);
  }
}

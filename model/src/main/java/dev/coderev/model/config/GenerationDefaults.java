package dev.coderev.model.config;

import dev.coderev.model.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a model's makers want it to be sampled: {@code generation_config.json}.
 *
 * @param sample whether to draw at random; else the likeliest token is taken
 * @param endIds tokens that end a text; they go before those of config.json
 */
public record GenerationDefaults(
    boolean sample,
    OptionalDouble temperature,
    OptionalInt topK,
    OptionalDouble topP,
    OptionalDouble minP,
    OptionalDouble repetitionPenalty,
    List<Integer> endIds) {

  private static final String FILE = "generation_config.json";

  public GenerationDefaults {
    endIds = List.copyOf(endIds);
  }

  /**
   * What a checkpoint's directory says; empty when it has no such file, as GGUF files have none.
   */
  public static Optional<GenerationDefaults> of(Path source) {
    Path file = source.resolve(FILE);
    return Files.isRegularFile(file) ? Optional.of(read(JsonObject.read(file))) : Optional.empty();
  }

  private static GenerationDefaults read(JsonObject json) {
    return new GenerationDefaults(
        json.bool("do_sample", false),
        atLeast(json, "temperature", 0),
        json.integer("top_k"),
        atLeast(json, "top_p", 0),
        atLeast(json, "min_p", 0),
        atLeast(json, "repetition_penalty", 0),
        ConfigReader.specialTokens(json).endIds());
  }

  private static OptionalDouble atLeast(JsonObject json, String key, double least) {
    OptionalDouble number = json.number(key);
    if (number.isPresent() && !(number.getAsDouble() >= least)) {
      throw json.error(key, "must be at least " + least);
    }
    return number;
  }
}

package dev.coderev.model.config;

import dev.coderev.model.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the rotary settings: {@code rope_theta} and {@code rope_scaling}, or the newer {@code
 * rope_parameters} that holds both.
 */
final class RopeReader {

  private static final double BETA_FAST = 32;
  private static final double BETA_SLOW = 1;

  private final JsonObject json;
  private final int positions;

  RopeReader(JsonObject json, int positions) {
    this.json = json;
    this.positions = positions;
  }

  OptionalDouble theta() {
    OptionalDouble nested =
        json.object("rope_parameters")
            .map(rope -> rope.number("rope_theta"))
            .orElseGet(OptionalDouble::empty);
    return nested.isPresent() ? nested : json.number("rope_theta");
  }

  RopeScaling scaling() {
    Optional<JsonObject> given =
        json.object("rope_parameters").or(() -> json.object("rope_scaling"));
    return given.map(this::scaling).orElseGet(RopeScaling.None::new);
  }

  private RopeScaling scaling(JsonObject rope) {
    String type = rope.string("rope_type").or(() -> rope.string("type")).orElse("default");
    return switch (type) {
      case "default" -> new RopeScaling.None();
      case "linear" -> new RopeScaling.Linear(rope.requiredNumber("factor"));
      case "dynamic" -> new RopeScaling.DynamicNtk(rope.requiredNumber("factor"), original(rope));
      case "llama3" ->
          new RopeScaling.Llama3(
              rope.requiredNumber("factor"),
              rope.requiredNumber("low_freq_factor"),
              rope.requiredNumber("high_freq_factor"),
              rope.requiredInteger("original_max_position_embeddings"));
      case "yarn" -> yarn(rope);
      default ->
          throw rope.error(
              "rope_type", "\"" + type + "\" is not one of default, linear, dynamic, llama3, yarn");
    };
  }

  private RopeScaling yarn(JsonObject rope) {
    int original = original(rope);
    double factor = rope.number("factor").orElse((double) positions / original);
    return new RopeScaling.Yarn(
        factor,
        original,
        rope.number("beta_fast").orElse(BETA_FAST),
        rope.number("beta_slow").orElse(BETA_SLOW),
        attention(rope, factor));
  }

  /** Given outright, or as the quotient of two DeepSeek scales. */
  private static OptionalDouble attention(JsonObject rope, double factor) {
    OptionalDouble given = rope.number("attention_factor");
    OptionalDouble scale = rope.number("mscale");
    OptionalDouble all = rope.number("mscale_all_dim");
    if (given.isPresent() || scale.isEmpty() || all.isEmpty()) {
      return given;
    }
    double log = Math.log(Math.max(1, factor));
    return OptionalDouble.of(
        (0.1 * scale.getAsDouble() * log + 1) / (0.1 * all.getAsDouble() * log + 1));
  }

  private int original(JsonObject rope) {
    return rope.integer("original_max_position_embeddings").orElse(positions);
  }
}

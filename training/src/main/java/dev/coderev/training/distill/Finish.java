package dev.coderev.training.distill;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import java.util.LinkedHashMap;

/**
 * How a student gets few bits in the end: it is quantized and then taught once more, computing with
 * nothing but what its codes can stand for.
 *
 * @param tokens that it is taught with
 * @param rate the highest rate of learning meanwhile
 */
public record Finish(QuantizationRecipe recipe, long tokens, double rate) {

  public Finish {
    if (tokens < 1 || !(rate > 0 && rate < 1)) {
      throw new TrainingException(
          "a finish takes one token or more at a rate between 0 and 1, not "
              + tokens
              + " at "
              + rate);
    }
  }

  /** Refuses students that the recipe has no room for. */
  void requireHolds(ModelConfig student) {
    recipe.requireHolds(student);
    if (recipe.method().grouped()) {
      return;
    }
    WeightShapes.of(student)
        .forEach((name, shape) -> {
          boolean coded = shape.rank() == 2 && name.startsWith("model.layers.");
          if (coded && recipe.bits() == 4 && shape.elements() % recipe.groupSize() != 0) {
            throw new TrainingException(
                name + " is not made of whole blocks of " + recipe.groupSize());
          }
        });
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("method", Json.of(recipe.method().name()));
    json.put("bits", Json.of(recipe.bits()));
    json.put("group_size", Json.of(recipe.groupSize()));
    json.put("symmetric", Json.of(recipe.symmetric()));
    json.put("doubled", Json.of(recipe.doubled()));
    json.put("layout", Json.of(recipe.layout().name()));
    json.put("tokens", Json.of(tokens));
    json.put("rate", Json.of(rate));
    return new Json.Obj(json);
  }

  static Finish of(JsonObject json) {
    var recipe =
        new QuantizationRecipe(
            QuantizationRecipe.Method.valueOf(json.requiredString("method")),
            json.requiredInteger("bits"),
            json.requiredInteger("group_size"),
            json.bool("symmetric", true),
            json.bool("doubled", false),
            QuantizationRecipe.Layout.valueOf(json.requiredString("layout")));
    return new Finish(recipe, (long) json.requiredNumber("tokens"), json.requiredNumber("rate"));
  }
}

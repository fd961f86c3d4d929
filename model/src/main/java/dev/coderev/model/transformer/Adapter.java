package dev.coderev.model.transformer;

import dev.coderev.model.ModelException;
import java.util.Map;
import java.util.Optional;

/**
 * A set of low-rank additions by the module path of the linear layer that each belongs to; applied
 * while the model runs, so that one base serves many of them.
 *
 * @param parts for example by {@code model.layers.0.self_attn.q_proj}
 */
public record Adapter(String name, Map<String, LowRank> parts) {

  /** Adds nothing. */
  public static final Adapter NONE = new Adapter("", Map.of());

  public Adapter {
    parts = Map.copyOf(parts);
  }

  Optional<LowRank> part(String module) {
    return Optional.ofNullable(parts.get(module));
  }

  /** Fails when a part has no layer of its shape in the model. */
  void checkAgainst(Weights weights) {
    for (Map.Entry<String, LowRank> part : parts.entrySet()) {
      Linear layer =
          weights
              .linear(part.getKey())
              .orElseThrow(() ->
                  new ModelException(
                      "adapter " + name + ": the model has no layer " + part.getKey()));
      if (!part.getValue().fits(layer.weight().rows(), layer.weight().columns())) {
        throw new ModelException(
            "adapter " + name + ": " + part.getKey() + " has another shape than the model's");
      }
    }
  }
}

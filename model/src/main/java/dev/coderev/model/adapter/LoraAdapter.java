package dev.coderev.model.adapter;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A low-rank adapter: additions to linear layers by module path, for example {@code
 * model.layers.0.self_attn.q_proj}.
 */
public record LoraAdapter(AdapterConfig config, SequencedMap<String, LoraPart> parts) {

  public LoraAdapter {
    parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
  }

  /** Fails unless every part has a layer of its shape in the model. */
  public void checkAgainst(ModelConfig model) {
    Map<String, Shape> shapes = WeightShapes.of(model);
    parts.forEach((module, part) -> {
      Shape shape = shapes.get(module + ".weight");
      if (shape == null || shape.rank() != 2) {
        throw new ModelException("the adapter changes " + module + ", which the model lacks");
      }
      if (!shape.equals(Shape.of(part.out(), part.in()))) {
        throw new ModelException(
            "the adapter's "
                + module
                + " is for ["
                + part.out()
                + ", "
                + part.in()
                + "], the model's is "
                + shape);
      }
    });
  }

  /** Fails when the adapter names a base by its digest and this is another. */
  public void checkBase(String digest) {
    config
        .baseDigest()
        .filter(wanted -> !wanted.equals(digest))
        .ifPresent(wanted -> {
          throw new ModelException(
              "the adapter was made for the base " + wanted + ", this one is " + digest);
        });
  }
}

package dev.coderev.model.config;

import dev.coderev.model.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors that a checkpoint of a configuration holds: Hugging Face names and their shapes. */
public final class WeightShapes {

  public static final String EMBEDDINGS = "model.embed_tokens.weight";
  public static final String FINAL_NORM = "model.norm.weight";
  public static final String HEAD = "lm_head.weight";

  private final ModelConfig config;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  private WeightShapes(ModelConfig config) {
    this.config = config;
  }

  /** In the order of computation; the head is absent when it is tied to the embeddings. */
  public static Map<String, Shape> of(ModelConfig config) {
    return Collections.unmodifiableMap(new WeightShapes(config).collect());
  }

  /** What the names of layer {@code index} begin with. */
  public static String layer(int index) {
    return "model.layers." + index + ".";
  }

  private Map<String, Shape> collect() {
    shapes.put(EMBEDDINGS, Shape.of(config.vocabSize(), config.hiddenSize()));
    for (int i = 0; i < config.layers(); i++) {
      layerShapes(layer(i));
    }
    shapes.put(FINAL_NORM, Shape.of(config.hiddenSize()));
    if (!config.tiedEmbeddings()) {
      shapes.put(HEAD, Shape.of(config.vocabSize(), config.hiddenSize()));
    }
    return shapes;
  }

  private void layerShapes(String layer) {
    int hidden = config.hiddenSize();
    int inner = config.intermediateSize();
    Biases biases = config.biases();
    shapes.put(layer + "input_layernorm.weight", Shape.of(hidden));
    linear(layer + "self_attn.q_proj", config.queryWidth(), hidden, biases.queryKeyValue());
    linear(layer + "self_attn.k_proj", config.keyValueWidth(), hidden, biases.queryKeyValue());
    linear(layer + "self_attn.v_proj", config.keyValueWidth(), hidden, biases.queryKeyValue());
    if (config.queryKeyNorm()) {
      shapes.put(layer + "self_attn.q_norm.weight", Shape.of(config.headDim()));
      shapes.put(layer + "self_attn.k_norm.weight", Shape.of(config.headDim()));
    }
    linear(layer + "self_attn.o_proj", hidden, config.queryWidth(), biases.output());
    shapes.put(layer + "post_attention_layernorm.weight", Shape.of(hidden));
    linear(layer + "mlp.gate_proj", inner, hidden, biases.mlp());
    linear(layer + "mlp.up_proj", inner, hidden, biases.mlp());
    linear(layer + "mlp.down_proj", hidden, inner, biases.mlp());
  }

  private void linear(String name, int out, int in, boolean bias) {
    shapes.put(name + ".weight", Shape.of(out, in));
    if (bias) {
      shapes.put(name + ".bias", Shape.of(out));
    }
  }
}

package dev.coderev.model.convert;

import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.quantizer.ChannelScales;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.Grid;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A layer whose inputs were made alike: consumers' columns take a factor, and what gives the inputs
 * is divided by it, so that the layer computes what it did.
 *
 * <pre>
 * input norm → q, k, v     v → o (query heads of a group share)     norm → gate, up     up → down
 * </pre>
 */
final class Equalization {

  private final ReplacedTensors model;
  private final Map<String, Hessian> moments;
  private final Grid grid;
  private final Workers workers;

  /**
   * @param moments of the layer's linear layers by module; divided by the factors found
   */
  Equalization(ReplacedTensors model, Map<String, Hessian> moments, Grid grid, Workers workers) {
    this.model = model;
    this.moments = moments;
    this.grid = grid;
    this.workers = workers;
  }

  void of(int index) {
    ModelConfig config = model.config();
    String layer = WeightShapes.layer(index);
    String attention = layer + "self_attn.";
    String mlp = layer + "mlp.";
    move(
        layer + "input_layernorm",
        List.of(attention + "q_proj", attention + "k_proj", attention + "v_proj"),
        same(config.hiddenSize()));
    move(attention + "v_proj", List.of(attention + "o_proj"), heads(config));
    move(
        layer + "post_attention_layernorm",
        List.of(mlp + "gate_proj", mlp + "up_proj"),
        same(config.hiddenSize()));
    move(mlp + "up_proj", List.of(mlp + "down_proj"), same(config.intermediateSize()));
  }

  private static List<Integer> same(int width) {
    return IntStream.range(0, width).boxed().toList();
  }

  /** The row of v that each input of o comes from: query heads of a group read the same. */
  private static List<Integer> heads(ModelConfig config) {
    int dim = config.headDim();
    int group = config.heads() / config.kvHeads();
    return IntStream.range(0, config.queryWidth())
        .map(i -> i / dim / group * dim + i % dim)
        .boxed()
        .toList();
  }

  private void move(String giver, List<String> consumers, List<Integer> channelOf) {
    Hessian inputs = moments.get(consumers.getFirst());
    if (inputs == null) {
      throw new IllegalStateException("the model never read " + consumers.getFirst());
    }
    List<DenseWeight> weights =
        consumers.stream().map(it -> DenseWeight.of(model.tensor(it + ".weight"))).toList();
    var scales = new ChannelScales(weights, inputs, grid, channelOf);
    float[] factors = scales.search(workers);
    float[] ofInputs = scales.ofInputs(factors);
    Hessian divided = inputs.dividedBy(ofInputs);
    for (String consumer : consumers) {
      String name = consumer + ".weight";
      float[] values = model.tensor(name).toFloats();
      for (int i = 0; i < values.length; i++) {
        values[i] *= ofInputs[i % ofInputs.length];
      }
      model.replace(name, values);
      moments.put(WeightPacking.module(name), divided);
    }
    divideRows(giver + ".weight", factors);
    if (model.find(giver + ".bias").isPresent()) {
      divideRows(giver + ".bias", factors);
    }
  }

  /** Divides the rows of a matrix, or the elements of a vector. */
  private void divideRows(String name, float[] factors) {
    Tensor tensor = model.tensor(name);
    float[] values = tensor.toFloats();
    int columns = values.length / factors.length;
    for (int i = 0; i < values.length; i++) {
      values[i] /= factors[i / columns];
    }
    model.replace(name, values);
  }
}

package dev.coderev.model.transformer;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.Matrix;
import dev.coderev.model.kernel.RowMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The weights of a transformer as its kernels read them.
 *
 * @param head gives the logits; the embeddings themselves when they are tied
 */
public record Weights(Matrix embeddings, List<Layer> layers, Norm finalNorm, Matrix head) {

  /** The weights of an RMSNorm. */
  static final class Norm {

    private final float[] values;

    Norm(float[] values) {
      this.values = values;
    }

    float[] values() {
      return values;
    }
  }

  /** One decoder layer. */
  record Layer(
      Norm attentionNorm,
      Linear query,
      Linear key,
      Linear value,
      Optional<Norm> queryNorm,
      Optional<Norm> keyNorm,
      Linear output,
      Norm mlpNorm,
      Linear gate,
      Linear up,
      Linear down) {

    Stream<Linear> linears() {
      return Stream.of(query, key, value, output, gate, up, down);
    }
  }

  public Weights {
    layers = List.copyOf(layers);
  }

  /** Reads a checkpoint layer by layer; what was packed is let go of in the file's mapping. */
  public static Weights load(Checkpoint checkpoint, Matrices matrices) {
    return new Reader(checkpoint, matrices).read();
  }

  /** The linear layer of a module path. */
  Optional<Linear> linear(String name) {
    return layers.stream().flatMap(Layer::linears).filter(it -> it.name().equals(name)).findAny();
  }

  /** The bytes of all matrices. */
  public long bytes() {
    return perToken() + (embeddings == head ? 0 : embeddings.bytes());
  }

  /** The matrices that a token of a single sequence reads. */
  public List<Matrix> perTokenMatrices() {
    return Stream.concat(
            layers.stream().flatMap(Layer::linears).map(Linear::weight), Stream.of(head))
        .toList();
  }

  /** The bytes of weights that a token of a single sequence reads. */
  public long perToken() {
    return perTokenMatrices().stream().mapToLong(Matrix::bytes).sum();
  }

  /** How much of the matrices is stored in which format, for people. */
  public List<String> formats() {
    var bytes = new TreeMap<String, Long>();
    Stream.concat(
            Stream.of(embeddings, head).distinct(),
            layers.stream().flatMap(Layer::linears).map(Linear::weight))
        .forEach(it -> bytes.merge(it.format(), it.bytes(), Long::sum));
    return bytes.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(it -> it.getKey())
        .toList();
  }

  /** Whether a matrix still reads the checkpoint's mapping, which must stay open then. */
  public boolean readsCheckpoint() {
    return Stream.concat(
            Stream.of(embeddings, head),
            layers.stream().flatMap(Layer::linears).map(Linear::weight))
        .anyMatch(it -> it instanceof RowMatrix);
  }

  private record Reader(Checkpoint checkpoint, Matrices matrices) {

    Weights read() {
      ModelConfig config = checkpoint.config();
      Matrix embeddings = matrix(WeightShapes.EMBEDDINGS);
      var layers = new ArrayList<Layer>();
      for (int i = 0; i < config.layers(); i++) {
        layers.add(layer(WeightShapes.layer(i), config));
      }
      Matrix head = config.tiedEmbeddings() ? embeddings : matrix(WeightShapes.HEAD);
      return new Weights(embeddings, layers, norm(WeightShapes.FINAL_NORM), head);
    }

    private Layer layer(String prefix, ModelConfig config) {
      boolean normed = config.queryKeyNorm();
      return new Layer(
          norm(prefix + "input_layernorm.weight"),
          linear(prefix + "self_attn.q_proj"),
          linear(prefix + "self_attn.k_proj"),
          linear(prefix + "self_attn.v_proj"),
          normed ? Optional.of(norm(prefix + "self_attn.q_norm.weight")) : Optional.empty(),
          normed ? Optional.of(norm(prefix + "self_attn.k_norm.weight")) : Optional.empty(),
          linear(prefix + "self_attn.o_proj"),
          norm(prefix + "post_attention_layernorm.weight"),
          linear(prefix + "mlp.gate_proj"),
          linear(prefix + "mlp.up_proj"),
          linear(prefix + "mlp.down_proj"));
    }

    private Linear linear(String name) {
      Linear.Bias bias =
          checkpoint
              .find(name + ".bias")
              .map(it -> new Linear.Bias(it.toFloats()))
              .orElse(Linear.Bias.NONE);
      return new Linear(name, matrix(name + ".weight"), bias);
    }

    private Norm norm(String name) {
      return new Norm(checkpoint.tensor(name).toFloats());
    }

    private Matrix matrix(String name) {
      return checkpoint
          .quantized(name)
          .flatMap(matrices::packed)
          .orElseGet(() -> matrices.matrix(checkpoint.tensor(name)));
    }
  }
}

package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.adapter.LoraAdapter;
import dev.coderev.model.adapter.MergedWeights;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointDigest;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.precision.Losses;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.model.tokens.TokenizerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * One checkpoint written as another: a directory, or a GGUF file when the target ends in .gguf.
 *
 * <p>A tensor whose type stays is copied byte for byte. Tensors pass through one after the other,
 * so that a model larger than memory can be converted.
 *
 * @param plan the types to write; without one each tensor keeps its own where the target can hold
 *     it
 */
public record Conversion(Path source, Path target, Optional<TypePlan> plan, Rounding rounding) {

  /** What became of one tensor. */
  public record Written(String name, DType from, DType to, Losses losses) {}

  /** Converts and says what was lost, tensor by tensor. */
  public List<Written> run() {
    return run(checkpoint -> tensor -> Values.unchanged(tensor));
  }

  /** Converts with an adapter added to the weights; it must fit the model and be made for it. */
  public List<Written> run(LoraAdapter adapter) {
    var merged = new MergedWeights(adapter);
    return run(checkpoint -> {
      adapter.checkAgainst(checkpoint.config());
      if (adapter.config().baseDigest().isPresent()) {
        adapter.checkBase(CheckpointDigest.of(checkpoint));
      }
      return tensor ->
          merged
              .of(tensor)
              .map(it -> new Values(tensor, it, true))
              .orElseGet(() -> Values.unchanged(tensor));
    });
  }

  /**
   * The values to write for a tensor.
   *
   * @param changed whether they are others than the tensor's, so that its bytes must not be copied
   */
  private record Values(Tensor tensor, FloatSource floats, boolean changed) {

    static Values unchanged(Tensor tensor) {
      return new Values(
          tensor, (from, into, count) -> tensor.readFloats(from, into, 0, count), false);
    }
  }

  private List<Written> run(Function<Checkpoint, Function<Tensor, Values>> changes) {
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      Function<Tensor, Values> values = changes.apply(checkpoint);
      boolean gguf = CheckpointWriter.isGguf(target);
      var choice = new TypeChoice(checkpoint, plan, gguf);
      ConcurrentMap<String, Losses> losses = new ConcurrentHashMap<>();
      var written = new ArrayList<Written>();
      var tensors = new ArrayList<TensorSource>();
      for (String name : WeightShapes.of(checkpoint.config()).keySet()) {
        Tensor tensor = checkpoint.tensor(name);
        DType to = choice.type(tensor);
        tensors.add(write(values.apply(tensor), to, losses));
        written.add(new Written(name, tensor.dtype(), to, Losses.NONE));
      }
      write(checkpoint.config().withDtype(choice.plain()), tensors, gguf);
      return written.stream()
          .map(it ->
              new Written(
                  it.name(), it.from(), it.to(), losses.getOrDefault(it.name(), Losses.NONE)))
          .toList();
    }
  }

  private TensorSource write(Values values, DType to, ConcurrentMap<String, Losses> losses) {
    Tensor tensor = values.tensor();
    if (tensor.dtype() == to && !values.changed()) {
      return TensorSource.of(tensor);
    }
    return EncodedTensor.of(
        tensor.name(),
        to,
        tensor.shape(),
        values.floats(),
        rounding,
        lost -> losses.put(tensor.name(), lost));
  }

  private void write(ModelConfig config, List<TensorSource> tensors, boolean gguf) {
    if (gguf) {
      Path name = source.toAbsolutePath().normalize().getFileName();
      CheckpointWriter.gguf(target, config, tensors, String.valueOf(name), tokenizer());
      return;
    }
    if (config.ropeScaling() instanceof RopeScaling.Divisors) {
      throw new ModelException(
          source + " stretches its rotary frequencies in a way that config.json cannot say");
    }
    CheckpointWriter.directory(
        target, config, tensors, staged -> SideFiles.bring(source, config, staged));
  }

  /** A checkpoint without tokenizer is converted without one. */
  private Optional<TokenizerFiles> tokenizer() {
    if (Files.isDirectory(source) && !Files.exists(source.resolve("tokenizer.json"))) {
      return Optional.empty();
    }
    return Optional.of(TokenizerFiles.open(source));
  }
}

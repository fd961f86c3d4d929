package dev.coderev.model.init;

import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.TensorSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with random weights and a working tokenizer, written as a directory, or as one file
 * when the target ends in .gguf. Weights are made while they are written, so size is no matter.
 */
public final class RandomCheckpoint {

  private RandomCheckpoint() {}

  /**
   * Writes a checkpoint.
   *
   * @param shape without special tokens, as {@link Presets} gives it
   * @param dtype of linear layers; what stands beside them follows the target's customs
   */
  public static void write(Path target, String name, ModelConfig shape, DType dtype, long seed) {
    var tokenizer = OwnTokenizer.of(shape.architecture(), shape.vocabSize());
    boolean gguf = CheckpointWriter.isGguf(target);
    var none = new LinkedHashMap<String, DType>();
    TypePlan plan = gguf ? TypePlan.forGguf(dtype, none) : TypePlan.forDirectory(dtype, none);
    ModelConfig config =
        shape.withSpecialTokens(tokenizer.specialTokens()).withDtype(plan.vectors());
    List<TensorSource> tensors = RandomWeights.of(config, seed, plan::type);
    if (gguf) {
      CheckpointWriter.gguf(target, config, tensors, name, Optional.of(tokenizer.files()));
    } else {
      CheckpointWriter.directory(
          target, config, tensors, staged -> tokenizer.write(staged, config.maxPositions()));
    }
  }
}

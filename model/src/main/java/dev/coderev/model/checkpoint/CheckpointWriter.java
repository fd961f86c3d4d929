package dev.coderev.model.checkpoint;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ConfigWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.gguf.GgufValue;
import dev.coderev.model.gguf.GgufWriter;
import dev.coderev.model.json.Json;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.safetensors.SafetensorsShards;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.model.tokens.GgufTokenizer;
import dev.coderev.model.tokens.TokenizerFiles;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * Writes a checkpoint, all of it or nothing, from tensors that go by directory names and keep
 * halves order.
 */
public final class CheckpointWriter {

  private static final long SHARD_BYTES = 5_000_000_000L;

  private CheckpointWriter() {}

  /**
   * Writes a Hugging Face directory. Q4_0 and Q8_0 weights are packed as compressed-tensors does.
   *
   * @param others writes the tokenizer and what else belongs into the directory
   */
  public static void directory(
      Path target, ModelConfig config, List<TensorSource> tensors, Staging.Step others) {
    Map<String, Json> quantization = quantization(tensors);
    var parts = new ArrayList<TensorSource>();
    for (TensorSource tensor : tensors) {
      if (tensor.dtype().isBlock()) {
        parts.addAll(PackedWeight.split(tensor));
      } else {
        parts.add(tensor);
      }
    }
    directory(target, config, quantization, staged -> parts, others);
  }

  /** What is to be written, found while the directory is staged. */
  @FunctionalInterface
  public interface Tensors {

    /**
     * The tensors; temporary files among those of the directory must be gone after {@code others}.
     */
    List<TensorSource> in(Path staged) throws IOException;
  }

  /**
   * Writes a Hugging Face directory of packed weights.
   *
   * @param packing what its {@code quantization_config} says
   * @param tensors the parts of packed weights and what is not packed
   */
  public static void directory(
      Path target,
      ModelConfig config,
      WeightPacking packing,
      Tensors tensors,
      Staging.Step others) {
    directory(
        target,
        config,
        Map.of(PackedDirectory.KEY, new Json.Obj(packing.settings())),
        tensors,
        others);
  }

  private static void directory(
      Path target,
      ModelConfig config,
      Map<String, Json> quantization,
      Tensors tensors,
      Staging.Step others) {
    Staging.directory(
        target,
        staged -> {
          ConfigWriter.write(staged.resolve(HuggingFaceDirectory.CONFIG), config, quantization);
          SafetensorsShards.write(staged, tensors.in(staged), SHARD_BYTES);
          others.write(staged);
        });
  }

  private static Map<String, Json> quantization(List<TensorSource> tensors) {
    List<DType> blocks =
        tensors.stream().map(TensorSource::dtype).filter(DType::isBlock).distinct().toList();
    if (blocks.isEmpty()) {
      return Map.of();
    }
    if (blocks.size() > 1 || !PackedWeight.knows(blocks.getFirst())) {
      throw new ModelException(
          "a directory holds weights of 4 bits (q4_0) or of 8 (q8_0), not "
              + blocks
              + "; write a .gguf file");
    }
    int bits = blocks.getFirst() == DType.Q4_0 ? 4 : 8;
    return Map.of(PackedDirectory.KEY, new Json.Obj(PackedDirectory.ofBlocks(bits).settings()));
  }

  /** Writes a GGUF file. One-dimensional tensors must be F32 there. */
  public static void gguf(
      Path target,
      ModelConfig config,
      List<TensorSource> tensors,
      String name,
      Optional<TokenizerFiles> tokenizer) {
    var renamed = new ArrayList<TensorSource>();
    GgufKeys.ropeDivisors(config).ifPresent(renamed::add);
    for (TensorSource tensor : tensors) {
      String ggufName =
          GgufNames.toGguf(tensor.name())
              .orElseThrow(
                  () -> new ModelException("GGUF has no name for the tensor " + tensor.name()));
      renamed.add(neighbours(config, tensor).named(ggufName));
    }
    SequencedMap<String, GgufValue> keys = new LinkedHashMap<>(GgufKeys.of(config, name, tensors));
    List<Integer> ends = config.specialTokens().endIds();
    tokenizer.ifPresent(
        it -> keys.putAll(GgufTokenizer.keys(it, config.vocabSize(), ends.stream().findFirst())));
    if (ends.size() > 1) {
      keys.put("tokenizer.ggml.eot_token_id", GgufValue.u32(ends.get(1)));
    }
    Staging.file(target, staged -> GgufWriter.write(staged, keys, renamed));
  }

  private static TensorSource neighbours(ModelConfig config, TensorSource tensor) {
    OptionalInt heads = HeadRows.permutedHeads(config, tensor.name());
    if (heads.isEmpty()) {
      return tensor;
    }
    return new TensorSource(
        tensor.name(),
        tensor.dtype(),
        tensor.shape(),
        out -> {
          try (var arena = Arena.ofConfined()) {
            MemorySegment halves = SegmentChannel.collect(tensor, arena);
            MemorySegment moved = arena.allocate(tensor.bytes(), 64);
            HeadRows.toNeighbours(halves, moved, tensor.shape(), heads.getAsInt());
            TensorSource.write(moved, out);
          }
        });
  }

  /** Whether a path asks for a GGUF file. */
  public static boolean isGguf(Path target) {
    return target.toString().endsWith(".gguf");
  }

  /** A step that adds nothing. */
  public static Staging.Step nothingElse() {
    return CheckpointWriter::nothing;
  }

  private static void nothing(Path staged) throws IOException {}
}

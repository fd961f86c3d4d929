package dev.coderev.model.checkpoint;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeDivisors;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.gguf.GgufValue;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The keys of a GGUF file that describe a model configuration. */
final class GgufKeys {

  private static final Map<DType, Integer> FILE_TYPES =
      Map.ofEntries(
          Map.entry(DType.F32, 0),
          Map.entry(DType.F16, 1),
          Map.entry(DType.Q4_0, 2),
          Map.entry(DType.Q4_1, 3),
          Map.entry(DType.Q8_0, 7),
          Map.entry(DType.Q5_0, 8),
          Map.entry(DType.Q5_1, 9),
          Map.entry(DType.BF16, 32),
          Map.entry(DType.Q4_K, 14),
          Map.entry(DType.Q5_K, 16),
          Map.entry(DType.Q6_K, 18));

  private final ModelConfig config;
  private final SequencedMap<String, GgufValue> keys = new LinkedHashMap<>();

  private GgufKeys(ModelConfig config) {
    this.config = config;
  }

  static SequencedMap<String, GgufValue> of(
      ModelConfig config, String name, List<TensorSource> tensors) {
    var keys = new GgufKeys(config);
    keys.general(name, tensors);
    keys.sizes();
    keys.rope();
    return keys.keys;
  }

  private void general(String name, List<TensorSource> tensors) {
    keys.put("general.architecture", GgufValue.text(config.architecture().ggufName()));
    keys.put("general.type", GgufValue.text("model"));
    keys.put("general.name", GgufValue.text(name));
    keys.put("general.quantization_version", GgufValue.u32(2));
    mostCommon(tensors)
        .flatMap(it -> Optional.ofNullable(FILE_TYPES.get(it)))
        .ifPresent(it -> keys.put("general.file_type", GgufValue.u32(it)));
  }

  /** The type that most matrices have. */
  private static Optional<DType> mostCommon(List<TensorSource> tensors) {
    return tensors.stream()
        .filter(it -> it.shape().rank() > 1)
        .collect(Collectors.groupingBy(TensorSource::dtype, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<DType, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private void sizes() {
    whole("vocab_size", config.vocabSize());
    whole("context_length", config.maxPositions());
    whole("embedding_length", config.hiddenSize());
    whole("block_count", config.layers());
    whole("feed_forward_length", config.intermediateSize());
    whole("attention.head_count", config.heads());
    whole("attention.head_count_kv", config.kvHeads());
    whole("attention.key_length", config.headDim());
    whole("attention.value_length", config.headDim());
    put("attention.layer_norm_rms_epsilon", GgufValue.f32(config.normEpsilon()));
    config.slidingWindow().ifPresent(it -> whole("attention.sliding_window", it.size()));
  }

  private void rope() {
    whole("rope.dimension_count", config.headDim());
    put("rope.freq_base", GgufValue.f32(config.ropeTheta()));
    switch (config.ropeScaling()) {
      case RopeScaling.None ignored -> {}
      case RopeScaling.Llama3 ignored -> {}
      case RopeScaling.Divisors ignored -> {}
      case RopeScaling.Linear(double factor) -> {
        put("rope.scaling.type", GgufValue.text("linear"));
        put("rope.scaling.factor", GgufValue.f32(factor));
      }
      case RopeScaling.Yarn yarn -> {
        put("rope.scaling.type", GgufValue.text("yarn"));
        put("rope.scaling.factor", GgufValue.f32(yarn.factor()));
        whole("rope.scaling.original_context_length", yarn.originalPositions());
        put("rope.scaling.yarn_beta_fast", GgufValue.f32(yarn.betaFast()));
        put("rope.scaling.yarn_beta_slow", GgufValue.f32(yarn.betaSlow()));
        double usual = 0.1 * Math.log(yarn.factor()) + 1;
        put("rope.scaling.attn_factor", GgufValue.f32(yarn.attention() / usual));
      }
      case RopeScaling.DynamicNtk ignored ->
          throw new ModelException(
              "GGUF has no dynamic RoPE scaling; this model cannot be written");
    }
  }

  private void whole(String key, int value) {
    put(key, GgufValue.u32(value));
  }

  private void put(String key, GgufValue value) {
    keys.put(config.architecture().ggufName() + "." + key, value);
  }

  /** The tensor of RoPE divisors, for scalings that GGUF has no keys for. */
  static Optional<TensorSource> ropeDivisors(ModelConfig config) {
    return switch (config.ropeScaling()) {
      case RopeScaling.Llama3 llama3 ->
          Optional.of(divisors(RopeDivisors.of(llama3, config.ropeTheta(), config.headDim())));
      case RopeScaling.Divisors(List<Double> given) -> Optional.of(divisors(given));
      default -> Optional.empty();
    };
  }

  private static TensorSource divisors(List<Double> values) {
    return new TensorSource(
        GgufNames.ROPE_DIVISORS,
        DType.F32,
        Shape.of(values.size()),
        out -> {
          MemorySegment floats = MemorySegment.ofArray(new byte[values.size() * 4]);
          for (int i = 0; i < values.size(); i++) {
            floats.set(LittleEndian.FLOAT, i * 4L, values.get(i).floatValue());
          }
          TensorSource.write(floats, out);
        });
  }
}

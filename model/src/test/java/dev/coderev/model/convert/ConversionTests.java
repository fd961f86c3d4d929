package dev.coderev.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tokens.Tokenizer;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTests {

  private static final String QUERY = "model.layers.1.self_attn.q_proj.weight";

  @TempDir private Path folder;

  private Path source(String shape, DType dtype, String name) {
    Path target = folder.resolve(name);
    RandomCheckpoint.write(target, shape, Presets.all().get(shape), dtype, 5);
    return target;
  }

  private Path convert(Path from, String to, Optional<DType> dtype) {
    Path target = folder.resolve(to);
    var none = new LinkedHashMap<String, DType>();
    Optional<TypePlan> plan =
        dtype.map(it ->
            CheckpointWriter.isGguf(target)
                ? TypePlan.forGguf(it, none)
                : TypePlan.forDirectory(it, none));
    new Conversion(from, target, plan, new Rounding.Nearest()).run();
    return target;
  }

  private static void assertSameWeights(Path one, Path other) {
    try (Checkpoint left = Checkpoint.open(one);
        Checkpoint right = Checkpoint.open(other)) {
      for (String name : WeightShapes.of(left.config()).keySet()) {
        assertThat(right.tensor(name).toFloats())
            .as(name)
            .containsExactly(left.tensor(name).toFloats());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3", "tiny-mistral"})
  void directoriesComeBackFromGguf(String shape) {
    Path directory = source(shape, DType.F32, "a");
    Path gguf = convert(directory, "b.gguf", Optional.empty());
    Path back = convert(gguf, "c", Optional.empty());
    assertThat(back.resolve("model.safetensors"))
        .hasSameBinaryContentAs(directory.resolve("model.safetensors"));
    assertThat(back.resolve("tokenizer.json"))
        .hasSameBinaryContentAs(directory.resolve("tokenizer.json"));
    try (Checkpoint one = Checkpoint.open(directory);
        Checkpoint other = Checkpoint.open(back);
        Tokenizer tokenizer = Tokenizer.open(back)) {
      assertThat(other.config()).isEqualTo(one.config());
      assertThat(tokenizer.chatTemplate()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"Q4_0, int4", "Q8_0, int8"})
  void packedWeightsMeanTheSameInBothFormats(DType dtype, String name) {
    Path directory = source("tiny-qwen2", DType.F32, "f32");
    Path packed = convert(directory, name, Optional.of(dtype));
    assertThat(packed.resolve("config.json")).content().contains("pack-quantized");
    try (Checkpoint checkpoint = Checkpoint.open(packed)) {
      assertThat(checkpoint.tensor(QUERY).dtype()).isEqualTo(dtype);
      assertThat(checkpoint.tensor(WeightShapes.EMBEDDINGS).dtype()).isEqualTo(DType.F16);
      assertThat(checkpoint.names())
          .containsExactlyInAnyOrderElementsOf(WeightShapes.of(checkpoint.config()).keySet());
    }
    Path gguf = convert(packed, name + ".gguf", Optional.empty());
    assertSameWeights(packed, gguf);
    Path back = convert(gguf, name + "-back", Optional.empty());
    assertThat(back.resolve("model.safetensors"))
        .hasSameBinaryContentAs(packed.resolve("model.safetensors"));
  }

  @Test
  void packsLowBitsFirstWithTheValuePlusEight() {
    Path packed = convert(source("tiny-llama", DType.F32, "f"), "p", Optional.of(DType.Q4_0));
    try (Checkpoint checkpoint = Checkpoint.open(packed)) {
      Tensor blocks = checkpoint.tensor(QUERY);
      Tensor words = checkpoint.tensor(QUERY + "_packed");
      Tensor scales = checkpoint.tensor(QUERY + "_scale");
      assertThat(checkpoint.find(QUERY + "_shape")).isPresent();
      int word = words.data().get(ValueLayout.JAVA_INT_UNALIGNED, 0);
      for (int j = 0; j < 8; j++) {
        assertThat((((word >>> (4 * j)) & 15) - 8) * scales.at(0)).isEqualTo(blocks.at(j));
      }
    }
  }

  @Test
  void wideningIsExactAndNarrowingComesBack() {
    Path half = source("tiny-qwen3", DType.BF16, "bf16");
    Path wide = convert(half, "f32", Optional.of(DType.F32));
    assertSameWeights(half, wide);
    Path again = convert(wide, "again", Optional.of(DType.BF16));
    assertThat(again.resolve("model.safetensors"))
        .hasSameBinaryContentAs(half.resolve("model.safetensors"));
  }

  @Test
  void tensorsCanHaveTypesOfTheirOwn() {
    Path directory = source("tiny-llama", DType.F32, "d");
    var types = new LinkedHashMap<String, DType>(Map.of(".*down_proj.*", DType.Q8_0));
    Path target = folder.resolve("mixed.gguf");
    List<Conversion.Written> written =
        new Conversion(
                directory,
                target,
                Optional.of(TypePlan.forGguf(DType.Q4_0, types)),
                new Rounding.Stochastic(3))
            .run();
    assertThat(written)
        .filteredOn(it -> it.name().contains("down_proj"))
        .hasSize(3)
        .allMatch(it -> it.to() == DType.Q8_0 && it.losses().relativeError() < 0.02);
    assertThat(written)
        .filteredOn(it -> it.name().equals(QUERY))
        .allMatch(it -> it.to() == DType.Q4_0 && it.losses().relativeError() > 0.02);
  }

  @Test
  void saysWhatATargetCannotHold() {
    Path directory = source("tiny-llama", DType.F32, "d");
    assertThatThrownBy(() -> convert(directory, "five", Optional.of(DType.Q5_0)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("write a .gguf file");
    assertThatThrownBy(() -> convert(directory, "d", Optional.empty()))
        .hasMessageContaining("exists already");
    assertThat(folder.resolve("five")).doesNotExist();
  }
}

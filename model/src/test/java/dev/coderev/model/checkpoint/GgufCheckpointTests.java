package dev.coderev.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.gguf.GgufWriter;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufCheckpointTests {

  @TempDir private Path folder;

  private Path gguf(String shape, DType dtype) {
    Path file = folder.resolve(shape + "-" + dtype + ".gguf");
    RandomCheckpoint.write(file, shape, Presets.all().get(shape), dtype, 11);
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3", "tiny-mistral"})
  void holdsTheSameWeightsAsTheDirectory(String shape) {
    Path directory = folder.resolve("dir");
    RandomCheckpoint.write(directory, shape, Presets.all().get(shape), DType.F32, 11);
    try (Checkpoint one = Checkpoint.open(directory);
        Checkpoint other = Checkpoint.open(gguf(shape, DType.F32))) {
      assertThat(other.names()).containsExactlyInAnyOrderElementsOf(one.names());
      for (String name : one.names()) {
        assertThat(other.tensor(name).data().mismatch(one.tensor(name).data()))
            .as(name)
            .isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3", "tiny-mistral"})
  void keepsTheConfiguration(String shape) {
    ModelConfig given = Presets.all().get(shape);
    try (Checkpoint checkpoint = Checkpoint.open(gguf(shape, DType.F32))) {
      ModelConfig read = checkpoint.config();
      assertThat(read.specialTokens().endIds()).isNotEmpty();
      assertThat(read)
          .isEqualTo(given.withSpecialTokens(read.specialTokens()).withDtype(DType.F32));
    }
  }

  /** The llama.cpp of this binding is older than Qwen3. */
  @ParameterizedTest
  @CsvSource({
    "tiny-llama, F32", "tiny-llama, F16", "tiny-llama, BF16", "tiny-llama, Q8_0",
    "tiny-llama, Q4_0", "tiny-qwen2, Q4_1", "tiny-qwen2, Q5_0", "tiny-qwen2, Q5_1",
    "tiny-mistral, Q4_0"
  })
  void isReadByLlamaCpp(String shape, DType dtype) {
    Path file = gguf(shape, dtype);
    String text = "int x = 1; // größer 東京\n\treturn foo(\"bar\");";
    try (var model = new LlamaModel(quiet(file));
        Tokenizer tokenizer = Tokenizer.open(file)) {
      assertThat(model.encode(text)).containsExactly(withoutBegin(tokenizer, model, text));
      String completed =
          model.complete(new InferenceParameters("class A").setNPredict(8).setTemperature(0));
      assertThat(completed).isNotNull();
    }
  }

  /** The binding says itself whether it puts a beginning before a text. */
  private static int[] withoutBegin(Tokenizer tokenizer, LlamaModel model, String text) {
    int[] bare = tokenizer.encode(text, false);
    return model.encode(text).length == bare.length ? bare : tokenizer.encode(text, true);
  }

  private static ModelParameters quiet(Path file) {
    return new ModelParameters()
        .setModel(file.toString())
        .setCtxSize(256)
        .setThreads(2)
        .disableLog();
  }

  @Test
  void fillsTheVocabularyUpToTheEmbeddings() {
    ModelConfig small = Presets.all().get("tiny-qwen2");
    Path file = folder.resolve("wide.gguf");
    var wide =
        new ModelConfig(
            small.architecture(),
            small.hiddenSize(),
            1,
            small.heads(),
            small.kvHeads(),
            small.headDim(),
            small.intermediateSize(),
            4096,
            small.maxPositions(),
            small.normEpsilon(),
            small.ropeTheta(),
            small.ropeScaling(),
            small.tiedEmbeddings(),
            small.biases(),
            small.queryKeyNorm(),
            Optional.empty(),
            small.specialTokens(),
            DType.F32);
    RandomCheckpoint.write(file, "wide", wide, DType.F16, 1);
    try (Checkpoint checkpoint = Checkpoint.open(file);
        var model = new LlamaModel(quiet(file))) {
      assertThat(checkpoint.tensor(WeightShapes.EMBEDDINGS).shape().dim(0)).isEqualTo(4096);
      assertThat(model.encode("a")).isNotEmpty();
    }
  }

  @Test
  void refusesAFileWithoutWeights() {
    Path file = folder.resolve("empty.gguf");
    Staging.file(file, staged -> GgufWriter.write(staged, new LinkedHashMap<>(), List.of()));
    assertThatThrownBy(() -> Checkpoint.open(file))
        .hasMessageContaining("general.architecture")
        .hasMessageContaining("is required");
  }
}

package dev.coderev.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomWeights;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceDirectoryTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3", "tiny-mistral"})
  void opensWhatWasWritten(String shape) {
    Path directory = TinyCheckpoints.directory(folder, shape, DType.F32);
    try (Checkpoint checkpoint = Checkpoint.open(directory)) {
      assertThat(checkpoint.source()).isEqualTo(directory);
      assertThat(checkpoint.config()).isEqualTo(Presets.all().get(shape));
      assertThat(checkpoint.names())
          .containsExactlyInAnyOrderElementsOf(WeightShapes.of(checkpoint.config()).keySet());
      var norm = checkpoint.tensor("model.layers.1.input_layernorm.weight");
      var expected = new float[64];
      RandomWeights.floats(norm.name(), norm.shape(), 7).read(0, expected, 64);
      assertThat(norm.toFloats()).containsExactly(expected);
    }
  }

  @Test
  void closesTwiceAndEndsItsTensors() {
    Checkpoint checkpoint =
        Checkpoint.open(TinyCheckpoints.directory(folder, "tiny-llama", DType.BF16));
    var norm = checkpoint.tensor("model.norm.weight");
    checkpoint.close();
    checkpoint.close();
    assertThatThrownBy(() -> norm.at(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichTensorIsMissing() {
    try (Checkpoint checkpoint =
        Checkpoint.open(TinyCheckpoints.directory(folder, "tiny-qwen2", DType.F16))) {
      assertThatThrownBy(() -> checkpoint.tensor("lm_head.weight"))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("holds no tensor lm_head.weight");
    }
  }

  @Test
  void refusesWeightsThatDoNotFitTheConfiguration() throws IOException {
    Path directory = TinyCheckpoints.directory(folder, "tiny-llama", DType.F32);
    Path config = directory.resolve("config.json");
    String right = Files.readString(config);
    Files.writeString(
        config, right.replace("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 4"));
    assertThatThrownBy(() -> Checkpoint.open(directory))
        .isInstanceOf(MalformedFile.class)
        .hasMessageContaining("tensor model.layers.3.input_layernorm.weight: is missing");
    Files.writeString(config, right.replace("\"vocab_size\": 512", "\"vocab_size\": 500"));
    assertThatThrownBy(() -> Checkpoint.open(directory))
        .hasMessageContaining("has shape [512, 64], but the configuration says [500, 64]");
    Files.delete(config);
    assertThatThrownBy(() -> Checkpoint.open(directory))
        .hasMessageContaining("holds no config.json");
  }

  @Test
  void saysThatNothingIsThere() {
    assertThatThrownBy(() -> Checkpoint.open(folder.resolve("nothing")))
        .hasMessageContaining("is neither a directory nor a file");
  }
}

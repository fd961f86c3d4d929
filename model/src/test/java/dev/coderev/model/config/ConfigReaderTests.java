package dev.coderev.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTests {

  private static final String SIZES =
      """
      "hidden_size": 64, "num_hidden_layers": 4, "num_attention_heads": 4,
      "intermediate_size": 160, "vocab_size": 512, "max_position_embeddings": 4096
      """;

  @TempDir private Path folder;

  private ModelConfig read(String modelType, String more) throws IOException {
    Path file = folder.resolve("config.json");
    String separator = more.isEmpty() ? "" : ",";
    Files.writeString(
        file, "{\"model_type\": \"" + modelType + "\"," + SIZES + separator + more + "}");
    return ConfigReader.read(file);
  }

  private RopeScaling scaling(String more) throws IOException {
    return read("llama", more).ropeScaling();
  }

  @Test
  void fillsInTheDefaultsOfLlama() throws IOException {
    ModelConfig config = read("llama", "");
    assertThat(config.kvHeads()).isEqualTo(4);
    assertThat(config.headDim()).isEqualTo(16);
    assertThat(config.ropeTheta()).isEqualTo(10_000);
    assertThat(config.normEpsilon()).isEqualTo(1e-6);
    assertThat(config.ropeScaling()).isEqualTo(new RopeScaling.None());
    assertThat(config.tiedEmbeddings()).isFalse();
    assertThat(config.biases()).isEqualTo(Biases.NONE);
    assertThat(config.queryKeyNorm()).isFalse();
    assertThat(config.slidingWindow()).isEmpty();
    assertThat(config.specialTokens()).isEqualTo(new SpecialTokens(OptionalInt.empty(), List.of()));
    assertThat(config.dtype()).isEqualTo(DType.F32);
  }

  @Test
  void knowsWhatSetsTheFamiliesApart() throws IOException {
    assertThat(read("qwen2", "").biases()).isEqualTo(new Biases(true, false, false));
    assertThat(read("llama", "\"attention_bias\": true, \"mlp_bias\": true").biases())
        .isEqualTo(new Biases(true, true, true));
    assertThat(read("qwen3", "").queryKeyNorm()).isTrue();
    assertThat(read("qwen3", "").headDim()).isEqualTo(128);
    assertThat(read("mistral", "").slidingWindow()).contains(new SlidingWindow(4096, 0));
    assertThat(read("mistral", "\"sliding_window\": null").slidingWindow()).isEmpty();
    assertThat(read("mistral", "\"head_dim\": null").headDim()).isEqualTo(16);
  }

  @Test
  void readsTheWindowsOfQwen() throws IOException {
    assertThat(read("qwen2", "\"sliding_window\": 128").slidingWindow()).isEmpty();
    String used = "\"use_sliding_window\": true, \"sliding_window\": 128, ";
    assertThat(read("qwen2", used + "\"max_window_layers\": 2").slidingWindow())
        .contains(new SlidingWindow(128, 2));
    assertThat(read("qwen2", used + "\"max_window_layers\": 4").slidingWindow()).isEmpty();
    String types = "[\"full_attention\", \"sliding_attention\", \"sliding_attention\", %s]";
    assertThat(
            read("qwen2", used + "\"layer_types\": " + types.formatted("\"sliding_attention\""))
                .slidingWindow())
        .contains(new SlidingWindow(128, 1));
    assertThatThrownBy(
            () -> read("qwen2", used + "\"layer_types\": " + types.formatted("\"full_attention\"")))
        .hasMessageContaining("layer_types");
  }

  @Test
  void readsBothSpellingsOfRope() throws IOException {
    assertThat(scaling("\"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}"))
        .isEqualTo(new RopeScaling.Linear(2));
    assertThat(scaling("\"rope_scaling\": {\"rope_type\": \"dynamic\", \"factor\": 2.5}"))
        .isEqualTo(new RopeScaling.DynamicNtk(2.5, 4096));
    String llama3 =
        "\"factor\": 8, \"low_freq_factor\": 1, \"high_freq_factor\": 4,"
            + " \"original_max_position_embeddings\": 8192";
    assertThat(scaling("\"rope_scaling\": {\"rope_type\": \"llama3\", " + llama3 + "}"))
        .isEqualTo(new RopeScaling.Llama3(8, 1, 4, 8192));
    ModelConfig nested =
        read("llama", "\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 5e5}");
    assertThat(nested.ropeTheta()).isEqualTo(5e5);
    assertThat(nested.ropeScaling()).isEqualTo(new RopeScaling.None());
    assertThat(scaling("\"rope_scaling\": null")).isEqualTo(new RopeScaling.None());
  }

  @Test
  void readsYarnWithItsDefaults() throws IOException {
    var plain =
        (RopeScaling.Yarn)
            scaling(
                "\"rope_scaling\": {\"type\": \"yarn\", \"factor\": 4,"
                    + " \"original_max_position_embeddings\": 1024}");
    assertThat(plain).isEqualTo(new RopeScaling.Yarn(4, 1024, 32, 1, OptionalDouble.empty()));
    assertThat(plain.attention()).isEqualTo(0.1 * Math.log(4) + 1);
    var derived =
        (RopeScaling.Yarn)
            scaling(
                "\"rope_scaling\": {\"type\": \"yarn\", \"mscale\": 1, \"mscale_all_dim\": 0.5,"
                    + " \"original_max_position_embeddings\": 1024}");
    assertThat(derived.factor()).isEqualTo(4);
    assertThat(derived.attention()).isEqualTo((0.1 * Math.log(4) + 1) / (0.05 * Math.log(4) + 1));
  }

  @Test
  void readsTokensAndTypes() throws IOException {
    ModelConfig config =
        read("llama", "\"bos_token_id\": 1, \"eos_token_id\": [2, 3], \"dtype\": \"float16\"");
    assertThat(config.specialTokens())
        .isEqualTo(new SpecialTokens(OptionalInt.of(1), List.of(2, 3)));
    assertThat(config.dtype()).isEqualTo(DType.F16);
    assertThat(read("llama", "\"torch_dtype\": \"bfloat16\"").dtype()).isEqualTo(DType.BF16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gemma   |                                            | is not one of llama
          llama   | "hidden_act": "gelu"                       | hidden_act
          llama   | "partial_rotary_factor": 0.5               | partial_rotary_factor
          llama   | "num_key_value_heads": 3                   | no multiple
          llama   | "head_dim": 15                             | must be even
          llama   | "head_dim": 0                              | must be positive
          llama   | "num_key_value_heads": "2"                 | must be a whole number
          llama   | "rms_norm_eps": "small"                    | must be a number
          llama   | "rope_theta": 0                            | must be positive
          llama   | "tie_word_embeddings": 1                   | true or false
          llama   | "eos_token_id": [-1]                       | token ids
          llama   | "torch_dtype": "int3"                      | no known element type
          llama   | "rope_scaling": {"type": "longrope"}       | is not one of default
          llama   | "rope_scaling": {"type": "linear"}         | factor: is required
          llama   | "rope_scaling": {"type":"linear","factor":0.5} | at least 1
          llama   | "rope_scaling": "linear"                   | must be an object
          llama   | "hidden_size": 65                          | Duplicate
          """)
  void refusesWhatItCannotCompute(String type, String more, String message) {
    assertThatThrownBy(() -> read(type, more == null ? "" : more))
        .isInstanceOf(MalformedFile.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining(message);
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    var scalings =
        List.of(
            new RopeScaling.None(),
            new RopeScaling.Linear(2),
            new RopeScaling.DynamicNtk(3, 2048),
            new RopeScaling.Llama3(8, 1, 4, 8192),
            new RopeScaling.Yarn(4, 1024, 16, 2, OptionalDouble.of(1.2)));
    for (Architecture architecture : Architecture.values()) {
      for (RopeScaling scaling : scalings) {
        ModelConfig config = config(architecture, scaling);
        Path file = folder.resolve("written.json");
        ConfigWriter.write(file, config, Map.of());
        assertThat(ConfigReader.read(file)).isEqualTo(config);
      }
    }
  }

  private static ModelConfig config(Architecture architecture, RopeScaling scaling) {
    boolean qwen3 = architecture == Architecture.QWEN3;
    return new ModelConfig(
        architecture,
        64,
        4,
        4,
        2,
        32,
        160,
        512,
        4096,
        1e-5,
        1e6,
        scaling,
        true,
        architecture == Architecture.QWEN2 ? new Biases(true, false, false) : Biases.NONE,
        qwen3,
        architecture == Architecture.LLAMA
            ? Optional.empty()
            : Optional.of(new SlidingWindow(128, architecture == Architecture.MISTRAL ? 0 : 2)),
        new SpecialTokens(OptionalInt.of(1), qwen3 ? List.of(2) : List.of(2, 3)),
        DType.BF16);
  }
}

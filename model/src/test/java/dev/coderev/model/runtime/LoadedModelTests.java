package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.generate.Generator;
import dev.coderev.model.generate.TokenMasks;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.grammar.JsonSchema;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedModelTests {

  @TempDir private Path folder;

  private static RuntimeOptions options() {
    return RuntimeOptions.defaults()
        .withThreads(2)
        .withPositions(256)
        .withCachePrecision(KvPrecision.INT8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3", "tiny-mistral"})
  void aDirectoryGivesTheTextOfItsGguf(String shape) {
    Path directory = folder.resolve("dir");
    Path file = folder.resolve("model.gguf");
    RandomCheckpoint.write(directory, shape, Presets.all().get(shape), DType.F32, 5);
    RandomCheckpoint.write(file, shape, Presets.all().get(shape), DType.F32, 5);
    assertThat(text(directory)).isEqualTo(text(file));
  }

  @Test
  void theKernelsAreKnownWithoutLoading() {
    Path file = folder.resolve("model.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.Q4_0, 5);
    try (Checkpoint checkpoint = Checkpoint.open(file);
        LoadedModel model = LoadedModel.open(file, options())) {
      assertThat(LoadedModel.kernelsFor(checkpoint))
          .startsWith(model.transformer().kernels().name() + " on ")
          .contains("4-bit/32")
          .hasSameSizeAs(model.activeKernels());
    }
  }

  private static String text(Path source) {
    try (var tokenizer = Tokenizer.open(source);
        LoadedModel model = LoadedModel.open(source, options())) {
      var bytes = new TokenizerBytes(tokenizer, model.config());
      var generator =
          new Generator(model.transformer(), model.cache(), bytes, new TokenMasks(bytes));
      Completion completion =
          generator.generate(
              tokenizer.encode("int x = 1;", true),
              Adapter.NONE,
              GenerationOptions.greedy(40),
              piece -> {});
      return completion.text();
    }
  }

  @Test
  void anAnswerFollowsItsSchema() {
    Path file = folder.resolve("model.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-qwen2"), DType.Q4_0, 5);
    String schema =
        "{\"type\":\"object\",\"properties\":{\"real\":{\"type\":\"boolean\"},"
            + "\"kind\":{\"enum\":[\"sink\",\"source\"]}},\"required\":[\"real\",\"kind\"]}";
    try (var tokenizer = Tokenizer.open(file);
        LoadedModel model = LoadedModel.open(file, options())) {
      var bytes = new TokenizerBytes(tokenizer, model.config());
      var generator =
          new Generator(model.transformer(), model.cache(), bytes, new TokenMasks(bytes));
      Completion completion =
          generator.generate(
              tokenizer.encode("Is it real?", true),
              Adapter.NONE,
              GenerationOptions.greedy(80)
                  .withGrammar(JsonSchema.grammar(JsonReader.read(Path.of("s"), schema))),
              piece -> {});
      assertThat(completion.text())
          .matches("\\{\"real\": ?(true|false), ?\"kind\": ?\"(sink|source)\"}");
    }
  }

  @Test
  void theBytesOfTokensAreThoseOfTheirText() {
    Path file = folder.resolve("model.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.Q4_0, 5);
    String text = "for (String s : list) { s += \"äß€\"; }\n\t";
    try (var tokenizer = Tokenizer.open(file);
        LoadedModel model = LoadedModel.open(file, options())) {
      var bytes = new TokenizerBytes(tokenizer, model.config());
      var all = new ByteArrayOutputStream();
      for (int token : tokenizer.encode(text, true)) {
        all.writeBytes(bytes.bytes(token));
      }
      assertThat(all.toString(StandardCharsets.UTF_8)).isEqualTo(text);
      assertThat(model.config().specialTokens().endIds()).allMatch(bytes::isEnd);
    }
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    assertThatThrownBy(() -> LoadedModel.open(folder.resolve("none"), options()))
        .isInstanceOf(ModelException.class);
  }
}

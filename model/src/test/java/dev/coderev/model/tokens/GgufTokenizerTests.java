package dev.coderev.model.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import dev.coderev.model.gguf.GgufFile;
import dev.coderev.model.gguf.GgufValue;
import dev.coderev.model.gguf.GgufWriter;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufTokenizerTests {

  @TempDir private Path folder;

  private Path gguf(String shape) {
    Path file = folder.resolve(shape + ".gguf");
    RandomCheckpoint.write(file, shape, Presets.all().get(shape), DType.F16, 2);
    return file;
  }

  private Path changed(Path file, Consumer<Map<String, GgufValue>> change) throws IOException {
    Path other = folder.resolve("changed.gguf");
    try (var arena = Arena.ofConfined()) {
      GgufFile read = GgufFile.open(file, arena);
      var keys = new LinkedHashMap<>(read.metadata());
      change.accept(keys);
      GgufWriter.write(
          other, keys, read.tensors().values().stream().map(TensorSource::of).toList());
    }
    return other;
  }

  /** Code, words of several scripts and loose characters that both libraries know. */
  private static String random(Random random) {
    String[] words = {
      "int ",
      "return",
      " größer",
      "東京",
      "Привет",
      " x1234",
      "\n\n",
      "\t",
      "'LL",
      "it's",
      "  ",
      "<=",
      "😀",
      "()",
      "é",
      "中文字",
      " \n",
      "__init__",
      "0xFF",
      "λ→",
      "\r\n",
      "a\u0301",
      " مرحبا"
    };
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? Character.toString(' ' + random.nextInt(0x250))
              : words[random.nextInt(words.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2"})
  void givesTheIdsOfLlamaCpp(String shape) {
    Path file = gguf(shape);
    var parameters =
        new ModelParameters().setModel(file.toString()).setCtxSize(128).setThreads(1).disableLog();
    try (var model = new LlamaModel(parameters);
        Tokenizer tokenizer = Tokenizer.open(file)) {
      boolean begins = model.encode("a").length > tokenizer.encode("a", false).length;
      var random = new Random(17);
      for (int i = 0; i < 1500; i++) {
        // llama.cpp does not normalise, so the texts are normal already.
        String text = Normalizer.normalize(random(random), Normalizer.Form.NFC);
        assertThat(tokenizer.encode(text, begins)).as(text).containsExactly(model.encode(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-mistral"})
  void isPutTogetherAgainFromTokensAndMerges(String shape) throws IOException {
    Path whole = gguf(shape);
    Path parts = changed(whole, keys -> keys.remove("tokenizer.huggingface.json"));
    try (Tokenizer one = Tokenizer.open(whole);
        Tokenizer other = Tokenizer.open(parts)) {
      var random = new Random(23);
      for (int i = 0; i < 1000; i++) {
        String text = random(random) + (i % 9 == 0 ? "<|im_end|>[INST]" : "");
        assertThat(other.encode(text, true)).as(text).containsExactly(one.encode(text, true));
      }
      assertThat(other.endToken()).isEqualTo(one.endToken());
      assertThat(other.chatTemplate()).isEqualTo(one.chatTemplate());
    }
  }

  @Test
  void refusesModelsItCannotPutTogether() throws IOException {
    Path parts =
        changed(
            gguf("tiny-qwen2"),
            keys -> {
              keys.remove("tokenizer.huggingface.json");
              keys.put("tokenizer.ggml.model", GgufValue.text("llama"));
            });
    assertThatThrownBy(() -> Tokenizer.open(parts))
        .hasMessageContaining("tokenizer.ggml.model")
        .hasMessageContaining("only \"gpt2\"");
  }
}

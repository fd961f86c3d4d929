package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.GgufQuantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same GGUF file in llama.cpp and here: the same text. Where two tokens are so close that the
 * rounding of activations decides, llama.cpp's choice is followed, and must be within the tolerance
 * of our best log-probability.
 */
class LlamaCppIntegrationTests {

  private static final String PROMPT = "public static int sum(int a, int b) { return a + b; }";

  private static final int WANTED = 220;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tiny-llama, F32, 0.002",
    "tiny-llama, F16, 0.01",
    "tiny-llama, Q8_0, 0.1",
    "tiny-llama, Q4_0, 0.1",
    "tiny-qwen2, F32, 0.002",
    "tiny-qwen2, BF16, 0.05",
    "tiny-qwen2, Q8_0, 0.1",
    "tiny-qwen2, Q4_0, 0.1"
  })
  void writesTheTextThatLlamaCppWrites(String shape, DType dtype, double tolerance) {
    Path file = folder.resolve("model.gguf");
    ModelConfig config = Presets.all().get(shape);
    RandomCheckpoint.write(file, shape, config, dtype, 21);
    compare(file, tolerance);
  }

  @ParameterizedTest
  @CsvSource({"Q4_K", "Q5_K", "Q6_K"})
  void writesTheTextThatLlamaCppWritesFromLargeBlocks(DType dtype) {
    Path file = folder.resolve("model.gguf");
    ModelConfig tiny = Presets.all().get("tiny-llama");
    ModelConfig config = tiny.withSizes(2, 256, tiny.heads(), tiny.kvHeads(), 512);
    RandomCheckpoint.write(file, "wide", config, dtype, 21);
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.tensor("model.layers.1.mlp.down_proj.weight").dtype()).isEqualTo(dtype);
    }
    // llama.cpp rounds 256 activations with one scale here, and 32 beside the small blocks
    compare(file, 0.25, WANTED / 8);
  }

  @ParameterizedTest
  @CsvSource({"tiny-llama, LEARNED, 4, Q8_0", "tiny-qwen2, GPTQ, 8, Q4_0"})
  void readsQuantizedFilesAsLlamaCppDoes(String shape, Method method, int bits, DType embeddings) {
    Path source = folder.resolve("source");
    Path file = folder.resolve("model.gguf");
    RandomCheckpoint.write(source, shape, Presets.all().get(shape), DType.F32, 21);
    List<int[]> texts =
        IntStream.range(0, 8).mapToObj(i -> new Random(i).ints(40, 0, 500).toArray()).toList();
    var recipe = new QuantizationRecipe(method, bits, 32, true, false, Layout.GPTQ);
    new GgufQuantization(source, file, recipe, embeddings, Optional.of(new Calibration(texts)))
        .run(it -> {});
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.tensor("model.layers.1.mlp.down_proj.weight").dtype())
          .isEqualTo(bits == 4 ? DType.Q4_0 : DType.Q8_0);
      assertThat(checkpoint.tensor("model.embed_tokens.weight").dtype()).isEqualTo(embeddings);
    }
    assertThat(folder).isDirectoryNotContaining(it -> it.getFileName().toString().startsWith("."));
    compare(file, 0.1);
  }

  private static void compare(Path file, double tolerance) {
    compare(file, tolerance, WANTED / 20);
  }

  private static void compare(Path file, double tolerance, int most) {
    var parameters =
        new ModelParameters().setModel(file.toString()).setCtxSize(512).setThreads(1).disableLog();
    var inference =
        new InferenceParameters(PROMPT).setTemperature(0).setNPredict(WANTED).setCachePrompt(false);
    var theirs = new ArrayList<String>();
    try (var tokenizer = Tokenizer.open(file)) {
      BitSet left = whole(tokenizer);
      var others =
          IntStream.range(0, tokenizer.size()).filter(it -> !left.get(it)).boxed().toList();
      try (var model = new LlamaModel(parameters)) {
        for (LlamaOutput output : model.generate(inference.disableTokenIds(others))) {
          theirs.add(output.text);
        }
      }
      theirs.removeIf(String::isEmpty);
      assertThat(theirs).hasSize(WANTED);
      try (LoadedModel model =
              LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(512));
          KvSequence sequence = model.cache().open()) {
        int ties = follow(model, sequence, tokenizer, left, theirs, tolerance);
        assertThat(ties).isLessThanOrEqualTo(most);
      }
    }
  }

  /** How often another token than the best here was close enough. */
  private static int follow(
      LoadedModel model,
      KvSequence sequence,
      Tokenizer tokenizer,
      BitSet left,
      List<String> theirs,
      double tolerance) {
    float[] logits =
        model.transformer().prefill(sequence, Adapter.NONE, tokenizer.encode(PROMPT, true));
    int ties = 0;
    for (String piece : theirs) {
      for (int token = 0; token < logits.length; token++) {
        if (!left.get(token)) {
          logits[token] = Float.NEGATIVE_INFINITY;
        }
      }
      List<Logits.Likely> likely = Logits.top(logits, 5);
      Logits.Likely chosen =
          likely.stream()
              .filter(it -> tokenizer.decode(new int[] {it.token()}, true).equals(piece))
              .findFirst()
              .orElseThrow(() -> new AssertionError(piece + " is not among " + likely));
      assertThat(likely.getFirst().logProbability() - chosen.logProbability())
          .isLessThanOrEqualTo(tolerance);
      ties += chosen.equals(likely.getFirst()) ? 0 : 1;
      int[] next = {chosen.token()};
      logits =
          model.transformer().decode(List.of(sequence), List.of(Adapter.NONE), next).getFirst();
    }
    return ties;
  }

  /** The tokens that stand for whole characters, so that each piece of text is one of them. */
  private static BitSet whole(Tokenizer tokenizer) {
    var whole = new BitSet();
    for (int token = 0; token < tokenizer.size(); token++) {
      String text = tokenizer.decode(new int[] {token}, true);
      whole.set(token, !text.isEmpty() && !text.contains("\ufffd"));
    }
    return whole;
  }
}

package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.config.ModelConfig;
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
        follow(model, sequence, tokenizer, left, theirs, tolerance);
      }
    }
  }

  private static void follow(
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
    assertThat(ties).isLessThanOrEqualTo(WANTED / 20);
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

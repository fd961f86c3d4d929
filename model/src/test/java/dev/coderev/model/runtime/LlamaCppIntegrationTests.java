package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
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
import java.util.Arrays;
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
        new ModelParameters().setModel(file.toString()).setCtxSize(512).setThreads(2).disableLog();
    var inference =
        new InferenceParameters(PROMPT).setTemperature(0).setNPredict(WANTED).setCachePrompt(false);
    String theirs;
    try (LlamaModel model = new LlamaModel(parameters);
        Tokenizer tokenizer = Tokenizer.open(file)) {
      var ends = IntStream.range(0, tokenizer.size()).filter(tokenizer::isSpecial).boxed().toList();
      theirs = model.complete(inference.disableTokenIds(ends));
    }
    try (LoadedModel model =
            LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(512));
        Tokenizer tokenizer = Tokenizer.open(file);
        KvSequence sequence = model.cache().open()) {
      int[] prompt = tokenizer.encode(PROMPT, true);
      float[] logits = model.transformer().prefill(sequence, Adapter.NONE, prompt);
      int[] ours = {};
      int ties = 0;
      for (int i = 0; i < WANTED; i++) {
        for (int token = 0; token < logits.length; token++) {
          if (tokenizer.isSpecial(token)) {
            logits[token] = Float.NEGATIVE_INFINITY;
          }
        }
        List<Logits.Likely> likely = Logits.top(logits, 10);
        ours = Arrays.copyOf(ours, i + 1);
        for (int rank = 0; ; rank++) {
          assertThat(rank).as("a token of llama.cpp's at place %d", i).isLessThan(10);
          ours[i] = likely.get(rank).token();
          if (theirs.startsWith(settled(tokenizer.decode(ours, true)))) {
            double behind = likely.getFirst().logProbability() - likely.get(rank).logProbability();
            assertThat(behind).as("place %d of %s", i, theirs).isLessThanOrEqualTo(tolerance);
            ties += rank == 0 ? 0 : 1;
            break;
          }
        }
        int[] next = {ours[i]};
        logits =
            model.transformer().decode(List.of(sequence), List.of(Adapter.NONE), next).getFirst();
      }
      assertThat(tokenizer.decode(ours, true)).isEqualTo(theirs);
      assertThat(ties).isLessThanOrEqualTo(WANTED / 20);
    }
  }

  /** A text without what may be the beginning of a character. */
  private static String settled(String text) {
    return text.replaceAll("\ufffd+$", "");
  }
}

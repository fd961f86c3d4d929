package dev.coderev.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.config.Architecture;
import dev.coderev.model.config.Biases;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.SpecialTokens;
import dev.coderev.model.grammar.Grammar;
import dev.coderev.model.grammar.JsonSchema;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.VectorKernels;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.sampling.SamplingOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.MemoryCheckpoint;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTests {

  /** Every byte is a token; token 256 ends a text, 257 stands for "true". */
  private static final TokenBytes BYTES =
      new TokenBytes() {
        @Override
        public int size() {
          return 258;
        }

        @Override
        public byte[] bytes(int token) {
          return token < 256
              ? new byte[] {(byte) token}
              : token == 257
                  ? "true".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                  : new byte[0];
        }

        @Override
        public boolean isEnd(int token) {
          return token == 256;
        }
      };

  private static final ModelConfig CONFIG =
      new ModelConfig(
          Architecture.LLAMA,
          32,
          2,
          2,
          1,
          16,
          48,
          260,
          96,
          1e-5,
          10000,
          new RopeScaling.None(),
          false,
          Biases.NONE,
          false,
          Optional.empty(),
          new SpecialTokens(OptionalInt.empty(), List.of(256)),
          DType.F32);

  private final Workers workers = new Workers(2);
  private final Matrices matrices = new Matrices(workers);
  private final VectorKernels kernels = new VectorKernels();
  private final KvCache cache = new KvCache(KvShape.of(CONFIG, KvPrecision.F16), kernels, 512);
  private Transformer transformer;
  private Generator generator;

  @BeforeEach
  void load() {
    var checkpoint = new MemoryCheckpoint(CONFIG, 12);
    transformer = new Transformer(CONFIG, Weights.load(checkpoint, matrices), kernels, workers);
    generator = new Generator(transformer, cache, BYTES, new TokenMasks(BYTES));
  }

  @AfterEach
  void close() {
    assertThat(cache.freePages()).isEqualTo(16);
    cache.close();
    workers.close();
    matrices.close();
  }

  private Completion generate(GenerationOptions options) {
    var streamed = new StringBuilder();
    Completion completion =
        generator.generate(new int[] {70, 71, 72}, Adapter.NONE, options, streamed::append);
    assertThat(streamed).hasToString(completion.text());
    return completion;
  }

  @Test
  void greedyTokensAreTheMostLikelyOnes() {
    Completion completion = generate(GenerationOptions.greedy(12).withLikely(3));
    try (KvSequence sequence = cache.open()) {
      float[] logits = transformer.prefill(sequence, Adapter.NONE, new int[] {70, 71, 72});
      for (GeneratedToken token : completion.tokens()) {
        assertThat(token.token()).isEqualTo(Logits.argmax(logits));
        assertThat(token.likely()).hasSize(3);
        assertThat(token.likely().getFirst().token()).isEqualTo(token.token());
        assertThat(token.logProbability())
            .isCloseTo(Logits.logProbability(logits, token.token()), within(1e-5));
        logits = transformer.prefill(sequence, Adapter.NONE, new int[] {token.token()});
      }
    }
  }

  @Test
  void aTextEndsAtItsMostTokensAndAtTheModelsPositions() {
    Completion shortOne = generate(GenerationOptions.greedy(2));
    assertThat(shortOne.finish()).isEqualTo(Finish.LENGTH);
    assertThat(shortOne.tokens()).hasSize(2);
    Grammar endless = JsonSchema.grammar(read("{\"type\":\"string\",\"minLength\":500}"));
    Completion longOne = generate(GenerationOptions.greedy(1000).withGrammar(endless));
    assertThat(longOne.finish()).isEqualTo(Finish.LENGTH);
    assertThat(longOne.tokens()).hasSize(94);
  }

  private static dev.coderev.model.json.Json read(String schema) {
    return JsonReader.read(Path.of("schema"), schema);
  }

  @Test
  void aGrammarForcesItsForm() {
    String schema =
        """
        {"type":"object","properties":{"ok":{"type":"boolean"},"n":{"enum":[1,2,30]}},
         "required":["ok","n"]}
        """;
    for (long seed = 0; seed < 8; seed++) {
      SamplingOptions hot = SamplingOptions.GREEDY.withTemperature(2).withSeed(seed);
      Completion completion =
          generate(GenerationOptions.of(60, hot).withGrammar(JsonSchema.grammar(read(schema))));
      assertThat(completion.finish()).isEqualTo(Finish.STOP);
      assertThat(completion.text()).matches("\\{\"ok\": ?(true|false), ?\"n\": ?(1|2|30)}");
    }
  }

  @Test
  void aStopTextEndsTheAnswerAndIsLeftOut() {
    Completion whole = generate(GenerationOptions.greedy(20));
    String stop = whole.text().substring(2, 4);
    Completion cut = generate(GenerationOptions.greedy(20).withStops(List.of("never", stop)));
    assertThat(cut.finish()).isEqualTo(Finish.STOP);
    assertThat(cut.text()).isEqualTo(whole.text().substring(0, whole.text().indexOf(stop)));
  }

  @Test
  void interruptionEndsTheTextWhereItIs() {
    Thread.currentThread().interrupt();
    Completion completion = generate(GenerationOptions.greedy(20));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
    assertThat(completion.tokens()).hasSize(1);
  }

  @Test
  void scoresAreTheSumsOfLogProbabilities() {
    var scores = new Scores(transformer, cache);
    List<Double> both =
        scores.score(
            new int[] {1, 2, 3}, List.of(new int[] {9}, new int[] {9, 8, 7}), Adapter.NONE);
    try (KvSequence sequence = cache.open()) {
      float[] logits = transformer.prefill(sequence, Adapter.NONE, new int[] {1, 2, 3});
      double sum = Logits.logProbability(logits, 9);
      assertThat(both.get(0)).isCloseTo(sum, within(1e-4));
      logits = transformer.prefill(sequence, Adapter.NONE, new int[] {9});
      sum += Logits.logProbability(logits, 8);
      logits = transformer.prefill(sequence, Adapter.NONE, new int[] {8});
      sum += Logits.logProbability(logits, 7);
      assertThat(both.get(1)).isCloseTo(sum, within(1e-4));
    }
  }
}

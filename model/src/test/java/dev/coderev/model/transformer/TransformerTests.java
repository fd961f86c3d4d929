package dev.coderev.model.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.ScalarKernels;
import dev.coderev.model.kernel.VectorKernels;
import dev.coderev.model.kernel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The transformer against the whole network in double precision, and against itself. */
class TransformerTests {

  private final Workers workers = new Workers(3);
  private final Matrices matrices = new Matrices(workers);

  @AfterEach
  void close() {
    workers.close();
    matrices.close();
  }

  static List<ModelConfig> configs() {
    return TinyConfigs.all();
  }

  private Transformer transformer(ModelConfig config, Kernels kernels, Workers threads) {
    var checkpoint = new MemoryCheckpoint(config, 7);
    return new Transformer(config, Weights.load(checkpoint, matrices), kernels, threads);
  }

  private static KvCache cache(ModelConfig config, KvPrecision precision, Kernels kernels) {
    return new KvCache(KvShape.of(config, precision), kernels, 4096);
  }

  private static int[] tokens(ModelConfig config, int count) {
    return new Random(count).ints(count, 0, config.vocabSize()).toArray();
  }

  private static double nmse(double[] expected, float[] actual) {
    double error = 0;
    double power = 0;
    for (int i = 0; i < expected.length; i++) {
      error += Math.pow(expected[i] - actual[i], 2);
      power += Math.pow(expected[i], 2);
    }
    return error / power;
  }

  @ParameterizedTest
  @MethodSource("configs")
  void layersOneByOneSeeWhatTheyDoInTheWholeNetwork(ModelConfig config) {
    int[] tokens = tokens(config, 30);
    Transformer transformer = transformer(config, new VectorKernels(), workers);
    String last = "model.layers." + (config.layers() - 1) + ".mlp.down_proj";
    var seen = new ArrayList<float[]>();
    transformer.observe((layers, x, rows) -> {
      if (layers.contains(last)) {
        seen.add(Arrays.copyOf(x, rows * config.intermediateSize()));
      }
    });
    try (var cache = cache(config, KvPrecision.F32, new VectorKernels());
        var whole = cache.open();
        var parts = cache.open()) {
      transformer.prefill(whole, Adapter.NONE, tokens);
      float[] rows = transformer.embed(tokens);
      for (int i = 0; i < config.layers(); i++) {
        transformer.layer(i, parts, rows);
        parts.truncate(0);
      }
    }
    assertThat(seen).hasSize(2);
    assertThat(seen.getLast()).containsExactly(seen.getFirst(), within(1e-4f));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void logitsAreThoseOfTheReference(ModelConfig config) {
    int[] tokens = tokens(config, 50);
    double[][] expected = new ReferenceTransformer(new MemoryCheckpoint(config, 7)).logits(tokens);
    for (Kernels kernels : List.of(new ScalarKernels(), new VectorKernels())) {
      Transformer transformer = transformer(config, kernels, workers);
      for (KvPrecision precision : KvPrecision.values()) {
        try (var cache = cache(config, precision, kernels);
            var sequence = cache.open()) {
          List<float[]> logits = transformer.logits(sequence, Adapter.NONE, tokens, 0);
          assertThat(logits).hasSize(50);
          for (int i = 0; i < 50; i++) {
            assertThat(nmse(expected[i], logits.get(i)))
                .as("%s, %s, token %d", kernels.name(), precision, i)
                .isLessThan(precision == KvPrecision.F16 ? 1e-6 : 1e-3);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void decodingGivesWhatReadingThePromptGives(ModelConfig config) {
    int[] tokens = tokens(config, 70);
    var kernels = new VectorKernels();
    Transformer transformer = transformer(config, kernels, workers);
    boolean stretched = config.ropeScaling() instanceof RopeScaling.DynamicNtk;
    try (var cache = cache(config, KvPrecision.F16, kernels);
        var whole = cache.open();
        var single = cache.open()) {
      int start = stretched ? 69 : 3; // dynamic scaling turns a prompt by its whole length
      float[] last = transformer.prefill(whole, Adapter.NONE, tokens);
      transformer.prefill(single, Adapter.NONE, Arrays.copyOf(tokens, start));
      float[] logits = {};
      for (int i = start; i < 70; i++) {
        logits =
            transformer
                .decode(List.of(single), List.of(Adapter.NONE), new int[] {tokens[i]})
                .getFirst();
      }
      var expected = new double[last.length];
      for (int i = 0; i < last.length; i++) {
        expected[i] = last[i];
      }
      if (stretched) {
        assertThat(single.length()).isEqualTo(70);
      } else {
        assertThat(nmse(expected, logits)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void aRowDoesNotDependOnItsBatchNorOnTheThreads() {
    ModelConfig config = TinyConfigs.all().get(7);
    var kernels = new VectorKernels();
    try (var one = new Workers(1);
        var cache = cache(config, KvPrecision.F16, kernels)) {
      Transformer alone = transformer(config, kernels, one);
      Transformer shared = transformer(config, kernels, workers);
      List<KvSequence> sequences = List.of(cache.open(), cache.open(), cache.open());
      List<KvSequence> singles = List.of(cache.open(), cache.open(), cache.open());
      for (int i = 0; i < 3; i++) {
        int[] prompt = tokens(config, 5 + 40 * i);
        assertThat(shared.prefill(sequences.get(i), Adapter.NONE, prompt))
            .isEqualTo(alone.prefill(singles.get(i), Adapter.NONE, prompt));
      }
      int[] next = {5, 6, 7};
      List<float[]> together = shared.decode(sequences, Collections.nCopies(3, Adapter.NONE), next);
      for (int i = 0; i < 3; i++) {
        assertThat(together.get(i))
            .isEqualTo(
                alone
                    .decode(List.of(singles.get(i)), List.of(Adapter.NONE), new int[] {next[i]})
                    .getFirst());
      }
    }
  }

  @Test
  void aValueTooLargeForTheCacheSpoilsNoEarlierRow() {
    ModelConfig config = TinyConfigs.llama(new RopeScaling.None());
    int large = 3;
    int[] tokens = new Random(9).ints(21, large + 1, config.vocabSize()).toArray();
    tokens[20] = large;
    var checkpoint = new MemoryCheckpoint(config, 7);
    int hidden = config.hiddenSize();
    float[] embeddings = checkpoint.tensor("model.embed_tokens.weight").toFloats();
    for (int token = 0; token < config.vocabSize(); token++) {
      embeddings[token * hidden] = token == large ? 10 : 0;
    }
    checkpoint.replace("model.embed_tokens.weight", embeddings);
    String name = "model.layers.0.self_attn.v_proj.weight";
    float[] values = checkpoint.tensor(name).toFloats();
    for (int i = 0; i < values.length; i += hidden) {
      values[i] = 1e6f;
    }
    checkpoint.replace(name, values);
    Kernels kernels = Kernels.best();
    var transformer = new Transformer(config, Weights.load(checkpoint, matrices), kernels, workers);
    try (var cache = cache(config, KvPrecision.F16, kernels);
        KvSequence all = cache.open();
        KvSequence prefix = cache.open()) {
      List<float[]> logits = transformer.logits(all, Adapter.NONE, tokens, 19);
      float[] alone = transformer.prefill(prefix, Adapter.NONE, Arrays.copyOf(tokens, 20));
      assertThat(logits.getFirst()).containsExactly(alone, within(1e-3f));
      assertThat(logits.getLast()[0]).isNaN();
    }
  }

  @Test
  void aForkGoesOnFromItsPrefix() {
    ModelConfig config = TinyConfigs.llama(new RopeScaling.None());
    var kernels = new VectorKernels();
    Transformer transformer = transformer(config, kernels, workers);
    int[] prompt = tokens(config, 45);
    try (var cache = cache(config, KvPrecision.F16, kernels);
        var first = cache.open()) {
      transformer.prefill(first, Adapter.NONE, prompt);
      int free = cache.freePages();
      try (var fork = first.fork(40);
          var other = cache.open()) {
        assertThat(cache.freePages()).isEqualTo(free);
        int[] end = {9, 8, 7};
        int[] whole = Arrays.copyOf(prompt, 43);
        System.arraycopy(end, 0, whole, 40, 3);
        assertThat(transformer.prefill(fork, Adapter.NONE, end))
            .usingComparatorWithPrecision(1e-4f)
            .containsExactly(transformer.prefill(other, Adapter.NONE, whole));
      }
      assertThat(cache.freePages()).isEqualTo(free);
      assertThat(first.length()).isEqualTo(45);
    }
  }

  @Test
  void anAdapterAddsItsProduct() {
    ModelConfig config = TinyConfigs.llama(new RopeScaling.None());
    var kernels = new VectorKernels();
    Transformer transformer = transformer(config, kernels, workers);
    var random = new Random(3);
    String module = "model.layers.1.mlp.gate_proj";
    float[] a = floats(random, 4 * 64);
    float[] b = floats(random, 96 * 4);
    var adapter = new Adapter("x", Map.of(module, new LowRank(64, 96, 4, a, b, 0.5f)));
    transformer.check(adapter);
    var merged = new MemoryCheckpoint(config, 7);
    float[] weight = merged.tensor(module + ".weight").toFloats();
    for (int o = 0; o < 96; o++) {
      for (int i = 0; i < 64; i++) {
        for (int r = 0; r < 4; r++) {
          weight[o * 64 + i] += 0.5f * b[o * 4 + r] * a[r * 64 + i];
        }
      }
    }
    merged.replace(module + ".weight", weight);
    int[] tokens = tokens(config, 20);
    double[][] expected = new ReferenceTransformer(merged).logits(tokens);
    try (var cache = cache(config, KvPrecision.F16, kernels);
        var sequence = cache.open()) {
      assertThat(nmse(expected[19], transformer.prefill(sequence, adapter, tokens)))
          .isLessThan(1e-6);
    }
  }

  private static float[] floats(Random random, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 0.2f;
    }
    return values;
  }

  @Test
  void anAdapterOfAnotherShapeIsRefused() {
    Transformer transformer =
        transformer(TinyConfigs.llama(new RopeScaling.None()), new VectorKernels(), workers);
    var part = new LowRank(4, 4, 1, new float[4], new float[4], 1);
    assertThatThrownBy(
            () -> transformer.check(new Adapter("x", Map.of("model.layers.0.mlp.up_proj", part))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("another shape");
    assertThatThrownBy(() -> transformer.check(new Adapter("x", Map.of("model.nothing", part))))
        .hasMessageContaining("no layer model.nothing");
  }

  @Test
  void wrongTokensAndLongTextsAreRefusedAndNothingIsKept() {
    ModelConfig config = TinyConfigs.llama(new RopeScaling.None());
    var kernels = new VectorKernels();
    Transformer transformer = transformer(config, kernels, workers);
    try (var cache = new KvCache(KvShape.of(config, KvPrecision.F16), kernels, 64);
        var sequence = cache.open()) {
      assertThatThrownBy(() -> transformer.prefill(sequence, Adapter.NONE, new int[] {203}))
          .hasMessageContaining("token 203");
      assertThatThrownBy(() -> transformer.prefill(sequence, Adapter.NONE, tokens(config, 1025)))
          .hasMessageContaining("1024");
      assertThatThrownBy(() -> transformer.prefill(sequence, Adapter.NONE, tokens(config, 80)))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("cache is full");
      assertThat(sequence.length()).isZero();
      assertThat(cache.freePages()).isEqualTo(2);
    }
  }
}

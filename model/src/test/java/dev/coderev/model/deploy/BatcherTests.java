package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.Finish;
import dev.coderev.model.generate.GeneratedToken;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.generate.Generator;
import dev.coderev.model.generate.TokenBytes;
import dev.coderev.model.generate.TokenMasks;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.sampling.SamplingOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.transformer.Adapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatcherTests {

  /** Every token is one letter, and none ends a text. */
  private static final TokenBytes LETTERS =
      new TokenBytes() {
        @Override
        public int size() {
          return 256;
        }

        @Override
        public byte[] bytes(int token) {
          return new byte[] {(byte) ('a' + token % 26)};
        }

        @Override
        public boolean isEnd(int token) {
          return false;
        }
      };

  private static LoadedModel model;

  @BeforeAll
  static void load(@TempDir Path folder) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.Q8_0, 3);
    model = LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(512));
    assertThat(model.activeKernels()).contains("8-bit/32");
  }

  @AfterAll
  static void close() {
    assertThat(model.cache().freePages()).isEqualTo(16);
    model.close();
    model.close();
  }

  private static Batcher batcher(int active, int queued) {
    return new Batcher(model, LETTERS, new BatchLimits(active, queued, Duration.ofSeconds(20)));
  }

  private static GenerationOptions tokens(int count) {
    return GenerationOptions.greedy(count);
  }

  private static int[] prompt(int seed, int count) {
    return new Random(seed).ints(count, 0, 256).toArray();
  }

  @Test
  void textsOfABatchAreThoseOfEachAlone() {
    var alone = new Generator(model.transformer(), model.cache(), LETTERS, new TokenMasks(LETTERS));
    try (Batcher batcher = batcher(3, 10)) {
      var requests = new ArrayList<Batcher.Request>();
      for (int i = 0; i < 7; i++) {
        SamplingOptions sampling = SamplingOptions.GREEDY.withTemperature(0.8).withSeed(i);
        requests.add(
            batcher.submit(
                prompt(i, 3 + 2 * i),
                Adapter.NONE,
                GenerationOptions.of(5 + 3 * i, sampling),
                text -> {}));
      }
      for (int i = 0; i < 7; i++) {
        SamplingOptions sampling = SamplingOptions.GREEDY.withTemperature(0.8).withSeed(i);
        Completion expected =
            alone.generate(
                prompt(i, 3 + 2 * i),
                Adapter.NONE,
                GenerationOptions.of(5 + 3 * i, sampling),
                text -> {});
        Completion answer = requests.get(i).await();
        assertThat(answer.text()).isEqualTo(expected.text());
        assertThat(answer.tokens().stream().map(GeneratedToken::token))
            .isEqualTo(expected.tokens().stream().map(GeneratedToken::token).toList());
        assertThat(answer.finish()).isEqualTo(Finish.LENGTH);
      }
    }
  }

  @Test
  void aRequestTooManyIsRefusedAndACancelledOneEnds() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (Batcher batcher = batcher(1, 1)) {
      Batcher.Request first =
          batcher.submit(
              prompt(1, 3),
              Adapter.NONE,
              tokens(60),
              text -> {
                begun.countDown();
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      begun.await();
      Batcher.Request second = batcher.submit(prompt(2, 3), Adapter.NONE, tokens(5), text -> {});
      assertThatThrownBy(() -> batcher.submit(prompt(3, 3), Adapter.NONE, tokens(5), text -> {}))
          .isInstanceOf(Overloaded.class)
          .hasMessageContaining("waiting");
      first.cancel();
      second.cancel();
      go.countDown();
      assertThat(first.await().finish()).isEqualTo(Finish.CANCELLED);
      assertThat(second.await().tokens()).isEmpty();
    }
  }

  @Test
  void aFailingRequestFailsAlone() {
    try (Batcher batcher = batcher(4, 10)) {
      Batcher.Request good = batcher.submit(prompt(1, 3), Adapter.NONE, tokens(30), text -> {});
      Batcher.Request wrong =
          batcher.submit(new int[] {1_000_000}, Adapter.NONE, tokens(3), text -> {});
      Batcher.Request broken =
          batcher.submit(
              prompt(4, 3),
              Adapter.NONE,
              tokens(30),
              text -> {
                throw new IllegalStateException("listener");
              });
      assertThatThrownBy(wrong::await)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("1000000");
      assertThatThrownBy(broken::await).hasRootCauseMessage("listener");
      assertThat(good.await().tokens()).hasSize(30);
      assertThatThrownBy(() -> batcher.submit(new int[0], Adapter.NONE, tokens(1), text -> {}))
          .hasMessageContaining("at least one token");
    }
  }

  @Test
  void aFullCacheEndsTheYoungest() {
    try (Batcher batcher = batcher(4, 10)) {
      List<Batcher.Request> all =
          List.of(
              batcher.submit(prompt(1, 150), Adapter.NONE, tokens(60), text -> {}),
              batcher.submit(prompt(2, 150), Adapter.NONE, tokens(60), text -> {}),
              batcher.submit(prompt(3, 150), Adapter.NONE, tokens(60), text -> {}));
      assertThat(all.get(0).await().tokens()).hasSize(60);
      assertThat(all.get(1).await().tokens()).hasSize(60);
      assertThatThrownBy(all.get(2)::await).hasMessageContaining("cache is full");
    }
  }

  @Test
  void closingLetsRunningRequestsEndAndRefusesNewOnes() {
    Batcher.Request request;
    try (Batcher batcher = batcher(2, 5)) {
      request = batcher.submit(prompt(1, 3), Adapter.NONE, tokens(40), text -> {});
      List.of(batcher).forEach(Batcher::close);
      assertThatThrownBy(() -> batcher.submit(prompt(1, 3), Adapter.NONE, tokens(1), text -> {}))
          .isInstanceOf(Overloaded.class)
          .hasMessageContaining("being stopped");
    }
    assertThat(request.await().tokens()).hasSize(40);
  }

  @Test
  void closingWithoutPatienceEndsTextsWhereTheyAre() {
    Batcher.Request request;
    try (var batcher = new Batcher(model, LETTERS, new BatchLimits(2, 5, Duration.ZERO))) {
      request = batcher.submit(prompt(1, 3), Adapter.NONE, tokens(100), text -> {});
    }
    assertThat(request.await().finish()).isIn(Finish.CANCELLED, Finish.LENGTH);
  }
}

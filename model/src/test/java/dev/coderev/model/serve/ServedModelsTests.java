package dev.coderev.model.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.deploy.BudgetExceeded;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.LowRank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapters and models that come and go under requests. */
class ServedModelsTests {

  private static final String ASK =
      "{\"model\":\"%s\",\"prompt\":\"int x\",\"max_tokens\":8,\"temperature\":0}";

  private static Tokenizer tokenizer;
  private static LoadedModel model;
  private static TokenizerBytes bytes;

  @BeforeAll
  static void load(@TempDir Path folder) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.F32, 9);
    tokenizer = Tokenizer.open(file);
    model = LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(1024));
    bytes = new TokenizerBytes(tokenizer, model.config());
  }

  @AfterAll
  static void close() {
    model.close();
    tokenizer.close();
  }

  /** A base that owns its batcher and counts how often it was freed. */
  private static Served served(String id) {
    var batcher = new Batcher(model, bytes, BatchLimits.DEFAULT);
    return new Served(id, batcher, tokenizer, bytes, Optional.empty());
  }

  private static AutoCloseable owner(Served served, AtomicInteger freed) {
    return () -> {
      served.batcher().close();
      freed.incrementAndGet();
    };
  }

  private static Adapter adapter(String name, int rows) {
    var a = new float[2 * 64];
    var b = new float[2 * rows];
    Arrays.fill(a, 0.3f);
    Arrays.fill(b, 0.5f);
    return new Adapter(
        name, Map.of("model.layers.0.self_attn.q_proj", new LowRank(64, rows, 2, a, b, 1)));
  }

  /** What the routes answer, whole. */
  private static final class Answer implements ModelResponse {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private int status;

    static Answer to(Routes routes, String method, String path, String body) throws IOException {
      var answer = new Answer();
      var input = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
      routes.answer(new ModelRequest(method, path, Optional.empty(), input), answer);
      return answer;
    }

    @Override
    public void header(String name, String value) {
      headers.put(name, value);
    }

    @Override
    public OutputStream begin(int status, long length) {
      this.status = status;
      return body;
    }

    String text() {
      return body.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void anAdapterIsAModelOfItsOwnToClients() throws IOException {
    Served base = served("tiny");
    try (var models = new ServedModels(base, base.batcher())) {
      var routes = new ModelRoutes(models, Clock.systemUTC());
      models.add(adapter("lora", 64), false);
      assertThat(Answer.to(routes, "GET", "/v1/models", "").text())
          .contains("\"id\":\"tiny\"", "\"id\":\"lora\"", "\"parent\":\"tiny\"");
      String plain = Answer.to(routes, "POST", "/v1/completions", ASK.formatted("tiny")).text();
      String changed = Answer.to(routes, "POST", "/v1/completions", ASK.formatted("lora")).text();
      assertThat(changed).contains("\"model\":\"lora\"");
      assertThat(said(changed)).isNotEqualTo(said(plain));
      models.activate("lora");
      assertThat(models.active()).contains("lora");
      assertThat(said(Answer.to(routes, "POST", "/v1/completions", ASK.formatted("tiny")).text()))
          .isEqualTo(said(changed));
      models.deactivate();
      assertThat(said(Answer.to(routes, "POST", "/v1/completions", ASK.formatted("tiny")).text()))
          .isEqualTo(said(plain));
      Answer refused = Answer.to(routes, "POST", "/v1/completions", ASK.formatted("other"));
      assertThat(refused.status).isEqualTo(404);
      assertThat(refused.text()).contains("only tiny, lora");
    }
  }

  private static String said(String answer) {
    int from = answer.indexOf("\"text\":");
    return answer.substring(from, answer.indexOf("\"index\"", from));
  }

  @Test
  void namesAreTakenOnceAndAdaptersMustFit() {
    Served base = served("tiny");
    try (var models = new ServedModels(base, base.batcher())) {
      models.add(adapter("lora", 64), false);
      assertThatThrownBy(() -> models.add(adapter("lora", 64), false))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("already");
      models.add(adapter("lora", 64), true);
      assertThatThrownBy(() -> models.add(adapter("tiny", 64), true))
          .isInstanceOf(ModelException.class);
      assertThatThrownBy(() -> models.add(adapter("wide", 128), true))
          .hasMessageContaining("another shape");
      models.activate("lora");
      assertThatThrownBy(() -> models.activate("nobody")).hasMessageContaining("nobody");
      assertThat(models.active()).contains("lora");
      assertThat(models.remove("lora")).isTrue();
      assertThat(models.remove("lora")).isFalse();
      assertThat(models.active()).isEmpty();
      assertThat(models.adapters()).isEmpty();
    }
  }

  @Test
  void anExchangedModelIsFreedAfterItsLastRequest() {
    var freed = new AtomicInteger();
    Served first = served("first");
    Served second = served("second");
    var models = new ServedModels(first, owner(first, freed));
    ServedModels.Lease lease = models.lease("first").orElseThrow();
    CompletableFuture<Void> gone = models.exchange(second, owner(second, freed));
    assertThat(gone).isNotDone();
    assertThat(models.lease("first")).isEmpty();
    assertThat(
            lease
                .served()
                .batcher()
                .submit(new int[] {1}, lease.adapter(), greedy(), text -> {})
                .await()
                .tokens())
        .hasSize(5);
    lease.close();
    lease.close();
    assertThat(gone).isCompleted();
    assertThat(freed).hasValue(1);
    models.close();
    models.close();
    assertThat(freed).hasValue(2);
    assertThat(models.lease("second")).isEmpty();
    assertThatThrownBy(() -> models.exchange(first, () -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static GenerationOptions greedy() {
    return GenerationOptions.greedy(5);
  }

  @Test
  void noRequestIsDroppedWhileModelsAreExchanged() throws Exception {
    var freed = new AtomicInteger();
    Served first = served("m");
    try (var models = new ServedModels(first, owner(first, freed));
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var routes = new ModelRoutes(models, Clock.systemUTC());
      var answers = new ArrayList<Future<List<Integer>>>();
      for (int client = 0; client < 4; client++) {
        answers.add(
            clients.submit(() -> {
              var statuses = new ArrayList<Integer>();
              for (int i = 0; i < 12; i++) {
                statuses.add(
                    Answer.to(routes, "POST", "/v1/completions", ASK.formatted("m")).status);
              }
              return statuses;
            }));
      }
      for (int i = 0; i < 5; i++) {
        Served next = served("m");
        models.exchange(next, owner(next, freed)).get();
      }
      for (Future<List<Integer>> statuses : answers) {
        assertThat(statuses.get()).hasSize(12).containsOnly(200);
      }
    }
    assertThat(freed).hasValue(6);
  }

  @Test
  void aModelThatCannotBeFreedSaysSo() {
    Served base = served("tiny");
    Served next = served("next");
    try (var models =
        new ServedModels(
            base,
            () -> {
              base.batcher().close();
              throw new IOException("stuck");
            })) {
      assertThat(models.exchange(next, next.batcher())).isCompletedExceptionally();
      assertThat(models.id()).isEqualTo("next");
    }
  }

  @Test
  void aCountThatFailsTakesNoAnswerAway() throws IOException {
    Served base = served("tiny");
    try (var models = new ServedModels(base, base.batcher())) {
      var settled = new AtomicInteger();
      var routes =
          new ModelRoutes(
              models,
              Clock.systemUTC(),
              use -> {
                throw new IllegalStateException("the book is lost");
              },
              tokens -> (taken, given) -> settled.addAndGet((int) (taken + given)));
      Answer answer = Answer.to(routes, "POST", "/v1/completions", ASK.formatted("tiny"));
      assertThat(answer.status).isEqualTo(200);
      assertThat(answer.text()).contains("\"usage\"").doesNotContain("error");
      assertThat(settled.get()).as("prompt and eight tokens").isGreaterThan(8);
    }
  }

  @Test
  void anAllowanceThatIsUsedUpSaysWhenThereIsMore() throws IOException {
    Served base = served("tiny");
    try (var models = new ServedModels(base, base.batcher())) {
      var routes =
          new ModelRoutes(
              models,
              Clock.systemUTC(),
              use -> {},
              tokens -> {
                throw new BudgetExceeded("none left", Duration.ofSeconds(90));
              });
      Answer answer = Answer.to(routes, "POST", "/v1/completions", ASK.formatted("tiny"));
      assertThat(answer.status).isEqualTo(429);
      assertThat(answer.headers).containsEntry("Retry-After", "90");
    }
  }
}

package dev.coderev.model.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.deploy.Health.Component;
import dev.coderev.model.deploy.HealthChecker;
import dev.coderev.model.deploy.TokenBudget;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorRoutesTests {

  private static final String ASK =
      "{\"model\": \"first\", \"prompt\": \"ab\", \"max_tokens\": 5, \"temperature\": 0}";

  private static Tokenizer tokenizer;
  private static LoadedModel model;
  private static TokenizerBytes bytes;

  private final TokenBudget budget = new TokenBudget(100, Clock.systemUTC(), Optional.empty());
  private ServedModels models;
  private HealthChecker health;
  private OperatorRoutes routes;

  @BeforeAll
  static void open(@TempDir Path folder) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.Q4_0, 3);
    tokenizer = Tokenizer.open(file);
    model = LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(512));
    bytes = new TokenizerBytes(tokenizer, model.config());
  }

  @AfterAll
  static void close() {
    model.close();
    tokenizer.close();
  }

  private static OpenedModel opened(String id) {
    var batcher = new Batcher(model, bytes, BatchLimits.DEFAULT);
    return new OpenedModel(new Served(id, batcher, tokenizer, bytes, Optional.empty()), batcher);
  }

  @BeforeEach
  void serve() {
    OpenedModel first = opened("first");
    models = new ServedModels(first.served(), first.owner());
    health =
        new HealthChecker(
            List.of(new Component("model", true, new ModelProbe(models))),
            Duration.ofSeconds(60),
            Clock.systemUTC());
    Map<String, Callable<OpenedModel>> choices =
        Map.of(
            "second",
            () -> opened("second"),
            "broken",
            () -> {
              throw new ModelException("the file is cut short");
            });
    routes = routes(Optional.of("secret"), choices);
  }

  private OperatorRoutes routes(
      Optional<String> token, Map<String, Callable<OpenedModel>> choices) {
    return new OperatorRoutes(
        models,
        health,
        budget,
        new OperatorRoutes.Rights(token, choices),
        new ModelRoutes(models, Clock.systemUTC(), use -> {}, budget));
  }

  @AfterEach
  void end() {
    models.close();
  }

  /** What was answered, whole. */
  private static final class Answer implements ModelResponse {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private int status;

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

  private static Answer ask(Routes routes, String method, String path, String token, String body)
      throws IOException {
    var answer = new Answer();
    var input = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    Optional<String> bearer = token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    routes.answer(new ModelRequest(method, path, bearer, input), answer);
    return answer;
  }

  private Answer put(String path, String body) throws IOException {
    return ask(routes, "PUT", path, "secret", body);
  }

  @Test
  void healthIsKnownAfterALookAndItsPartsToTheOperator() throws IOException {
    assertThat(ask(routes, "GET", "/health/live", "", "").text()).contains("alive");
    assertThat(ask(routes, "GET", "/health", "", "").text()).contains("degraded");
    health.check();
    health.check();
    Answer open = ask(routes, "GET", "/health", "", "");
    assertThat(open.status).isEqualTo(200);
    assertThat(open.text()).contains("\"healthy\"").doesNotContain("components");
    assertThat(ask(routes, "GET", "/health", "secret", "").text())
        .contains("\"name\":\"model\"", "first answers");
    models.close();
    health.check();
    assertThat(ask(routes, "GET", "/health", "", "").status).isEqualTo(503);
  }

  @Test
  void theOperatorExchangesTheModel() throws IOException {
    Answer exchanged = put("/admin/models/active", "{\"model\": \"second\"}");
    assertThat(exchanged.status).isEqualTo(200);
    assertThat(exchanged.text()).contains("\"model\":\"second\"", "\"previous\":\"first\"");
    String other = ASK.replace("first", "second");
    assertThat(ask(routes, "POST", "/v1/completions", "", other).text())
        .contains("\"model\":\"second\"");
    health.check();
    assertThat(ask(routes, "GET", "/health", "", "").status).isEqualTo(200);
  }

  @Test
  void whatCannotBeOpenedChangesNothing() throws IOException {
    Answer broken = put("/admin/models/active", "{\"model\": \"broken\"}");
    assertThat(broken.status).isEqualTo(400);
    assertThat(broken.text()).contains("cut short");
    assertThat(put("/admin/models/active", "{\"model\": \"/etc\"}").status).isEqualTo(404);
    assertThat(put("/admin/models/active", "{").status).isEqualTo(400);
    assertThat(put("/admin/models/active", "{\"model\": 7}").status).isEqualTo(400);
    assertThat(put("/admin/models/active", " ".repeat(70_000)).status).isEqualTo(413);
    assertThat(put("/admin/elsewhere", "{}").status).isEqualTo(404);
    assertThat(models.id()).isEqualTo("first");
    assertThat(ask(routes, "POST", "/v1/completions", "", ASK).status).isEqualTo(200);
  }

  @Test
  void onlyTheOperatorMayChangeAnything() throws IOException {
    for (String token : List.of("", "wrong", "secre", "secrets")) {
      Answer refused = ask(routes, "PUT", "/admin/models/active", token, "{\"model\": \"second\"}");
      assertThat(refused.status).isEqualTo(401);
      assertThat(refused.headers).containsEntry("WWW-Authenticate", "Bearer");
    }
    OperatorRoutes none = routes(Optional.empty(), Map.of());
    assertThat(ask(none, "GET", "/admin/models", "secret", "").status).isEqualTo(404);
    assertThat(models.id()).isEqualTo("first");
  }

  @Test
  void theOperatorActivatesAdapters() throws IOException {
    models.add(new Adapter("lora", Map.of()), false);
    assertThat(put("/admin/adapters/active", "{\"adapter\": \"lora\"}").text())
        .contains("\"adapter\":\"lora\"");
    assertThat(put("/admin/adapters/active", "{\"adapter\": \"nobody\"}").status).isEqualTo(400);
    assertThat(models.active()).contains("lora");
    assertThat(put("/admin/adapters/active", "{\"adapter\": null}").text())
        .contains("\"adapter\":null");
    assertThat(models.active()).isEmpty();
  }

  @Test
  void aDayHasSoManyTokens() throws IOException {
    int answered = 0;
    while (ask(routes, "POST", "/v1/completions", "", ASK).status == 200) {
      answered++;
    }
    assertThat(answered).isPositive();
    Answer refused = ask(routes, "POST", "/v1/completions", "", ASK);
    assertThat(refused.status).isEqualTo(429);
    assertThat(refused.text()).contains("daily token limit exceeded", "insufficient_quota");
    TokenBudget.Use use = budget.use();
    assertThat(use.output()).isLessThanOrEqualTo(5L * answered);
    assertThat(use.input()).isPositive();
    assertThat(use.reserved()).isZero();
    assertThat(ask(routes, "GET", "/admin/models", "secret", "").text())
        .contains("\"input\":" + use.input(), "\"choices\":[\"broken\",\"second\"]");
  }
}

package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.HealthChecker;
import dev.coderev.model.deploy.HealthChecker.Overall;
import dev.coderev.model.deploy.TokenBudget;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What an operator asks of a model service, in front of what clients ask: its health, and the
 * exchange of the model or of the active adapter. Only who knows the token may change anything, and
 * only to models that were named when the service began.
 */
public final class OperatorRoutes implements Routes {

  private static final int LARGEST_REQUEST = 1 << 16;
  private static final Path NAME = Path.of("request");

  /**
   * What an operator may do.
   *
   * @param token that requests must bear; without one nothing can be changed
   * @param choices models that may be put in the base's place
   */
  public record Rights(Optional<String> token, Map<String, Callable<OpenedModel>> choices) {
    public Rights {
      choices = Map.copyOf(choices);
    }
  }

  private final ServedModels models;
  private final HealthChecker health;
  private final TokenBudget budget;
  private final Rights rights;
  private final Routes next;
  private final ReentrantLock exchanging = new ReentrantLock();

  /**
   * @param next answers all other paths
   */
  public OperatorRoutes(
      ServedModels models, HealthChecker health, TokenBudget budget, Rights rights, Routes next) {
    this.models = models;
    this.health = health;
    this.budget = budget;
    this.rights = rights;
    this.next = next;
  }

  @Override
  public void answer(ModelRequest request, ModelResponse response) throws IOException {
    boolean admin = request.path().startsWith("/admin/") && rights.token().isPresent();
    if (!admin && !request.path().startsWith("/health")) {
      next.answer(request, response);
      return;
    }
    var once = new AnswerInProgress(response);
    try {
      if (admin && !isOperator(request)) {
        once.header("WWW-Authenticate", "Bearer");
        throw new Refused(401, "unauthorized", "the operator's token is required");
      }
      route(request, once);
    } catch (Refused e) {
      once.refuse(e.status(), e, "invalid_request_error", e.param(), e.code());
    } catch (ModelException e) {
      once.refuse(400, e, "invalid_request_error", "", "");
    }
  }

  private boolean isOperator(ModelRequest request) {
    Optional<byte[]> given = request.authorization().map(it -> it.getBytes(StandardCharsets.UTF_8));
    Optional<byte[]> wanted =
        rights.token().map(it -> ("Bearer " + it).getBytes(StandardCharsets.UTF_8));
    return given.isPresent()
        && wanted.isPresent()
        && MessageDigest.isEqual(given.get(), wanted.get());
  }

  private void route(ModelRequest request, AnswerInProgress response) throws IOException {
    switch (request.method() + " " + request.path()) {
      case "GET /health/live" -> response.send(200, Answers.object("status", "alive"));
      case "GET /health" -> health(isOperator(request), response);
      case "GET /admin/models" -> response.send(200, overview());
      case "PUT /admin/models/active" -> {
        String before = models.id();
        exchange(member(request, "model").orElse(""));
        response.send(200, Answers.object("model", models.id(), "previous", before));
      }
      case "PUT /admin/adapters/active" -> {
        member(request, "adapter").ifPresentOrElse(models::activate, models::deactivate);
        response.send(200, overview());
      }
      default ->
          throw new Refused(
              404, "not_found", "there is no " + request.method() + " " + request.path());
    }
  }

  private void health(boolean whole, AnswerInProgress response) throws IOException {
    Overall overall = health.overall();
    var members = new TreeMap<String, Json>();
    members.put("status", Json.of(overall.name().toLowerCase(Locale.ROOT)));
    if (whole) {
      List<Json> components =
          health.components().entrySet().stream()
              .<Json>map(it ->
                  Answers.object(
                      "name", it.getKey(),
                      "status", it.getValue().state().name().toLowerCase(Locale.ROOT),
                      "since", it.getValue().since().toString(),
                      "detail", it.getValue().detail()))
              .toList();
      members.put("components", new Json.Arr(components));
    }
    response.send(overall == Overall.UNHEALTHY ? 503 : 200, new Json.Obj(members));
  }

  private Json overview() {
    TokenBudget.Use use = budget.use();
    return Answers.object(
        "model", models.id(),
        "choices", Json.strings(rights.choices().keySet().stream().sorted().toList()),
        "adapters", Json.strings(models.adapters()),
        "adapter", models.active().map(Json::of).orElse(Json.NULL),
        "tokens",
            Answers.object(
                "day", use.day().toString(),
                "input", use.input(),
                "output", use.output(),
                "reserved", use.reserved(),
                "limit", use.limit()));
  }

  private static Optional<String> member(ModelRequest request, String name) throws IOException {
    byte[] body = request.body().readNBytes(LARGEST_REQUEST + 1);
    if (body.length > LARGEST_REQUEST) {
      throw new Refused(
          413, "payload_too_large", "requests may have at most " + LARGEST_REQUEST + " bytes");
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return JsonObject.of(NAME, JsonReader.read(NAME, text)).string(name);
  }

  /** Opens the model first: if that fails, the one before goes on. */
  private void exchange(String name) {
    Callable<OpenedModel> choice =
        Optional.ofNullable(rights.choices().get(name))
            .orElseThrow(() ->
                new Refused(
                    404, "model_not_found", "there is no model \"" + name + "\" to choose"));
    if (!exchanging.tryLock()) {
      throw new Refused(409, "conflict", "another exchange is not complete");
    }
    try {
      put(choice.call());
    } catch (ModelException e) {
      throw e;
    } catch (Exception e) {
      throw new ModelException(name + " could not be opened: " + e.getMessage(), e);
    } finally {
      exchanging.unlock();
    }
  }

  private void put(OpenedModel opened) throws Exception {
    try {
      var _ = models.exchange(opened.served(), opened.owner());
    } catch (RuntimeException e) {
      opened.owner().close();
      throw e;
    }
  }
}

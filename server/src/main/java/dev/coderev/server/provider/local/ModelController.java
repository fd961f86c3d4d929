package dev.coderev.server.provider.local;

import dev.coderev.model.serve.ModelRequest;
import dev.coderev.model.serve.ModelResponse;
import dev.coderev.model.serve.ModelRoutes;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.InFlight;
import dev.coderev.server.platform.settings.ServerSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's interface to the model of this machine. */
@RestController
class ModelController {
  private static final int LOADING_SECONDS = 10;

  private final LocalModels models;
  private final ModelAccount account;
  private final JsonMapper json;
  private final boolean isOffered;

  ModelController(
      LocalModels models, ModelAccount account, JsonMapper json, ServerSettings settings) {
    this.models = models;
    this.account = account;
    this.json = json;
    this.isOffered = settings.model().isOffered();
  }

  @GetMapping("/v1/models")
  @Access(value = Who.SELF, scope = Scope.MODEL_USE)
  void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, new byte[0], response);
  }

  @GetMapping("/v1/models/{id}")
  @Access(value = Who.SELF, scope = Scope.MODEL_USE)
  void get(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, new byte[0], response);
  }

  @Operation(
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = ModelQuestion.Completion.class))))
  @PostMapping(path = "/v1/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(value = Who.SELF, scope = Scope.MODEL_USE)
  void complete(
      @RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ask(request, body, response);
  }

  @Operation(
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = ModelQuestion.Chat.class))))
  @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(value = Who.SELF, scope = Scope.MODEL_USE)
  void chat(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ask(request, body, response);
  }

  private void ask(HttpServletRequest request, JsonNode body, HttpServletResponse response)
      throws IOException {
    account.requireLeft();
    try (InFlight _ = account.ask()) {
      answer(request, json.writeValueAsBytes(body), response);
    }
  }

  private void answer(HttpServletRequest request, byte[] body, HttpServletResponse response)
      throws IOException {
    if (!isOffered) {
      throw Problem.notFound();
    }
    ModelRoutes routes = models.routes().orElseThrow(this::unloaded);
    routes.answer(
        new ModelRequest(
            request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
            request.getRequestURI(),
            new ByteArrayInputStream(body)),
        new ServletAnswer(response));
  }

  private Problem unloaded() {
    String state = models.state().name().toLowerCase(Locale.ROOT);
    return Problem.of(ProblemCode.UNAVAILABLE, "The model of this server is " + state + ".")
        .with("retry_after_seconds", LOADING_SECONDS);
  }

  /** The answer as a servlet sends it. */
  private record ServletAnswer(HttpServletResponse response) implements ModelResponse {
    @Override
    public void header(String name, String value) {
      response.setHeader(name, value);
    }

    @Override
    public OutputStream begin(int status, long length) throws IOException {
      response.setStatus(status);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      if (length >= 0) {
        response.setContentLengthLong(length);
      }
      return response.getOutputStream();
    }
  }
}

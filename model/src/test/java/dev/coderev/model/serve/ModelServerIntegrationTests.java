package dev.coderev.model.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.template.ChatTemplate;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running server, asked over HTTP. */
class ModelServerIntegrationTests {

  private static final String TEMPLATE =
      "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}[assistant]";

  private static Tokenizer tokenizer;
  private static LoadedModel model;
  private static Batcher batcher;
  private static ModelServer server;
  private static HttpClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-qwen2"), DType.Q8_0, 9);
    tokenizer = Tokenizer.open(file);
    model = LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(2048));
    var bytes = new TokenizerBytes(tokenizer, model.config());
    batcher = new Batcher(model, bytes, BatchLimits.DEFAULT);
    var served =
        new Served("tiny", batcher, tokenizer, bytes, Optional.of(ChatTemplate.parse(TEMPLATE)));
    server =
        ModelServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new ModelRoutes(served, Clock.systemUTC()));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    batcher.close();
    model.close();
    tokenizer.close();
  }

  private static HttpRequest.Builder request(String path) {
    InetSocketAddress at = server.address();
    return HttpRequest.newBuilder(
        URI.create("http://" + at.getHostString() + ":" + at.getPort() + path));
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  /** The value at a path of member names and indexes. */
  private static Json at(String body, Object... steps) {
    Json value = JsonReader.read(Path.of("answer"), body);
    for (Object step : steps) {
      value =
          switch (value) {
            case Json.Obj object -> object.members().getOrDefault(String.valueOf(step), Json.NULL);
            case Json.Arr array -> array.elements().get((Integer) step);
            default -> Json.NULL;
          };
    }
    return value;
  }

  @Test
  void theModelIsListed() throws IOException, InterruptedException {
    assertThat(at(get("/v1/models").body(), "data", 0, "id")).isEqualTo(Json.of("tiny"));
    assertThat(get("/v1/models/tiny").statusCode()).isEqualTo(200);
  }

  @Test
  void aCompletionHasTextReasonAndUsage() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            "/v1/completions",
            "{\"model\":\"tiny\",\"prompt\":\"int x\",\"max_tokens\":7,\"temperature\":0,\"logprobs\":2}");
    assertThat(response.statusCode()).isEqualTo(200);
    String body = response.body();
    assertThat(at(body, "object")).isEqualTo(Json.of("text_completion"));
    assertThat(at(body, "choices", 0, "finish_reason")).isEqualTo(Json.of("length"));
    assertThat(at(body, "usage", "completion_tokens")).isEqualTo(Json.of(7));
    assertThat(((Json.Arr) at(body, "choices", 0, "logprobs", "tokens")).elements()).hasSize(7);
  }

  @Test
  void aStreamedChatGivesTheSameTextInPieces() throws IOException, InterruptedException {
    String ask =
        "{\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}],"
            + "\"max_tokens\":12,\"temperature\":0.7,\"seed\":5,\"stream\":%s}";
    String whole = post("/v1/chat/completions", ask.formatted(false)).body();
    HttpResponse<String> streamed = post("/v1/chat/completions", ask.formatted(true));
    assertThat(streamed.headers().firstValue("Content-Type")).contains("text/event-stream");
    List<String> events =
        streamed
            .body()
            .lines()
            .filter(it -> it.startsWith("data: "))
            .map(it -> it.substring(6))
            .toList();
    assertThat(events.getLast()).isEqualTo("[DONE]");
    assertThat(at(events.getFirst(), "choices", 0, "delta", "role"))
        .isEqualTo(Json.of("assistant"));
    var text = new StringBuilder();
    for (String event : events.subList(0, events.size() - 1)) {
      if (at(event, "choices", 0, "delta", "content") instanceof Json.Str piece) {
        text.append(piece.value());
      }
    }
    assertThat(Json.of(text.toString())).isEqualTo(at(whole, "choices", 0, "message", "content"));
    assertThat(at(events.get(events.size() - 2), "choices", 0, "finish_reason"))
        .isEqualTo(Json.of("length"));
  }

  @Test
  void anAnswerFollowsTheSchemaOfTheRequest() throws IOException, InterruptedException {
    String body =
        post(
                "/v1/chat/completions",
                """
                {"model":"tiny","messages":[{"role":"user","content":"real?"}],"max_tokens":60,"temperature":1.5,
                 "logprobs":true,"top_logprobs":1,
                 "response_format":{"type":"json_schema","json_schema":{"name":"v","schema":
                   {"type":"object","properties":{"real":{"type":"boolean"}},"required":["real"]}}}}
                """)
            .body();
    Json content = at(body, "choices", 0, "message", "content");
    assertThat(((Json.Str) content).value()).matches("\\{\"real\": ?(true|false)}");
    assertThat(at(body, "choices", 0, "finish_reason")).isEqualTo(Json.of("stop"));
    assertThat(at(body, "choices", 0, "logprobs", "content", 0, "top_logprobs", 0, "token"))
        .isNotEqualTo(Json.NULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":1}|400|prompt: must be a text",
        "/v1/completions|{\"prompt\":\"a\",\"model\":\"other\"}|404|only tiny",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"n\":2}|400|must be 1",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"max_tokens\":0}|400|max tokens",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"stop\":[1]}|400|must hold texts",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"logprobs\":9}|400|at most 5",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\"|400|not valid JSON",
        "/v1/chat/completions|{\"model\":\"tiny\",\"messages\":[]}|400|must not be empty",
        "/v1/chat/completions|{\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"response_format\":{\"type\":\"x\"}}|400|json_schema",
        "/v1/completions|{\"prompt\":\"a\"}|400|model: is required",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":[\"a\",\"b\"]}|400|list of one text",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}|400|4 texts",
        "/v1/completions|{\"model\":\"tiny\",\"prompt\":\"a\",\"presence_penalty\":3}|400|between -2 and 2",
        "/v1/chat/completions|{\"model\":\"tiny\",\"messages\":[{\"role\":\"tool\",\"content\":\"a\"}]}|400|role must be",
        "/v1/chat/completions|{\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}|400|only parts of type text",
        "/v1/other|{}|404|there is no /v1/other",
        "/v1/models|{}|405|only GET"
      })
  void whatCannotBeAnsweredIsRefused(String path, String body, int status, String message)
      throws IOException, InterruptedException {
    HttpResponse<String> response = post(path, body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(((Json.Str) at(response.body(), "error", "message")).value()).contains(message);
  }

  private static String code(HttpResponse<String> refused) {
    return at(refused.body(), "error", "code") instanceof Json.Str code ? code.value() : "";
  }

  @Test
  void refusalsSayWhatIsMeantInWordsForPrograms() throws IOException, InterruptedException {
    HttpResponse<String> tools =
        post(
            "/v1/chat/completions",
            """
            {"model":"tiny","messages":[{"role":"user","content":"a"}],"tools":[{"type":"function"}]}
            """);
    assertThat(tools.statusCode()).isEqualTo(400);
    assertThat(code(tools)).isEqualTo("unsupported_parameter");
    assertThat(at(tools.body(), "error", "param")).isEqualTo(Json.of("tools"));
    HttpResponse<String> unknown = post("/v1/completions", "{\"model\":\"none\",\"prompt\":\"a\"}");
    assertThat(code(unknown)).isEqualTo("model_not_found");
    HttpResponse<String> large =
        post(
            "/v1/completions", "{\"model\":\"tiny\",\"prompt\":\"" + "a b c ".repeat(2000) + "\"}");
    assertThat(large.statusCode()).isEqualTo(400);
    assertThat(code(large)).isEqualTo("context_length_exceeded");
  }

  @Test
  void aStreamTellsWhatItTookWhereThatIsAsked() throws IOException, InterruptedException {
    HttpResponse<String> streamed =
        post(
            "/v1/completions",
            """
            {"model":"tiny","prompt":["int x"],"max_tokens":5,"temperature":0,"stream":true,
             "stream_options":{"include_usage":true}}
            """);
    List<String> events = streamed.body().lines().filter(it -> it.startsWith("data: {")).toList();
    String last = events.getLast().substring(6);
    assertThat(((Json.Arr) at(last, "choices")).elements()).isEmpty();
    assertThat(at(last, "usage", "completion_tokens")).isEqualTo(Json.of(5));
    assertThat(streamed.body()).endsWith("data: [DONE]\n\n");
  }
}

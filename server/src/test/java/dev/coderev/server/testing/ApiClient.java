package dev.coderev.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the API that sends and reads plain JSON, and knows nothing of the server's classes.
 */
public final class ApiClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final JsonMapper JSON = new JsonMapper();
  private static final DocumentedAnswers DOCUMENT = DocumentedAnswers.committed();

  private final String base;
  private final Map<String, String> headers;

  public ApiClient(String base) {
    this(base, Map.of());
  }

  private ApiClient(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  public ApiClient with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiClient(base, more);
  }

  public ApiClient bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Map<String, ?> body) {
    return json("POST", path, body);
  }

  public Answer put(String path, Map<String, ?> body) {
    return json("PUT", path, body);
  }

  public Answer patch(String path, Map<String, ?> body) {
    return json("PATCH", path, body);
  }

  public Answer delete(String path, Map<String, ?> body) {
    return json("DELETE", path, body);
  }

  private Answer json(String method, String path, Map<String, ?> body) {
    return with("Content-Type", "application/json").send(method, path, text(body));
  }

  private static BodyPublisher text(Map<String, ?> body) {
    return BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8);
  }

  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      DOCUMENT
          .objection(method, path, answer)
          .ifPresent(words -> {
            throw new AssertionError("the document says something else: " + words);
          });
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.coderev.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of a server on this machine; every request comes from another address, as of a team. */
final class LoadClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One request; the body is empty for those without. */
  record Ask(String name, String method, String path, String body, int expected) {
    static Ask get(String name, String path) {
      return new Ask(name, "GET", path, "", 200);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI base;
  private final AtomicLong number = new AtomicLong();
  private volatile String token = "";

  LoadClient(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** Signs in, for all requests that follow. */
  void signIn(String email, String password) throws IOException, InterruptedException {
    token = "";
    token = field(answer(login(email, password)), "access_token");
  }

  static Ask login(String email, String password) {
    return new Ask(
        "login",
        "POST",
        "/api/auth/login",
        new JsonValue(Map.of("email", email, "password", password)).toString(),
        200);
  }

  HttpResponse<String> send(Ask ask) throws IOException, InterruptedException {
    long caller = number.incrementAndGet();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(ask.path()))
            .timeout(PATIENCE)
            .method(
                ask.method(),
                ask.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(ask.body()))
            .header(
                "X-Forwarded-For",
                "10." + caller / 65_536 % 256 + "." + caller / 256 % 256 + "." + caller % 256);
    if (!ask.body().isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** The body of an answer that must be as expected. */
  String answer(Ask ask) throws IOException, InterruptedException {
    HttpResponse<String> response = send(ask);
    if (response.statusCode() != ask.expected()) {
      throw new IOException(ask.name() + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** Sends and notes how long it took since the request was due. */
  void timed(Ask ask, long due, Latencies latencies) throws InterruptedException {
    try {
      HttpResponse<String> response = send(ask);
      if (response.statusCode() == ask.expected()) {
        latencies.good(System.nanoTime() - due);
      } else {
        latencies.bad(Integer.toString(response.statusCode()));
      }
    } catch (IOException failure) {
      latencies.bad(failure.getClass().getSimpleName());
    }
  }

  /** The first text field of this name in a JSON object. */
  static String field(String json, String name) throws IOException {
    Matcher matcher =
        Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!matcher.find()) {
      throw new IOException("no " + name + " in " + json);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

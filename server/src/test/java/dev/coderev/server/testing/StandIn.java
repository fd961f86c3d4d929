package dev.coderev.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service of the outside world that runs in the test: it answers as it was told to, keeps what it
 * was sent, and answers 501 to what nobody foresaw.
 */
public final class StandIn implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** A request that came in; names of headers are in lower case. */
  public record Received(
      String method, String path, String query, Map<String, String> headers, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  /** What is answered. */
  public record Given(int status, Map<String, String> headers, String body) {
    public static Given json(int status, Object body) {
      return new Given(
          status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
    }
  }

  private record Route(String method, Pattern path, Function<Received, Given> answer) {}

  private final HttpServer http;
  private final List<Route> routes = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private StandIn(HttpServer http) {
    this.http = http;
  }

  public static StandIn start() {
    try {
      StandIn standIn =
          new StandIn(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      standIn.http.createContext("/", standIn::handle);
      standIn.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      standIn.http.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers requests from now on; the newest answer to a path wins. */
  public StandIn on(String method, String path, Function<Received, Given> answer) {
    routes.addFirst(new Route(method, Pattern.compile(path), answer));
    return this;
  }

  /** Answers everything below this path with bytes of its own. */
  public StandIn below(String path, HttpHandler answer) {
    http.createContext(path, answer);
    return this;
  }

  public String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /** What came in to this path, the oldest first. */
  public List<Received> received(String method, String path) {
    return received.stream()
        .filter(one -> one.method().equals(method) && one.path().matches(path))
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
      String query = exchange.getRequestURI().getRawQuery();
      Received one =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              query == null ? "" : query,
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(one);
      Given given = answer(one);
      given.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Given answer(Received one) {
    try {
      return routes.stream()
          .filter(route -> route.method().equals(one.method()))
          .filter(route -> route.path().matcher(one.path()).matches())
          .findFirst()
          .map(route -> route.answer().apply(one))
          .orElseGet(() -> Given.json(501, Map.of("error", "nobody foresaw " + one.path())));
    } catch (AssertionError wrong) {
      return Given.json(500, Map.of("error", String.valueOf(wrong.getMessage())));
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}

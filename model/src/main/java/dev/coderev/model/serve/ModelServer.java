package dev.coderev.model.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.deploy.Overloaded;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.transformer.Adapter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * An HTTP server that answers {@code /v1/models}, {@code /v1/completions} and {@code
 * /v1/chat/completions} as OpenAI's interface does, streamed answers as server-sent events.
 */
public final class ModelServer implements AutoCloseable {

  private static final int LARGEST_REQUEST = 8 << 20;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Served served;
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();

  private ModelServer(HttpServer http, Served served, Clock clock) {
    this.http = http;
    this.served = served;
    this.clock = clock;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes a free one
   */
  public static ModelServer start(InetSocketAddress address, Served served, Clock clock) {
    try {
      var server = new ModelServer(HttpServer.create(address, 0), served, clock);
      server.listen();
      return server;
    } catch (IOException e) {
      throw new ModelException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  private void listen() {
    http.setExecutor(threads);
    http.createContext("/", exchange -> answer(exchange, this::route));
    http.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  /** A request that was refused, with the status that says why. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      try {
        handler.handle(exchange);
      } catch (Refused e) {
        send(
            exchange,
            e.status,
            Answers.error(String.valueOf(e.getMessage()), "invalid_request_error"));
      } catch (Overloaded e) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, 429, Answers.error(String.valueOf(e.getMessage()), "rate_limit_error"));
      } catch (ModelException e) {
        send(exchange, 400, Answers.error(String.valueOf(e.getMessage()), "invalid_request_error"));
      } catch (RuntimeException e) {
        send(exchange, 500, Answers.error("the request failed", "server_error"));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, Json body) throws IOException {
    if (exchange.getResponseCode() != -1) {
      return; // a stream has begun: its end is all that can be said
    }
    byte[] bytes = JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/v1/models" -> {
        method(exchange, "GET");
        send(exchange, 200, Answers.object("object", "list", "data", List.of(description())));
      }
      case "/v1/completions" -> {
        method(exchange, "POST");
        complete(exchange, CompletionRequest.plain(body(exchange)), false);
      }
      case "/v1/chat/completions" -> {
        method(exchange, "POST");
        complete(exchange, CompletionRequest.chat(body(exchange)), true);
      }
      default -> {
        if (!path.equals("/v1/models/" + served.id())) {
          throw new Refused(404, "there is no " + path);
        }
        method(exchange, "GET");
        send(exchange, 200, description());
      }
    }
  }

  private Json description() {
    return Answers.object("id", served.id(), "object", "model", "owned_by", "local");
  }

  private static void method(HttpExchange exchange, String expected) {
    if (!exchange.getRequestMethod().equals(expected)) {
      exchange.getResponseHeaders().set("Allow", expected);
      throw new Refused(405, "only " + expected + " is answered here");
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
    if (bytes.length > LARGEST_REQUEST) {
      throw new Refused(413, "requests may have at most " + LARGEST_REQUEST + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void complete(HttpExchange exchange, CompletionRequest request, boolean chat)
      throws IOException {
    if (!request.model().isEmpty() && !request.model().equals(served.id())) {
      throw new Refused(
          404, "the model " + request.model() + " is not served, only " + served.id());
    }
    int[] prompt = prompt(request, chat);
    String id = (chat ? "chatcmpl-" : "cmpl-") + count.incrementAndGet();
    var answers =
        new Answers(id, served.id(), clock.instant().getEpochSecond(), chat, served.bytes());
    if (request.stream()) {
      stream(exchange, request, prompt, answers, chat);
    } else {
      Completion completion = submit(prompt, request, text -> {}).await();
      send(exchange, 200, answers.whole(completion, prompt.length, request.wantsLikely()));
    }
  }

  private int[] prompt(CompletionRequest request, boolean chat) {
    if (!chat) {
      return served.tokenizer().encode(request.prompt(), true);
    }
    String text =
        served
            .template()
            .orElseThrow(() -> new Refused(400, served.id() + " has no chat template"))
            .render(
                request.messages(),
                true,
                served.tokenizer().beginToken().orElse(""),
                served.tokenizer().endToken().orElse(""));
    return served.tokenizer().encode(text, false);
  }

  private Batcher.Request submit(
      int[] prompt, CompletionRequest request, Consumer<String> listener) {
    return served.batcher().submit(prompt, Adapter.NONE, request.options(), listener);
  }

  /** Pieces go through a queue, so that a slow client holds up nobody but itself. */
  private void stream(
      HttpExchange exchange, CompletionRequest request, int[] prompt, Answers answers, boolean chat)
      throws IOException {
    BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    Batcher.Request running = submit(prompt, request, pieces::add);
    running.whenDone(() -> pieces.add(""));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (chat) {
        event(out, JsonWriter.compact(answers.opening()));
      }
      for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
        event(out, JsonWriter.compact(answers.piece(piece)));
      }
      event(out, JsonWriter.compact(answers.closing(running.await().finish())));
      event(out, "[DONE]");
    } catch (InterruptedException e) {
      running.cancel();
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      running.cancel();
      throw e;
    }
  }

  private static void event(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Stops listening; requests that run get a second to send what they have. */
  @Override
  public void close() {
    http.stop(1);
    threads.shutdownNow();
  }
}

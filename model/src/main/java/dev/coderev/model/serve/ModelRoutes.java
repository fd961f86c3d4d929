package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.deploy.Overloaded;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The answers to {@code /v1/models}, {@code /v1/completions} and {@code /v1/chat/completions} as
 * OpenAI's interface gives them, streamed ones as server-sent events. It knows no HTTP server: any
 * can hand requests to it, from many threads at once.
 */
public final class ModelRoutes {

  private static final int LARGEST_REQUEST = 8 << 20;

  private final ServedModels models;
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();

  /** Of one model, without adapters, that stays its caller's. */
  public ModelRoutes(Served served, Clock clock) {
    this(ServedModels.of(served), clock);
  }

  /**
   * @param models stays the caller's
   */
  public ModelRoutes(ServedModels models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /**
   * Answers one request; returns when the answer is complete.
   *
   * @throws IOException when the client is gone; its text is not generated any further then
   */
  public void answer(ModelRequest request, ModelResponse response) throws IOException {
    var once = new Once(response);
    try {
      route(request, once);
    } catch (Refused e) {
      refuse(once, e.status(), e, "invalid_request_error");
    } catch (Overloaded e) {
      once.header("Retry-After", "1");
      refuse(once, 429, e, "rate_limit_error");
    } catch (ModelException e) {
      refuse(once, 400, e, "invalid_request_error");
    } catch (RuntimeException e) {
      refuse(once, 500, new ModelException("the request failed"), "server_error");
    }
  }

  /** A response that knows whether it has begun. */
  private static final class Once implements ModelResponse {

    private final ModelResponse response;
    private boolean begun;

    Once(ModelResponse response) {
      this.response = response;
    }

    @Override
    public void header(String name, String value) {
      if (!begun) {
        response.header(name, value);
      }
    }

    @Override
    public OutputStream begin(int status, long length) throws IOException {
      begun = true;
      return response.begin(status, length);
    }
  }

  private static void refuse(Once response, int status, ModelException reason, String type)
      throws IOException {
    if (!response.begun) { // else the end of the stream is all that can be said
      send(response, status, Answers.error(String.valueOf(reason.getMessage()), type));
    }
  }

  private static void send(ModelResponse response, int status, Json body) throws IOException {
    byte[] bytes = JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8);
    response.header("Content-Type", "application/json");
    response.begin(status, bytes.length).write(bytes);
  }

  private void route(ModelRequest request, ModelResponse response) throws IOException {
    switch (request.path()) {
      case "/v1/models" -> {
        method(request, response, "GET");
        List<Json> all = models.names().stream().map(this::description).toList();
        send(response, 200, Answers.object("object", "list", "data", all));
      }
      case "/v1/completions" -> {
        method(request, response, "POST");
        complete(CompletionRequest.plain(body(request)), false, response);
      }
      case "/v1/chat/completions" -> {
        method(request, response, "POST");
        complete(CompletionRequest.chat(body(request)), true, response);
      }
      default -> {
        String name =
            models.names().stream()
                .filter(it -> request.path().equals("/v1/models/" + it))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "there is no " + request.path()));
        method(request, response, "GET");
        send(response, 200, description(name));
      }
    }
  }

  /** A model; an adapter names the base that it belongs to. */
  private Json description(String name) {
    String base = models.id();
    return name.equals(base)
        ? Answers.object("id", name, "object", "model", "owned_by", "local")
        : Answers.object("id", name, "object", "model", "owned_by", "local", "parent", base);
  }

  private static void method(ModelRequest request, ModelResponse response, String expected) {
    if (!request.method().equals(expected)) {
      response.header("Allow", expected);
      throw new Refused(405, "only " + expected + " is answered here");
    }
  }

  private static String body(ModelRequest request) throws IOException {
    byte[] bytes = request.body().readNBytes(LARGEST_REQUEST + 1);
    if (bytes.length > LARGEST_REQUEST) {
      throw new Refused(413, "requests may have at most " + LARGEST_REQUEST + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void complete(CompletionRequest request, boolean chat, ModelResponse response)
      throws IOException {
    ServedModels.Lease lease =
        models
            .lease(request.model())
            .orElseThrow(() ->
                new Refused(
                    404,
                    "the model "
                        + request.model()
                        + " is not served, only "
                        + String.join(", ", models.names())));
    try (lease) {
      Served served = lease.served();
      int[] prompt = prompt(served, request, chat);
      String id = (chat ? "chatcmpl-" : "cmpl-") + count.incrementAndGet();
      var answers =
          new Answers(id, lease.name(), clock.instant().getEpochSecond(), chat, served.bytes());
      if (request.stream()) {
        stream(lease, request, prompt, answers, chat, response);
      } else {
        Completion completion = submit(lease, prompt, request, text -> {}).await();
        send(response, 200, answers.whole(completion, prompt.length, request.wantsLikely()));
      }
    }
  }

  private static int[] prompt(Served served, CompletionRequest request, boolean chat) {
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

  private static Batcher.Request submit(
      ServedModels.Lease lease,
      int[] prompt,
      CompletionRequest request,
      Consumer<String> listener) {
    return lease.served().batcher().submit(prompt, lease.adapter(), request.options(), listener);
  }

  /** Pieces go through a queue, so that a slow client holds up nobody but itself. */
  private static void stream(
      ServedModels.Lease lease,
      CompletionRequest request,
      int[] prompt,
      Answers answers,
      boolean chat,
      ModelResponse response)
      throws IOException {
    BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    Batcher.Request running = submit(lease, prompt, request, pieces::add);
    running.whenDone(() -> pieces.add(""));
    response.header("Content-Type", "text/event-stream");
    try {
      OutputStream out = response.begin(200, -1);
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
}

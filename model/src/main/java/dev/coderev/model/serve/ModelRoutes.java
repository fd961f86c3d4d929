package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.deploy.BudgetExceeded;
import dev.coderev.model.deploy.Overloaded;
import dev.coderev.model.deploy.TokenAllowance;
import dev.coderev.model.deploy.TokenBudget;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.json.Json;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The answers to {@code /v1/models}, {@code /v1/completions} and {@code /v1/chat/completions} as
 * OpenAI's interface gives them, streamed ones as server-sent events. It knows no HTTP server: any
 * can hand requests to it, from many threads at once.
 */
public final class ModelRoutes implements Routes {

  private static final System.Logger LOG = System.getLogger(ModelRoutes.class.getName());

  private static final int LARGEST_REQUEST = 8 << 20;

  private final ServedModels models;
  private final Clock clock;
  private final Consumer<ModelUse> watch;
  private final TokenAllowance allowance;
  private final long since;
  private final AtomicLong count = new AtomicLong();

  /** Of one model, without adapters, that stays its caller's. */
  public ModelRoutes(Served served, Clock clock) {
    this(ServedModels.of(served), clock);
  }

  /**
   * @param models stays the caller's
   */
  public ModelRoutes(ServedModels models, Clock clock) {
    this(models, clock, use -> {});
  }

  /**
   * @param models stays the caller's
   * @param watch is told what each answer took, on the thread of its request
   */
  public ModelRoutes(ServedModels models, Clock clock, Consumer<ModelUse> watch) {
    this(models, clock, watch, new TokenBudget(Long.MAX_VALUE, clock, Optional.empty()));
  }

  /**
   * @param models stays the caller's
   * @param watch is told what each answer took, on the thread of its request
   * @param allowance of all requests together
   */
  public ModelRoutes(
      ServedModels models, Clock clock, Consumer<ModelUse> watch, TokenAllowance allowance) {
    this.models = models;
    this.clock = clock;
    this.watch = watch;
    this.allowance = allowance;
    this.since = clock.instant().getEpochSecond();
  }

  /**
   * Answers one request; returns when the answer is complete.
   *
   * @throws IOException when the client is gone; its text is not generated any further then
   */
  @Override
  public void answer(ModelRequest request, ModelResponse response) throws IOException {
    var once = new AnswerInProgress(response);
    try {
      route(request, once);
    } catch (Refused e) {
      once.refuse(e.status(), e, "invalid_request_error", e.param(), e.code());
    } catch (Overloaded e) {
      once.header("Retry-After", "1");
      once.refuse(429, e, "rate_limit_error", "", "rate_limited");
    } catch (BudgetExceeded e) {
      once.header("Retry-After", String.valueOf(Math.max(1, e.untilMore().toSeconds())));
      once.refuse(429, e, "insufficient_quota", "", "insufficient_quota");
    } catch (ModelException e) {
      once.refuse(400, e, "invalid_request_error", "", "");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request failed", e);
      once.refuse(500, new ModelException("the request failed"), "server_error", "", "internal");
    } finally {
      tell(once);
    }
  }

  /** What was answered stays answered, whatever becomes of its count. */
  private void tell(AnswerInProgress answer) {
    try {
      answer.use().ifPresent(watch);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "an answer was not counted", e);
    } finally {
      answer.settle();
    }
  }

  private void route(ModelRequest request, AnswerInProgress response) throws IOException {
    switch (request.path()) {
      case "/v1/models" -> {
        method(request, response, "GET");
        List<Json> all = models.names().stream().map(this::description).toList();
        response.send(200, Answers.object("object", "list", "data", all));
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
                .orElseThrow(() -> new Refused(404, "not_found", "there is no " + request.path()));
        method(request, response, "GET");
        response.send(200, description(name));
      }
    }
  }

  /** A model; an adapter names the base that it belongs to. */
  private Json description(String name) {
    String base = models.id();
    return name.equals(base)
        ? Answers.object("id", name, "object", "model", "created", since, "owned_by", "local")
        : Answers.object(
            "id", name, "object", "model", "created", since, "owned_by", "local", "parent", base);
  }

  private static void method(ModelRequest request, AnswerInProgress response, String expected) {
    if (!request.method().equals(expected)) {
      response.header("Allow", expected);
      throw new Refused(405, "method_not_allowed", "only " + expected + " is answered here");
    }
  }

  private static String body(ModelRequest request) throws IOException {
    byte[] bytes = request.body().readNBytes(LARGEST_REQUEST + 1);
    if (bytes.length > LARGEST_REQUEST) {
      throw new Refused(
          413, "payload_too_large", "requests may have at most " + LARGEST_REQUEST + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void complete(CompletionRequest request, boolean chat, AnswerInProgress response)
      throws IOException {
    response.begins(request.model(), chat);
    ServedModels.Lease lease =
        models
            .lease(request.model())
            .orElseThrow(() ->
                new Refused(
                    404,
                    "model_not_found",
                    "the model "
                        + request.model()
                        + " is not served, only "
                        + String.join(", ", models.names())));
    try (lease) {
      Served served = lease.served();
      int[] prompt = prompt(served, request, chat);
      response.hasRead(prompt.length);
      String id = (chat ? "chatcmpl-" : "cmpl-") + count.incrementAndGet();
      var answers =
          new Answers(id, lease.name(), clock.instant().getEpochSecond(), chat, served.bytes());
      if (request.stream()) {
        stream(lease, request, prompt, answers, chat, response);
      } else {
        Completion completion = submit(lease, prompt, request, response, piece -> {}).await();
        response.hasWritten(completion.tokens().size());
        response.send(200, answers.whole(completion, prompt.length, request.wantsLikely()));
      }
    }
  }

  private static int[] prompt(Served served, CompletionRequest request, boolean chat) {
    int[] prompt = tokens(served, request, chat);
    int most = served.batcher().positions();
    if (prompt.length >= most) {
      throw new Refused(
          400,
          "context_length_exceeded",
          "the prompt has " + prompt.length + " tokens, of " + most + " with its answer");
    }
    return prompt;
  }

  private static int[] tokens(Served served, CompletionRequest request, boolean chat) {
    if (!chat) {
      return served.tokenizer().encode(request.prompt(), true);
    }
    String text =
        served
            .template()
            .orElseThrow(
                () -> new Refused(400, "no_chat_template", served.id() + " has no chat template"))
            .render(
                request.messages(),
                true,
                served.tokenizer().beginToken().orElse(""),
                served.tokenizer().endToken().orElse(""));
    return served.tokenizer().encode(text, false);
  }

  /** Reserves what the request could take; what it took is counted when it is answered. */
  private Batcher.Request submit(
      ServedModels.Lease lease,
      int[] prompt,
      CompletionRequest request,
      AnswerInProgress response,
      Consumer<String> listener) {
    Batcher batcher = lease.served().batcher();
    int room = Math.max(0, batcher.positions() - prompt.length);
    response.holds(
        allowance.reserve(prompt.length + (long) Math.min(request.options().maxTokens(), room)));
    Batcher.Request running =
        batcher.submit(
            prompt,
            lease.adapter(),
            request.options(),
            piece -> {
              response.hasText(piece);
              listener.accept(piece);
            });
    response.runs();
    return running;
  }

  /** Pieces go through a queue, so that a slow client holds up nobody but itself. */
  private void stream(
      ServedModels.Lease lease,
      CompletionRequest request,
      int[] prompt,
      Answers answers,
      boolean chat,
      AnswerInProgress response)
      throws IOException {
    BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    Batcher.Request running = submit(lease, prompt, request, response, pieces::add);
    running.whenDone(() -> pieces.add(""));
    try {
      response.beginStream();
      if (chat) {
        response.event(answers.opening());
      }
      for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
        response.event(answers.piece(piece));
      }
      Completion completion = running.await();
      response.hasWritten(completion.tokens().size());
      response.event(answers.closing(completion.finish()));
      if (request.wantsUsage()) {
        response.event(answers.usagePart(prompt.length, completion.tokens().size()));
      }
      response.endStream();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.cancel(); // does nothing to one that has ended
      running.awaitEnd();
      response.hasWritten(running.generated());
    }
  }
}

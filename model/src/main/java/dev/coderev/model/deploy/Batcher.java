package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.Continuation;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.generate.TokenBytes;
import dev.coderev.model.generate.TokenMasks;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.transformer.Adapter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Answers many requests with one model: texts join the batch as soon as there is room and leave it
 * when they are done (continuous batching). Requests are taken in the order in which they came; one
 * prompt is read between two tokens of the others. A failing request fails alone.
 */
public final class Batcher implements AutoCloseable {

  /** A request that waits, runs or has ended. */
  public static final class Request {
    private final int[] prompt;
    private final Adapter adapter;
    private final GenerationOptions options;
    private final Consumer<String> listener;
    private final CompletableFuture<Completion> answer = new CompletableFuture<>();
    private volatile boolean cancelled;

    private Request(
        int[] prompt, Adapter adapter, GenerationOptions options, Consumer<String> listener) {
      this.prompt = prompt.clone();
      this.adapter = adapter;
      this.options = options;
      this.listener = listener;
    }

    /** Ends the text at its next token, or at once when it waits. */
    public void cancel() {
      cancelled = true;
    }

    /** Runs an action at the end, however it came. */
    public void whenDone(Runnable action) {
      var _ = answer.whenComplete((completion, failure) -> action.run());
    }

    /** How many tokens were generated; 0 before the end, and for a request that failed. */
    public int generated() {
      return answer.isDone() && !answer.isCompletedExceptionally()
          ? answer.join().tokens().size()
          : 0;
    }

    /** Waits for the end, however it comes. */
    public void awaitEnd() {
      answer.handle((completion, failure) -> this).join();
    }

    /** Waits for the end; failures of this request are thrown as they were. */
    public Completion await() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof ModelException known) {
          throw known;
        }
        throw e;
      }
    }
  }

  private record Running(Request request, Continuation text) {}

  private final LoadedModel model;
  private final TokenBytes bytes;
  private final TokenMasks masks;
  private final BatchLimits limits;
  private final Deque<Request> queue = new ArrayDeque<>();
  private final List<Running> active = new ArrayList<>();
  private final Thread thread;
  private boolean closing;
  private volatile boolean giveUp;

  /**
   * @param model stays the caller's, and must be closed after this
   */
  public Batcher(LoadedModel model, TokenBytes bytes, BatchLimits limits) {
    this.model = model;
    this.bytes = bytes;
    this.masks = new TokenMasks(bytes);
    this.limits = limits;
    this.thread = Thread.ofPlatform().daemon().name("model-batcher").unstarted(this::serve);
    thread.start();
  }

  /**
   * Takes a request.
   *
   * @param listener gets pieces of text, on this batcher's thread
   * @throws Overloaded when too many wait or the batcher is closing
   */
  public Request submit(
      int[] prompt, Adapter adapter, GenerationOptions options, Consumer<String> listener) {
    if (prompt.length == 0) {
      throw new ModelException("a prompt must have at least one token");
    }
    check(adapter);
    var request = new Request(prompt, adapter, options, listener);
    synchronized (queue) {
      if (closing) {
        throw new Overloaded("the model is being stopped");
      }
      if (queue.size() >= limits.queued()) {
        throw new Overloaded(limits.queued() + " requests are waiting already; try again later");
      }
      queue.add(request);
      queue.notifyAll();
    }
    return request;
  }

  /** How many tokens a prompt and its answer may have together. */
  public int positions() {
    return model.config().maxPositions();
  }

  /** How many requests wait. */
  public int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** Fails when an adapter does not fit the model. */
  public void check(Adapter adapter) {
    model.transformer().check(adapter);
  }

  private void serve() {
    while (awaitWork()) {
      admit();
      step();
    }
  }

  /** Waits for something to do; false when there is nothing and never will be. */
  private boolean awaitWork() {
    synchronized (queue) {
      while (queue.isEmpty() && active.isEmpty() && !closing) {
        try {
          queue.wait();
        } catch (InterruptedException e) {
          closing = true;
        }
      }
      return !queue.isEmpty() || !active.isEmpty();
    }
  }

  private void admit() {
    Request request;
    synchronized (queue) {
      if (active.size() >= limits.active()) {
        return;
      }
      request = queue.poll();
    }
    if (request == null) {
      return;
    }
    KvSequence sequence = model.cache().open();
    int room = model.config().maxPositions() - request.prompt.length;
    var text =
        new Continuation(
            sequence,
            request.adapter,
            request.prompt,
            room,
            bytes,
            masks,
            request.options,
            request.listener);
    var running = new Running(request, text);
    try {
      if (request.cancelled || giveUp) {
        text.cancel();
        finish(running);
        return;
      }
      accept(running, model.transformer().prefill(sequence, request.adapter, request.prompt));
    } catch (RuntimeException | Error e) {
      fail(running, e);
    }
  }

  /** Gives logits to a text, which then stays in the batch or ends. */
  private void accept(Running running, float[] logits) {
    try {
      if (running.request().cancelled || giveUp) {
        running.text().cancel();
      }
      if (!running.text().accept(logits)) {
        finish(running);
      } else if (!active.contains(running)) {
        active.add(running);
      }
    } catch (RuntimeException | Error e) {
      fail(running, e);
    }
  }

  private void step() {
    if (active.isEmpty()) {
      return;
    }
    List<Running> batch = List.copyOf(active);
    List<float[]> logits;
    try {
      logits =
          model
              .transformer()
              .decode(
                  batch.stream().map(it -> it.text().sequence()).toList(),
                  batch.stream().map(it -> it.text().adapter()).toList(),
                  batch.stream().mapToInt(it -> it.text().lastToken()).toArray());
    } catch (RuntimeException | Error e) {
      fail(batch.getLast(), e); // the youngest gives way, for example when the cache is full
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      accept(batch.get(i), logits.get(i));
    }
  }

  private void finish(Running running) {
    active.remove(running);
    running.text().close();
    running.request().answer.complete(running.text().completion().orElseThrow());
  }

  private void fail(Running running, Throwable failure) {
    active.remove(running);
    running.text().close();
    running.request().answer.completeExceptionally(failure);
  }

  /**
   * Takes no more requests, lets those there end for a while, then ends the rest where they are.
   */
  @Override
  public void close() {
    synchronized (queue) {
      closing = true;
      queue.notifyAll();
    }
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = thread.join(giveUp ? Duration.ofSeconds(60) : limits.drain());
        giveUp = true;
      } catch (InterruptedException e) {
        giveUp = true; // the model must not be freed under a running step
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.coderev.model.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The life of a deployment: parts that are opened in order and closed in reverse, while at least
 * one scope is open, or from {@link #start} to {@link #stop}.
 *
 * <pre>
 * uninitialized → starting → running → stopping → stopped → starting …
 *                    └→ error → starting …
 * </pre>
 */
public final class DeploymentSystem implements AutoCloseable {

  /**
   * What a deployment is made of.
   *
   * @param open gives what must be closed again
   */
  public record Part(String name, Callable<? extends AutoCloseable> open) {}

  /** The right to use a running deployment; the last one closed stops it. */
  public final class Scope implements AutoCloseable {

    private final AtomicBoolean left = new AtomicBoolean();

    private Scope() {}

    public DeploymentSystem system() {
      return DeploymentSystem.this;
    }

    /** Leaves once; further calls do nothing. Never throws, so that no body's failure is hidden. */
    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        leave();
      }
    }
  }

  private final List<Part> parts;
  private final Clock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private DeploymentState state = DeploymentState.UNINITIALIZED;
  private boolean explicit;
  private int nesting;
  private long entries;
  private long exits;
  private boolean cleaned;
  private @Nullable Throwable lastException;
  private @Nullable Instant startedAt;
  private @Nullable Instant stoppedAt;

  public DeploymentSystem(List<Part> parts, Clock clock) {
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  /**
   * Enters; the first one starts the system, others wait for that start.
   *
   * @throws StartupError when a part could not be opened; nothing is left open then
   */
  public synchronized Scope enter() {
    entries++;
    nesting++;
    try {
      ensureRunning();
      return new Scope();
    } catch (RuntimeException | Error e) {
      nesting--;
      throw e;
    }
  }

  /** Starts without a scope, until {@link #stop}; does nothing while running. */
  public synchronized void start() {
    ensureRunning();
    explicit = true;
  }

  private void ensureRunning() {
    switch (state) {
      case RUNNING -> {}
      case UNINITIALIZED, STOPPED, ERROR -> open();
      case STARTING, STOPPING ->
          throw new IllegalStateException("cannot start a deployment that is " + word());
    }
  }

  private String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private void open() {
    state = DeploymentState.STARTING;
    cleaned = false;
    for (Part part : parts) {
      try {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException("interrupted while starting");
        }
        open.push(part.open().call());
      } catch (Exception | Error e) {
        var error = new StartupError(part.name(), e);
        closeParts().ifPresent(error::addSuppressed);
        state = DeploymentState.ERROR;
        lastException = error;
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw error;
      }
    }
    startedAt = clock.instant();
    stoppedAt = null;
    state = DeploymentState.RUNNING;
  }

  private synchronized void leave() {
    exits++;
    nesting--;
    if (nesting == 0 && !explicit && state == DeploymentState.RUNNING) {
      shutDown();
    }
  }

  /**
   * Stops, however many scopes are open; does nothing when it is stopped.
   *
   * @throws ShutdownError when parts failed to close; all were tried
   */
  public synchronized void stop() {
    explicit = false;
    if (state == DeploymentState.RUNNING) {
      Optional<Throwable> failure = shutDown();
      if (failure.isPresent()) {
        throw new ShutdownError(failure.get());
      }
    }
  }

  private Optional<Throwable> shutDown() {
    state = DeploymentState.STOPPING;
    Optional<Throwable> failure = closeParts();
    failure.ifPresent(it -> lastException = it);
    stoppedAt = clock.instant();
    state = DeploymentState.STOPPED;
    return failure;
  }

  /** Closes what is open, the last first; gives the first failure, the others suppressed in it. */
  private Optional<Throwable> closeParts() {
    Throwable first = null;
    boolean interrupted = Thread.interrupted(); // closing waits, and must not be cut short
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception | Error e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    cleaned = true;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(first);
  }

  /** Runs a body within a scope and keeps its failure as the last exception. */
  public <T> T call(Callable<T> body) throws Exception {
    try (Scope scope = enter()) {
      return scope.system().recorded(body);
    }
  }

  private <T> T recorded(Callable<T> body) throws Exception {
    try {
      return body.call();
    } catch (Exception | Error e) {
      synchronized (this) {
        lastException = e;
      }
      throw e;
    }
  }

  public synchronized ContextInfo contextInfo() {
    Instant end = stoppedAt == null ? clock.instant() : stoppedAt;
    double uptime = startedAt == null ? 0 : Duration.between(startedAt, end).toNanos() / 1e9;
    return new ContextInfo(
        state,
        nesting,
        entries,
        exits,
        cleaned,
        Optional.ofNullable(lastException),
        uptime,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(stoppedAt));
  }

  /** As {@link #stop}, but throws nothing: failures are the last exception. */
  @Override
  public synchronized void close() {
    explicit = false;
    if (state == DeploymentState.RUNNING) {
      shutDown();
    }
  }
}

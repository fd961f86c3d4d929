package dev.coderev.model.deploy;

import dev.coderev.model.deploy.Health.Component;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at components again and again, one after the other, on a thread of its own; who asks gets
 * what was found last.
 */
public final class HealthChecker implements AutoCloseable {

  /** How the whole is. */
  public enum Overall {
    HEALTHY,
    DEGRADED,
    UNHEALTHY
  }

  /** A finding of the past. */
  public record Past(String component, State state, Instant at) {}

  private static final int REMEMBERED = 1_000;
  private static final int SHOWN = 10;

  private final List<Component> components;
  private final Duration interval;
  private final Clock clock;
  private final Map<String, Health> last = new LinkedHashMap<>();
  private final Deque<Past> history = new ArrayDeque<>();
  private @Nullable Instant checkedAt;
  private @Nullable Thread thread;

  public HealthChecker(List<Component> components, Duration interval, Clock clock) {
    this.components = List.copyOf(components);
    this.interval = interval;
    this.clock = clock;
  }

  /** Begins to look, at once and then after each interval; does nothing when it has begun. */
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("model-health").start(this::repeat);
    }
  }

  private void repeat() {
    try {
      while (true) {
        check();
        Thread.sleep(interval);
      }
    } catch (InterruptedException e) {
      return; // closed
    }
  }

  /** Looks once at everything. */
  public void check() {
    for (Component component : components) {
      remember(component.name(), look(component));
    }
    synchronized (this) {
      checkedAt = clock.instant();
    }
  }

  private static Finding look(Component component) {
    try {
      return component.probe().call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(State.CRITICAL, "interrupted");
    } catch (Exception | Error e) {
      return new Finding(State.CRITICAL, String.valueOf(e.getMessage()));
    }
  }

  private synchronized void remember(String name, Finding finding) {
    Instant now = clock.instant();
    Health before = last.get(name);
    Instant since = before != null && before.state() == finding.state() ? before.since() : now;
    last.put(name, new Health(finding.state(), since, finding.detail()));
    if (history.size() == REMEMBERED) {
      history.removeFirst();
    }
    history.add(new Past(name, finding.state(), now));
  }

  /** What was found last; unknown before the first look and when that was three intervals ago. */
  public synchronized Map<String, Health> components() {
    Instant now = clock.instant();
    boolean stale = checkedAt == null || checkedAt.plus(interval.multipliedBy(3)).isBefore(now);
    var all = new LinkedHashMap<String, Health>();
    for (Component component : components) {
      Health health = last.get(component.name());
      all.put(
          component.name(),
          health == null || stale
              ? new Health(State.UNKNOWN, checkedAt == null ? now : checkedAt, "not looked at")
              : health);
    }
    return all;
  }

  /** The latest findings, the newest last. */
  public synchronized List<Past> history() {
    return history.stream().skip(Math.max(0, history.size() - SHOWN)).toList();
  }

  public Overall overall() {
    Map<String, Health> all = components();
    var worst = Overall.HEALTHY;
    for (Component component : components) {
      State state = all.getOrDefault(component.name(), unknown()).state();
      if (state == State.CRITICAL && component.required()) {
        return Overall.UNHEALTHY;
      }
      if (state == State.WARNING
          || state == State.CRITICAL
          || (state == State.UNKNOWN && component.required())) {
        worst = Overall.DEGRADED;
      }
    }
    return worst;
  }

  private Health unknown() {
    return new Health(State.UNKNOWN, clock.instant(), "");
  }

  /** Ends the looking; a probe that runs is interrupted. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      running = thread;
      thread = null;
    }
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

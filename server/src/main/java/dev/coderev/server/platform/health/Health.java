package dev.coderev.server.platform.health;

import dev.coderev.server.platform.health.Probe.Observation;
import dev.coderev.server.platform.health.Probe.State;
import dev.coderev.server.platform.metric.SystemMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The last observation of every component; the probes run in the background. */
@Component
public final class Health implements SmartLifecycle {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration STALE = INTERVAL.multipliedBy(3);

  /** What is known of a component. */
  public record Status(String name, String status, Instant since, String detail) {}

  private record Seen(Observation observation, Instant since, Instant at) {}

  private final List<Probe> probes;
  private final Clock clock;
  private final SystemMetrics metrics;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("health").factory());
  private volatile boolean running;

  Health(List<Probe> probes, Clock clock, SystemMetrics metrics) {
    this.metrics = metrics;
    this.probes = List.copyOf(probes);
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    look();
    var _ =
        timer.scheduleWithFixedDelay(
            this::look, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
  }

  /** Runs every probe now; one that fails does not stop the others. */
  public void look() {
    for (Probe probe : probes) {
      Observation observation;
      try {
        observation = probe.look();
      } catch (RuntimeException _) {
        observation = new Observation(State.CRITICAL, "the probe failed");
      }
      Instant now = clock.instant();
      Observation result = observation;
      if (probe.isDependency()) {
        metrics.dependency(probe.component(), result.state() == State.HEALTHY);
      }
      seen.compute(
          probe.component(),
          (_, before) ->
              new Seen(
                  result,
                  before != null && before.observation().state() == result.state()
                      ? before.since()
                      : now,
                  now));
    }
  }

  private State state(Probe probe) {
    Seen last = seen.get(probe.component());
    return last == null || last.at().isBefore(clock.instant().minus(STALE))
        ? State.UNKNOWN
        : last.observation().state();
  }

  /** Required components that are not healthy; empty when the server can work. */
  public List<String> failed() {
    if (!running) {
      return List.of("shutdown");
    }
    return probes.stream()
        .filter(Probe::isRequired)
        .filter(probe -> state(probe) == State.CRITICAL || state(probe) == State.UNKNOWN)
        .map(Probe::component)
        .sorted()
        .toList();
  }

  /** {@code healthy}, {@code degraded} or {@code unhealthy}. */
  public String overall() {
    if (!running || probes.stream().anyMatch(p -> p.isRequired() && state(p) == State.CRITICAL)) {
      return "unhealthy";
    }
    return probes.stream().allMatch(probe -> state(probe) == State.HEALTHY)
        ? "healthy"
        : "degraded";
  }

  public List<Status> components() {
    return probes.stream()
        .map(probe -> {
          Seen last = seen.get(probe.component());
          return new Status(
              probe.component(),
              state(probe).name().toLowerCase(java.util.Locale.ROOT),
              last == null ? clock.instant() : last.since(),
              last == null ? "" : last.observation().detail());
        })
        .toList();
  }

  /** Readiness ends first, before anything else stops. */
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}

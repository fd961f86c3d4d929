package dev.coderev.server.platform.metric;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at every gauge in the background, so that a scrape never waits for the database. */
@Component
public class GaugeSampling implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger("metrics");
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final List<GaugeSource> sources;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gauges").factory());
  private volatile boolean running;

  GaugeSampling(List<GaugeSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** Looks at all of them now; one that fails does not stop the others. */
  public void sample() {
    for (GaugeSource source : sources) {
      try {
        source.sample();
      } catch (RuntimeException failure) {
        LOG.atDebug().setCause(failure).log("gauge_unreadable");
      }
    }
  }

  @Override
  public void start() {
    running = true;
    var _ = timer.scheduleWithFixedDelay(this::sample, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

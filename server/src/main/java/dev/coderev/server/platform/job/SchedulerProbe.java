package dev.coderev.server.platform.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import dev.coderev.server.platform.health.Probe;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether the scheduler of this process gave a sign of life in the last half minute. */
@Component
class SchedulerProbe extends AbstractSchedulerListener implements Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Clock clock;
  private final boolean worker;
  private volatile Instant alive;

  SchedulerProbe(Clock clock, ServerSettings settings) {
    this.clock = clock;
    this.worker = settings.plays(Role.WORKER);
    this.alive = clock.instant();
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType event) {
    // The first two tell of jobs only; the search for dead workers goes on without any.
    if (event == SchedulerEventType.RAN_UPDATE_HEARTBEATS
        || event == SchedulerEventType.RAN_EXECUTE_DUE
        || event == SchedulerEventType.RAN_DETECT_DEAD) {
      alive = clock.instant();
    }
  }

  Instant lastSign() {
    return alive;
  }

  @Override
  public String component() {
    return "scheduler";
  }

  @Override
  public boolean isRequired() {
    return worker;
  }

  @Override
  public Observation look() {
    if (!worker) {
      return new Observation(State.HEALTHY, "jobs are done by other servers");
    }
    return alive.isAfter(clock.instant().minus(PATIENCE))
        ? Observation.HEALTHY
        : new Observation(State.CRITICAL, "no sign of life since " + alive);
  }
}

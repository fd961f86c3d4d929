package dev.coderev.server.fix.proposal;

import dev.coderev.server.analysis.AnalysisFinished;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.SourceSnapshots;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has repairs looked for in projects that changed, each at most once in an interval. */
@Component
class FixScheduling {
  private static final Logger LOG = LoggerFactory.getLogger("fix");
  private static final int LOOK_MS = 60_000;
  private static final int MOST_AT_ONCE = 20;

  private final FixCycleTimes times;
  private final FixCycle cycle;
  private final TransactionOperations transaction;
  private final Duration interval;
  private final boolean works;

  FixScheduling(
      FixCycleTimes times,
      FixCycle cycle,
      TransactionOperations transaction,
      ServerSettings settings) {
    this.times = times;
    this.cycle = cycle;
    this.transaction = transaction;
    this.interval = settings.analysis().fixInterval();
    this.works = settings.plays(Role.WORKER) && interval.isPositive();
  }

  /** Heard in the transaction that stores the results. */
  @EventListener
  void on(AnalysisFinished finished) {
    if (finished.ref().equals(SourceSnapshots.MAIN) && !finished.issues().isEmpty()) {
      times.want(finished.projectId());
    }
  }

  @Scheduled(fixedDelay = LOOK_MS, initialDelay = LOOK_MS)
  void startDue() {
    if (works) {
      times.due(interval, MOST_AT_ONCE).forEach(this::start);
    }
  }

  /** Each by itself: one that cannot be started keeps no other from its turn. */
  private void start(String projectId) {
    try {
      transaction.executeWithoutResult(_ -> {
        if (!cycle.isUnderWay(projectId) && times.take(projectId, interval)) {
          cycle.startBySystem(projectId);
        }
      });
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("project_id", projectId)
          .setCause(failure)
          .log("fix_cycle_not_started");
      times.postpone(projectId);
    }
  }
}

package dev.coderev.server.report;

import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Starts the reports whose time has come; one that cannot be started stops no other. */
@Component
class ReportScheduling {
  private static final Logger LOG = LoggerFactory.getLogger("reports");
  private static final int INTERVAL_MS = 20_000;

  private final ReportSchedules schedules;
  private final ReportDesk desk;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final boolean works;

  ReportScheduling(
      ReportSchedules schedules,
      ReportDesk desk,
      TransactionOperations transaction,
      Clock clock,
      ServerSettings settings) {
    this.schedules = schedules;
    this.desk = desk;
    this.transaction = transaction;
    this.clock = clock;
    this.works = settings.plays(Role.WORKER);
  }

  /** Times that passed while no server ran are made up for once. */
  @Scheduled(fixedDelay = INTERVAL_MS, initialDelay = INTERVAL_MS)
  void runDue() {
    if (!works) {
      return;
    }
    for (String id : schedules.due()) {
      try {
        transaction.executeWithoutResult(_ -> schedules.take(id).ifPresent(this::run));
      } catch (RuntimeException failure) {
        LOG.atError().setCause(failure).addKeyValue("object_id", id).log("schedule_failed");
        transaction.executeWithoutResult(_ -> schedules.take(id).ifPresent(this::moveOn));
      }
    }
  }

  private void run(ReportSchedule schedule) {
    if (desk.startFor(schedule)) {
      moveOn(schedule);
    } else {
      schedules.disable(schedule.id());
    }
  }

  private void moveOn(ReportSchedule schedule) {
    Optional.of(schedule.schedule())
        .flatMap(Cron::of)
        .flatMap(cron -> cron.after(clock.instant()))
        .ifPresentOrElse(
            next -> schedules.ran(schedule.id(), next), () -> schedules.disable(schedule.id()));
  }
}

package dev.coderev.server.evolution.cycle;

import dev.coderev.server.evolution.control.GateKeeper;
import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.evolution.recovery.RecoveryDesk;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the gates and starts due attempts to come back, every few hours on one of the servers. It is
 * successful where a gate passed, failed where one failed, and inconclusive without either.
 */
@Component
class EvolutionCycle implements JobHandler, GaugeSource {
  private static final Logger LOG = LoggerFactory.getLogger("evolution");
  private static final int LOOK_MS = 60_000;
  private static final int HALF = 50;

  private final Cycles cycles;
  private final GateKeeper gates;
  private final RecoveryDesk recoveries;
  private final EvolutionEvents events;
  private final VersionMetrics metrics;
  private final Jobs jobs;
  private final TransactionOperations transaction;
  private final ServerSettings settings;

  EvolutionCycle(
      Cycles cycles,
      GateKeeper gates,
      RecoveryDesk recoveries,
      EvolutionEvents events,
      VersionMetrics metrics,
      Jobs jobs,
      TransactionOperations transaction,
      ServerSettings settings) {
    this.cycles = cycles;
    this.gates = gates;
    this.recoveries = recoveries;
    this.events = events;
    this.metrics = metrics;
    this.jobs = jobs;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Queues a cycle when it is time. */
  @Scheduled(fixedDelay = LOOK_MS, initialDelay = LOOK_MS)
  void startDue() {
    if (settings.plays(Role.WORKER)) {
      transaction.executeWithoutResult(_ -> {
        if (cycles.take(settings.evolution().interval())) {
          jobs.add(
              new NewJob(
                  JobKind.EVOLUTION_CYCLE,
                  Optional.empty(),
                  Optional.empty(),
                  Map.of(),
                  NewJob.LOW));
        }
      });
    }
  }

  @Override
  public JobKind kind() {
    return JobKind.EVOLUTION_CYCLE;
  }

  @Override
  public void run(JobRun run) {
    Optional<String> holder = Optional.of(run.job().id());
    events.add(EvolutionEvent.of(EventType.EVOLUTION_CYCLE_STARTED));
    cycles.phase("evaluation", holder);
    List<String> outcomes = new ArrayList<>(gates.outcomes());
    run.progress(HALF);
    cycles.phase("re_evaluation", holder);
    recoveries.due().forEach(this::recover);
    String outcome =
        outcomes.contains("failed")
            ? "failed"
            : outcomes.contains("successful") ? "successful" : "inconclusive";
    run.complete(
        JobStatus.COMPLETED,
        Optional.of("/api/three-version/cycle"),
        () -> {
          cycles.complete(outcome);
          events.add(
              EvolutionEvent.of(EventType.EVOLUTION_CYCLE_COMPLETED)
                  .because(Optional.of(outcome), Optional.empty()));
        });
    metrics.cycled(outcome);
  }

  /** One that cannot be started, for want of a gold set or of parts, is due again next time. */
  private void recover(String versionId) {
    try {
      recoveries.start(versionId, "the time of an attempt has come", Optional.empty());
    } catch (Problem missing) {
      LOG.atInfo()
          .addKeyValue("version_id", versionId)
          .addKeyValue("reason", missing.detail())
          .log("recovery_not_started");
    }
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    cycles.complete("failed");
    events.add(
        EvolutionEvent.of(EventType.EVOLUTION_CYCLE_STOPPED)
            .because(Optional.of(reason), Optional.empty()));
    metrics.cycled("failed");
  }

  @Override
  public void sample() {
    cycles.get().completedAt().ifPresent(metrics::lastCycle);
  }
}

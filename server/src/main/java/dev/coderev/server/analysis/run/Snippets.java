package dev.coderev.server.analysis.run;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewEngine.Outcome;
import dev.coderev.server.analysis.engine.ReviewEngine.SnippetOutcome;
import dev.coderev.server.analysis.run.Analysis.Request;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.trace.OpenSpan;
import dev.coderev.server.platform.trace.SpanKind;
import dev.coderev.server.platform.trace.Traces;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reviews texts that are sent in, in the same call where time allows, else as a job. */
@Service
class Snippets implements AutoCloseable {
  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Analyses analyses;
  private final ReviewEngine engine;
  private final Jobs jobs;
  private final AuditLog audit;
  private final Duration budget;
  private final TransactionOperations transaction;
  private final AnalysisRecording recording;
  private final Traces traces;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);

  Snippets(
      Analyses analyses,
      ReviewEngine engine,
      Jobs jobs,
      AuditLog audit,
      ServerSettings settings,
      TransactionOperations transaction,
      AnalysisRecording recording,
      Traces traces) {
    this.traces = traces;
    this.analyses = analyses;
    this.engine = engine;
    this.jobs = jobs;
    this.audit = audit;
    this.budget = settings.analysis().syncBudget();
    this.transaction = transaction;
    this.recording = recording;
  }

  static String url(String id) {
    return "/api/analysis/" + id + "/results";
  }

  /**
   * Reviews a text for the caller.
   *
   * @param later whether the caller does not want to wait
   */
  Analysis review(Caller caller, Request request, Language language, boolean later) {
    String id =
        transaction.execute(_ -> {
          String added =
              analyses.add(
                  "code", Optional.empty(), caller.userId(), language.id(), "quick", "", request);
          audit.record(AuditEntry.of("code_analysed", caller).on("analysis", added));
          return added;
        });
    Analysis analysis = analyses.find(id).orElseThrow();
    if (later || !inTime(analysis)) {
      transaction.executeWithoutResult(_ -> {
        Job job =
            jobs.add(
                new NewJob(
                    JobKind.ANALYSIS,
                    Optional.empty(),
                    Optional.of(caller.userId()),
                    new AnalysisJobs.Payload(id),
                    NewJob.HIGH));
        analyses.setJob(id, job.id());
      });
    }
    return analyses.find(id).orElseThrow();
  }

  private boolean inTime(Analysis analysis) {
    Future<?> work =
        threads.submit(
            LogScope.carried(() -> {
              room.acquireUninterruptibly();
              try {
                SnippetOutcome outcome = run(analysis);
                if (!Thread.interrupted()) {
                  store(analysis, outcome);
                }
              } finally {
                room.release();
              }
            }));
    try {
      work.get(budget.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      work.cancel(true);
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException failure) {
      analyses.end(analysis.id(), "failed", "an internal failure");
      recording.ended(analysis, JobStatus.FAILED);
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
  }

  /** Reviews the text and stores the results in the surrounding transaction. */
  void review(Analysis analysis) {
    store(analysis, run(analysis));
  }

  private SnippetOutcome run(Analysis analysis) {
    try (OpenSpan _ = traces.part(SpanKind.INTERNAL, "analysis rules")) {
      return engine.reviewSnippet(
          analysis.request().code().orElseThrow(),
          Language.byId(analysis.language()).orElse(Language.TEXT),
          analysis.request().filePath(),
          analysis.request().rules());
    }
  }

  private void store(Analysis analysis, SnippetOutcome done) {
    Outcome outcome = done.outcome();
    CoverageView coverage =
        analysis.request().includeAi() ? withoutModel(outcome.coverage()) : outcome.coverage();
    long took = Duration.between(analysis.createdAt(), java.time.Instant.now()).toMillis();
    analyses.complete(
        analysis.id(),
        "completed",
        Optional.empty(),
        new Result(
            outcome.issues(),
            coverage,
            Optional.of(done.metrics()),
            outcome.summary(),
            outcome.lines(),
            Math.max(0, took)),
        outcome.score(),
        outcome.sarif());
    recording.done(analysis, outcome);
  }

  /** The model was asked for and is not loaded, so not everything was reviewed. */
  private static CoverageView withoutModel(CoverageView rules) {
    return rules.conclusion().equals("not_reviewed")
        ? rules
        : new CoverageView(
            rules.filesTotal(), rules.filesExamined(), rules.filesSkipped(), "partly_reviewed");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

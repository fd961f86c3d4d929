package dev.coderev.server.analysis.run;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.server.analysis.AnalysisCompleted;
import dev.coderev.server.analysis.AnalysisFinished;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewEngine.Choice;
import dev.coderev.server.analysis.engine.ReviewEngine.Outcome;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.analysis.run.AnalysisRecording.Stages;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.JobStopped;
import dev.coderev.server.platform.metric.AnalysisMetrics.Extent;
import dev.coderev.server.platform.metric.AnalysisMetrics.Stage;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.SourceSnapshots;
import dev.coderev.server.project.SourceSnapshots.Snapshot;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;

/** The work of one analysis of a project: source → files → review → results. */
final class ProjectAnalysis {
  private static final int FETCHED = 5;
  private static final int REVIEWED = 95;

  private final Analyses analyses;
  private final ReviewEngine engine;
  private final AnalysisRecording recording;
  private final SourceSnapshots sources;
  private final ProjectAccess projects;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Workspace workspace;

  ProjectAnalysis(
      Analyses analyses,
      ReviewEngine engine,
      AnalysisRecording recording,
      SourceSnapshots sources,
      ProjectAccess projects,
      ApplicationEventPublisher events,
      Clock clock,
      Workspace workspace) {
    this.workspace = workspace;
    this.analyses = analyses;
    this.engine = engine;
    this.recording = recording;
    this.sources = sources;
    this.projects = projects;
    this.events = events;
    this.clock = clock;
  }

  void run(JobRun run, Analysis analysis) {
    long start = System.nanoTime();
    ProjectRef project =
        analysis
            .projectId()
            .flatMap(projects::find)
            .orElseThrow(() -> new JobFailed("the project is gone"));
    Stages stages = recording.stages();
    Snapshot snapshot =
        sources
            .fetch(project.id(), project.repositoryUrl(), analysis.ref())
            .orElseThrow(() -> new JobFailed("the project has no source"));
    stages.over(Stage.FETCH);
    run.progress(FETCHED);
    Map<String, String> digests = sources.digests(snapshot.id());
    try (TemporaryFolder folder = workspace.open()) {
      sources.checkOut(snapshot.id(), folder.path());
      Outcome outcome =
          review(
              run,
              folder.path(),
              paths(analysis, folder.path(), digests),
              project,
              analysis.request().floor().flatMap(Severity::byId));
      Result result = result(analysis, outcome, start, digests.keySet());
      stages.over(Stage.RULES);
      run.progress(REVIEWED);
      store(run, analysis, project, snapshot, outcome, result, digests.keySet());
      stages.over(Stage.STORE);
      recording.done(analysis, outcome);
    }
  }

  private static Result result(
      Analysis analysis, Outcome outcome, long start, Set<String> present) {
    Result result = Result.of(outcome, start);
    return analysis.request().dependencies().orElse(false)
        ? result.of(DependencyManifests.missingFrom(result.coverage(), present))
        : result;
  }

  private Outcome review(
      JobRun run, Path root, List<Path> paths, ProjectRef project, Optional<Severity> floor) {
    if (paths.isEmpty()) {
      return nothing();
    }
    AtomicReference<JobStopped> stopped = new AtomicReference<>();
    try {
      return engine.review(
          root,
          paths,
          new Choice(project.settings().enabledRules(), project.settings().ignoredPaths(), floor),
          (done, all, _) -> {
            try {
              run.progress(FETCHED + (REVIEWED - FETCHED) * done / Math.max(1, all));
            } catch (JobStopped stop) {
              stopped.set(stop);
              throw stop;
            }
          });
    } catch (RuntimeException failure) {
      JobStopped stop = stopped.get();
      throw stop == null ? failure : stop;
    }
  }

  private static Outcome nothing() {
    return new Outcome(
        List.of(),
        new CoverageView(0, 0, List.of(), "not_reviewed"),
        List.of(),
        0,
        100,
        "Nothing has changed since the last analysis.",
        "{}",
        new Extent(Map.of(), Map.of(), Map.of(), 1, "not_reviewed", 100));
  }

  /** What is to be looked into: everything, what fits the patterns, or what has changed. */
  private List<Path> paths(Analysis analysis, Path root, Map<String, String> digests) {
    List<PathMatcher> patterns =
        analysis.request().paths().stream()
            .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
            .toList();
    Set<String> unchanged = new HashSet<>();
    if (!analysis.request().fullScan() && patterns.isEmpty()) {
      analyses
          .lastSnapshot(analysis.projectId().orElseThrow(), analysis.ref())
          .map(sources::digests)
          .ifPresent(before ->
              digests.forEach((path, sha) -> {
                if (sha.equals(before.get(path))) {
                  unchanged.add(path);
                }
              }));
    }
    if (patterns.isEmpty() && unchanged.isEmpty()) {
      return digests.isEmpty() ? List.of() : List.of(root);
    }
    return digests.keySet().stream()
        .filter(path -> !unchanged.contains(path))
        .filter(
            path -> patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(Path.of(path))))
        .map(root::resolve)
        .toList();
  }

  private void store(
      JobRun run,
      Analysis analysis,
      ProjectRef project,
      Snapshot snapshot,
      Outcome outcome,
      Result result,
      Set<String> present) {
    Job job = run.job();
    String conclusion = outcome.coverage().conclusion();
    JobStatus status =
        conclusion.equals("partly_reviewed") ? JobStatus.PARTIAL : JobStatus.COMPLETED;
    String url =
        job.kind() == JobKind.SCAN
            ? "/api/vulnerabilities/scan/" + analysis.id() + "/status"
            : "/api/projects/" + project.id() + "/analysis/" + analysis.id();
    run.complete(
        status,
        Optional.of(url),
        () -> {
          analyses.complete(
              analysis.id(),
              status.id(),
              Optional.of(snapshot.id()),
              result,
              outcome.score(),
              outcome.sarif());
          events.publishEvent(
              new AnalysisFinished(
                  analysis.id(),
                  project.id(),
                  snapshot.id(),
                  analysis.ref(),
                  analysis.versionId(),
                  clock.instant(),
                  Set.copyOf(outcome.examined()),
                  present,
                  analysis.request().floor().flatMap(Severity::byId).orElse(Severity.INFO),
                  outcome.issues().stream().filter(issue -> !issue.suppressed()).toList()));
          events.publishEvent(
              new AnalysisCompleted(
                  analysis.id(),
                  project.id(),
                  analysis.userId().orElse(""),
                  (int) outcome.issues().stream().filter(i -> !i.suppressed()).count(),
                  result.coverage().conclusion()));
        });
  }
}

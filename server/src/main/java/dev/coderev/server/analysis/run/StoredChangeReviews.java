package dev.coderev.server.analysis.run;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.review.change.Change;
import dev.coderev.server.analysis.ChangeReviews;
import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewEngine.ChangeOutcome;
import dev.coderev.server.analysis.engine.ReviewEngine.Choice;
import dev.coderev.server.analysis.engine.ReviewEngine.Outcome;
import dev.coderev.server.analysis.run.Analysis.Request;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reviews of changes, kept as analyses of a branch or a proposed change. */
@Service
class StoredChangeReviews implements ChangeReviews {
  private final Analyses analyses;
  private final ReviewEngine engine;
  private final AnalysisRecording recording;

  StoredChangeReviews(Analyses analyses, ReviewEngine engine, AnalysisRecording recording) {
    this.analyses = analyses;
    this.engine = engine;
    this.recording = recording;
  }

  @Override
  public String add(String projectId, String userId, String ref) {
    return analyses.add(
        "project",
        Optional.of(projectId),
        userId,
        "text",
        "incremental",
        ref,
        new Request(
            Optional.empty(),
            "",
            List.of(),
            false,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public void setJob(String analysisId, String jobId) {
    analyses.setJob(analysisId, jobId);
  }

  @Override
  public Reviewed review(
      String analysisId, ProjectRef project, Change change, Path root, ProgressListener progress) {
    long start = System.nanoTime();
    Analysis analysis =
        analyses.find(analysisId).orElseThrow(() -> new JobFailed("the analysis is gone"));
    Choice choice =
        new Choice(
            project.settings().enabledRules(), project.settings().ignoredPaths(), Optional.empty());
    ChangeOutcome reviewed = engine.change(root, change, choice, progress);
    Outcome outcome = reviewed.outcome();
    Result result = Result.of(outcome, start);
    return new Reviewed(
        outcome.issues().stream().filter(issue -> !issue.suppressed()).toList(),
        outcome.coverage(),
        outcome.summary(),
        reviewed.repairs(),
        () -> keep(analysis, outcome, result));
  }

  private void keep(Analysis analysis, Outcome outcome, Result result) {
    String conclusion = outcome.coverage().conclusion();
    JobStatus status =
        conclusion.equals("partly_reviewed") ? JobStatus.PARTIAL : JobStatus.COMPLETED;
    analyses.complete(
        analysis.id(), status.id(), Optional.empty(), result, outcome.score(), outcome.sarif());
    recording.done(analysis, outcome);
  }

  @Override
  public void endOf(String jobId, JobStatus status, String reason) {
    analyses
        .ofJob(jobId)
        .ifPresent(analysis -> {
          analyses.end(analysis.id(), status.id(), reason);
          recording.ended(analysis, status);
        });
  }
}

package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.SourceSnapshots;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who does the jobs of this module. */
@Configuration(proxyBeanMethods = false)
class AnalysisJobs {
  /** The payload of an analysis job. */
  record Payload(String analysisId) {}

  @Bean
  ProjectAnalysis projectAnalysis(
      Analyses analyses,
      ReviewEngine engine,
      AnalysisRecording recording,
      SourceSnapshots sources,
      ProjectAccess projects,
      ApplicationEventPublisher events,
      Clock clock,
      Workspace workspace) {
    return new ProjectAnalysis(
        analyses, engine, recording, sources, projects, events, clock, workspace);
  }

  @Bean
  JobHandler analysisJob(
      Analyses analyses, ProjectAnalysis work, Snippets snippets, AnalysisRecording recording) {
    return new Handler(JobKind.ANALYSIS, analyses, work, snippets, recording);
  }

  @Bean
  JobHandler scanJob(
      Analyses analyses, ProjectAnalysis work, Snippets snippets, AnalysisRecording recording) {
    return new Handler(JobKind.SCAN, analyses, work, snippets, recording);
  }

  private record Handler(
      JobKind kind,
      Analyses analyses,
      ProjectAnalysis work,
      Snippets snippets,
      AnalysisRecording recording)
      implements JobHandler {
    @Override
    public void run(JobRun run) {
      Analysis analysis =
          analyses
              .find(run.payload(Payload.class).analysisId())
              .orElseThrow(() -> new JobFailed("the analysis is gone"));
      if (analysis.request().code().isPresent()) {
        run.complete(
            JobStatus.COMPLETED,
            Optional.of(Snippets.url(analysis.id())),
            () -> snippets.review(analysis));
      } else {
        work.run(run, analysis);
      }
    }

    @Override
    public void ended(Job job, JobStatus status, String reason) {
      analyses
          .ofJob(job.id())
          .ifPresent(analysis -> {
            analyses.end(analysis.id(), status.id(), reason);
            recording.ended(analysis, status);
          });
    }
  }
}

package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.AnalysisQueue;
import dev.coderev.server.analysis.run.Analysis.Request;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.SourceSnapshots;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts analyses and scans of projects. */
@Service
class AnalysisStart implements AnalysisQueue {
  private final Analyses analyses;
  private final ProjectAccess projects;
  private final SourceSnapshots sources;
  private final Jobs jobs;
  private final AuditLog audit;

  AnalysisStart(
      Analyses analyses,
      ProjectAccess projects,
      SourceSnapshots sources,
      Jobs jobs,
      AuditLog audit) {
    this.analyses = analyses;
    this.projects = projects;
    this.sources = sources;
    this.jobs = jobs;
    this.audit = audit;
  }

  /** What is wanted of the source. */
  private record Kind(String name, String scanType, JobKind job, boolean dependencies) {}

  @Transactional
  public Analysis analyse(
      Caller caller, String projectId, List<String> patterns, boolean full, Optional<String> ref) {
    Kind kind = new Kind("project", full ? "full" : "incremental", JobKind.ANALYSIS, false);
    return start(
        caller, projectId, kind, patterns, ref.orElse(SourceSnapshots.MAIN), Optional.empty());
  }

  @Transactional
  public Analysis scan(
      Caller caller, String projectId, String scanType, String floor, boolean dependencies) {
    Kind kind = new Kind("scan", scanType, JobKind.SCAN, dependencies);
    return start(caller, projectId, kind, List.of(), SourceSnapshots.MAIN, Optional.of(floor));
  }

  @Override
  @Transactional
  public void reviewChanged(String projectId, String userId) {
    queue(
        projects.find(projectId).orElseThrow(Problem::notFound),
        userId,
        new Kind("project", "incremental", JobKind.ANALYSIS, false),
        List.of(),
        SourceSnapshots.MAIN,
        Optional.empty());
  }

  private Analysis start(
      Caller caller,
      String projectId,
      Kind kind,
      List<String> patterns,
      String ref,
      Optional<String> floor) {
    ProjectRef project = projects.require(caller, projectId, ProjectRole.MEMBER);
    if (project.repositoryUrl().isEmpty() && sources.latest(projectId, ref).isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICT, "The project has no source.");
    }
    Analysis queued = queue(project, caller.userId(), kind, patterns, ref, floor);
    audit.record(
        AuditEntry.of(kind.name() + "_started", caller)
            .on("project", projectId)
            .detail("analysis", queued.id()));
    return queued;
  }

  private Analysis queue(
      ProjectRef project,
      String userId,
      Kind kind,
      List<String> patterns,
      String ref,
      Optional<String> floor) {
    String type = kind.scanType();
    String id =
        analyses.add(
            kind.name(),
            Optional.of(project.id()),
            userId,
            "text",
            type,
            ref,
            new Request(
                Optional.empty(),
                "",
                List.of(),
                false,
                type.equals("full"),
                patterns,
                floor,
                Optional.of(kind.dependencies())));
    Job queued =
        jobs.add(
            new NewJob(
                kind.job(),
                Optional.of(project.id()),
                Optional.of(userId),
                new AnalysisJobs.Payload(id),
                type.equals("quick") ? NewJob.HIGH : NewJob.NORMAL));
    analyses.setJob(id, queued.id());
    return analyses.find(id).orElseThrow();
  }

  /** How many minutes a scan will take, judging by earlier ones. */
  long estimate(String projectId, String scanType) {
    long unknown = scanType.equals("quick") ? 5 : 15;
    return analyses
        .meanMinutes(projectId, scanType)
        .map(mean -> Math.max(1, Math.round(mean)))
        .orElse(unknown);
  }
}

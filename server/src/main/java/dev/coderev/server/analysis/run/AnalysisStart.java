package dev.coderev.server.analysis.run;

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
class AnalysisStart {
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

  @Transactional
  public Analysis analyse(
      Caller caller, String projectId, List<String> patterns, boolean full, Optional<String> ref) {
    return start(
        caller,
        projectId,
        "project",
        full ? "full" : "incremental",
        JobKind.ANALYSIS,
        patterns,
        ref,
        Optional.empty());
  }

  @Transactional
  public Analysis scan(Caller caller, String projectId, String scanType, String floor) {
    return start(
        caller,
        projectId,
        "scan",
        scanType,
        JobKind.SCAN,
        List.of(),
        Optional.empty(),
        Optional.of(floor));
  }

  private Analysis start(
      Caller caller,
      String projectId,
      String kind,
      String scanType,
      JobKind job,
      List<String> patterns,
      Optional<String> wantedRef,
      Optional<String> floor) {
    ProjectRef project = projects.require(caller, projectId, ProjectRole.MEMBER);
    String ref = wantedRef.orElse(SourceSnapshots.MAIN);
    if (project.repositoryUrl().isEmpty() && sources.latest(projectId, ref).isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICT, "The project has no source.");
    }
    String id =
        analyses.add(
            kind,
            Optional.of(projectId),
            caller.userId(),
            "text",
            scanType,
            ref,
            new Request(
                Optional.empty(), "", List.of(), false, scanType.equals("full"), patterns, floor));
    Job queued =
        jobs.add(
            new NewJob(
                job,
                Optional.of(projectId),
                Optional.of(caller.userId()),
                new AnalysisJobs.Payload(id),
                scanType.equals("quick") ? NewJob.HIGH : NewJob.NORMAL));
    analyses.setJob(id, queued.id());
    audit.record(
        AuditEntry.of(kind + "_started", caller).on("project", projectId).detail("analysis", id));
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

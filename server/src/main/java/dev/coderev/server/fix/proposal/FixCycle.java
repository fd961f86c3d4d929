package dev.coderev.server.fix.proposal;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cycle that looks for open vulnerabilities of a project and proposes proven repairs. It
 * decides nothing: what it makes waits for a person.
 */
@Component
class FixCycle implements JobHandler {
  private static final double LEAST_CONFIDENCE = 0.85;
  private static final int MOST_FIXES = 5;
  private static final int MOST_LOOKED_AT = 1000;
  private static final int DONE = 95;

  private final FixMaking making;
  private final Fixes fixes;
  private final IssueBook issues;
  private final ProjectAccess projects;
  private final Jobs jobs;
  private final AuditLog audit;
  private final FixRecording recording;

  FixCycle(
      FixMaking making,
      Fixes fixes,
      IssueBook issues,
      ProjectAccess projects,
      Jobs jobs,
      AuditLog audit,
      FixRecording recording) {
    this.making = making;
    this.fixes = fixes;
    this.issues = issues;
    this.projects = projects;
    this.jobs = jobs;
    this.audit = audit;
    this.recording = recording;
  }

  /**
   * Starts the cycle of a project, or of all that the caller maintains.
   *
   * @throws Problem if nothing is started because it is under way already
   */
  @Transactional
  public List<Job> start(Caller caller, Optional<String> projectId) {
    List<String> wanted =
        projectId
            .map(id -> List.of(projects.require(caller, id, ProjectRole.MAINTAINER).id()))
            .orElseGet(() -> projects.ids(caller, ProjectRole.MAINTAINER));
    List<Job> started = new ArrayList<>();
    for (String id : wanted) {
      if (!isUnderWay(id)) {
        started.add(add(id, Optional.of(caller.userId())));
        audit.record(AuditEntry.of("auto_fix_started", caller).on("project", id));
      }
    }
    if (started.isEmpty()) {
      throw Problem.of(
          ProblemCode.CONFLICT, "There is no project to repair, or its cycle is under way.");
    }
    return started;
  }

  private Job add(String projectId, Optional<String> userId) {
    return jobs.add(
        new NewJob(JobKind.AUTO_FIX_CYCLE, Optional.of(projectId), userId, Map.of(), NewJob.LOW));
  }

  boolean isUnderWay(String projectId) {
    return jobs.isUnderWay(JobKind.AUTO_FIX_CYCLE, projectId);
  }

  /** Starts the cycle of a project whose turn it is; one that is gone is left. */
  void startBySystem(String projectId) {
    if (projects.find(projectId).isPresent()) {
      add(projectId, Optional.empty());
      audit.record(AuditEntry.anonymous("auto_fix_started").on("project", projectId));
    }
  }

  @Override
  public JobKind kind() {
    return JobKind.AUTO_FIX_CYCLE;
  }

  @Override
  public void run(JobRun run) {
    ProjectRef project =
        run.job()
            .projectId()
            .flatMap(projects::find)
            .orElseThrow(() -> new JobFailed("the project is gone"));
    List<Issue> open =
        issues
            .repairable(
                new Visible(false, List.of(project.id())),
                Optional.of(project.id()),
                MOST_LOOKED_AT)
            .stream()
            .filter(issue -> !fixes.hasOpen(issue.key()))
            .toList();
    List<Fix> made = new ArrayList<>();
    for (int i = 0; i < open.size() && made.size() < MOST_FIXES; i++) {
      run.progress(DONE * i / open.size());
      make(open.get(i), project).ifPresent(made::add);
    }
    run.complete(
        JobStatus.COMPLETED,
        Optional.of("/api/auto-fix/fixes/pending"),
        () -> made.stream().filter(fix -> !fixes.hasOpen(fix.issueKey())).forEach(fixes::add));
  }

  /** A repair that can be proven and is sure enough. */
  private Optional<Fix> make(Issue issue, ProjectRef project) {
    try {
      Fix fix =
          making.make(Ids.next("fix-"), issue, project.settings(), fixes.recordOf(issue.rule()));
      recording.generated(issue.type(), fix);
      return Optional.of(fix).filter(sure -> sure.confidence() >= LEAST_CONFIDENCE);
    } catch (JobFailed _) {
      return Optional.empty();
    }
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    // nothing was stored, so nothing is to be undone
  }
}

package dev.coderev.server.fix.proposal;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.fix.FixApplied;
import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.SourceSnapshots;
import dev.coderev.server.project.SourceSnapshots.Snapshot;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import dev.coderev.server.vulnerability.IssueStatus;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on repairs, applies them and takes them back. */
@Service
class FixDesk {
  /** What a repair job is queued with. */
  record Payload(String fixId, String vulnerabilityId) {}

  /** A repair that is being made. */
  record Started(String fixId, Job job) {}

  private final Fixes fixes;
  private final IssueBook issues;
  private final ProjectAccess projects;
  private final SourceSnapshots sources;
  private final Jobs jobs;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final FixRecording recording;

  FixDesk(
      Fixes fixes,
      IssueBook issues,
      ProjectAccess projects,
      SourceSnapshots sources,
      Jobs jobs,
      AuditLog audit,
      ApplicationEventPublisher events,
      FixRecording recording) {
    this.recording = recording;
    this.fixes = fixes;
    this.issues = issues;
    this.projects = projects;
    this.sources = sources;
    this.jobs = jobs;
    this.audit = audit;
    this.events = events;
  }

  Issue issue(Caller caller, String vulnerabilityId, ProjectRole least) {
    Issue issue = issues.vulnerability(vulnerabilityId).orElseThrow(Problem::notFound);
    projects.require(caller, issue.projectId(), least);
    return issue;
  }

  Fix fix(Caller caller, String id, ProjectRole least) {
    Fix fix = fixes.find(id).orElseThrow(Problem::notFound);
    projects.require(caller, fix.projectId(), least);
    return fix;
  }

  @Transactional
  public Started generate(Caller caller, String vulnerabilityId) {
    Issue issue = issue(caller, vulnerabilityId, ProjectRole.MEMBER);
    boolean open = issue.status() == IssueStatus.OPEN || issue.status() == IssueStatus.IN_PROGRESS;
    if (!open) {
      throw Problem.of(ProblemCode.CONFLICT, "The vulnerability is not open.");
    }
    if (!issue.autoFixable()) {
      throw Problem.of(ProblemCode.CONFLICT, "No repair is known for this vulnerability.");
    }
    if (fixes.hasOpen(issue.key())) {
      throw Problem.of(ProblemCode.CONFLICT, "There is a repair for it already.");
    }
    Started started = queue(Optional.of(caller.userId()), issue);
    audit.record(AuditEntry.of("fix_requested", caller).on("vulnerability", vulnerabilityId));
    return started;
  }

  private Started queue(Optional<String> user, Issue issue) {
    String id = Ids.next("fix-");
    Job job =
        jobs.add(
            new NewJob(
                JobKind.FIX_GENERATE,
                Optional.of(issue.projectId()),
                user,
                new Payload(id, issue.vulnerabilityId()),
                NewJob.NORMAL));
    return new Started(id, job);
  }

  @Transactional
  public Fix approve(Caller caller, String id, Optional<String> comment) {
    fix(caller, id, ProjectRole.MAINTAINER);
    return move(caller, id, FixStatus.APPROVED, comment);
  }

  @Transactional
  public Fix reject(Caller caller, String id, String reason) {
    fix(caller, id, ProjectRole.MAINTAINER);
    return move(caller, id, FixStatus.REJECTED, Optional.of(reason));
  }

  private Fix move(Caller caller, String id, FixStatus to, Optional<String> reason) {
    Fix fix = fixes.lock(id);
    requireNext(fix, to);
    fixes.move(id, to, Optional.of(caller.userId()), reason);
    audit.record(AuditEntry.of("fix_" + to.id(), caller).on("fix", id));
    recording.moved(fix, to);
    return fixes.lock(id);
  }

  static void requireNext(Fix fix, FixStatus to) {
    if (!fix.status().next().contains(to)) {
      throw Problem.transition(
          fix.status().id(), to.id(), fix.status().next().stream().map(FixStatus::id).toList());
    }
  }

  /** Applies an approved repair as a state of a branch of its own, never of the main line. */
  @Transactional
  public Fix apply(Caller caller, String id) {
    fix(caller, id, ProjectRole.MAINTAINER);
    Fix fix = fixes.lock(id);
    requireNext(fix, FixStatus.APPLIED);
    Snapshot main =
        sources
            .latest(fix.projectId(), SourceSnapshots.MAIN)
            .orElseThrow(() -> Problem.of(ProblemCode.CONFLICT, "The project has no source."));
    if (!fix.baseSha().equals(sources.digests(main.id()).get(fix.file()))) {
      throw Problem.of(
          ProblemCode.CONFLICT, "The file has changed since the repair was made. Make a new one.");
    }
    sources.branch(main, fix.branch(), fix.file(), fix.content());
    Fix applied = move(caller, id, FixStatus.APPLIED, Optional.empty());
    statusOf(fix)
        .filter(status -> status == IssueStatus.OPEN)
        .ifPresent(_ ->
            issues.change(
                fix.issueKey(),
                IssueStatus.IN_PROGRESS,
                Optional.of(caller.userId()),
                Optional.of("a repair is applied on " + fix.branch())));
    events.publishEvent(new FixApplied(id, fix.projectId(), fix.description()));
    return applied;
  }

  Optional<IssueStatus> statusOf(Fix fix) {
    return issues.vulnerability("vuln-" + fix.issueKey()).map(Issue::status);
  }

  @Transactional
  public Job verify(Caller caller, String id) {
    Fix fix = fix(caller, id, ProjectRole.MAINTAINER);
    requireNext(fix, FixStatus.VERIFIED);
    audit.record(AuditEntry.of("fix_verification_started", caller).on("fix", id));
    return jobs.add(
        new NewJob(
            JobKind.FIX_VERIFY,
            Optional.of(fix.projectId()),
            Optional.of(caller.userId()),
            new Payload(id, "vuln-" + fix.issueKey()),
            NewJob.NORMAL));
  }

  @Transactional
  public Fix rollBack(Caller caller, String id) {
    fix(caller, id, ProjectRole.MAINTAINER);
    Fix fix = fixes.lock(id);
    requireNext(fix, FixStatus.ROLLED_BACK);
    sources.dropBranch(fix.projectId(), fix.branch());
    Fix back = move(caller, id, FixStatus.ROLLED_BACK, Optional.empty());
    reopen(fix, Optional.of(caller.userId()), "the repair was rolled back");
    return back;
  }

  void reopen(Fix fix, Optional<String> actor, String why) {
    statusOf(fix)
        .filter(status -> status.next().contains(IssueStatus.OPEN))
        .ifPresent(_ -> issues.change(fix.issueKey(), IssueStatus.OPEN, actor, Optional.of(why)));
  }
}

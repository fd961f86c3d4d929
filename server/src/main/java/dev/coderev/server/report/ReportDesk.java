package dev.coderev.server.report;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.platform.mail.Mailer;
import dev.coderev.server.platform.mail.Mailer.Attachment;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.report.Report.Section;
import dev.coderev.server.report.Report.Summary;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has reports made, with the rights that their user has at that moment. */
@Service
class ReportDesk implements JobHandler {
  /** The payload of a report job. */
  record Payload(String reportId) {}

  private final Reports reports;
  private final ReportWriting writing;
  private final IssueBook issues;
  private final ProjectAccess projects;
  private final UserDirectory users;
  private final Jobs jobs;
  private final Mailer mailer;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReportDesk(
      Reports reports,
      ReportWriting writing,
      IssueBook issues,
      ProjectAccess projects,
      UserDirectory users,
      Jobs jobs,
      Mailer mailer,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.reports = reports;
    this.writing = writing;
    this.issues = issues;
    this.projects = projects;
    this.users = users;
    this.jobs = jobs;
    this.mailer = mailer;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public Report start(
      Caller caller,
      String type,
      String format,
      Optional<String> projectId,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean details) {
    projectId.ifPresent(id -> projects.require(caller, id, ProjectRole.VIEWER));
    String id = reports.add(caller.userId(), type, format, projectId, from, to, details);
    queue(id, caller.userId(), projectId, NewJob.NORMAL);
    audit.record(AuditEntry.of("report_generated", caller).on("report", id));
    return reports.find(id).orElseThrow();
  }

  private void queue(String id, String userId, Optional<String> projectId, int priority) {
    Job job =
        jobs.add(
            new NewJob(JobKind.REPORT, projectId, Optional.of(userId), new Payload(id), priority));
    reports.setJob(id, job.id());
  }

  /**
   * Starts the report of a schedule, in the transaction that surrounds the call.
   *
   * @return whether its user is still there
   */
  boolean startFor(ReportSchedule schedule) {
    if (!users.isActive(schedule.userId())) {
      return false;
    }
    String id =
        reports.add(
            schedule.userId(),
            schedule.type(),
            schedule.format(),
            schedule.projectId(),
            Optional.empty(),
            Optional.empty(),
            true);
    reports.setDelivery(id, schedule.name(), schedule.recipients());
    queue(id, schedule.userId(), schedule.projectId(), NewJob.LOW);
    audit.record(AuditEntry.anonymous("report_generated").on("schedule", schedule.id()));
    return true;
  }

  /** The report, if it is the caller's own. */
  Report own(Caller caller, String id) {
    return reports
        .find(id)
        .filter(report -> report.userId().equals(caller.userId()))
        .orElseThrow(Problem::notFound);
  }

  @Transactional
  public void remove(Caller caller, String id) {
    own(caller, id);
    reports.remove(id);
    audit.record(AuditEntry.of("report_deleted", caller).on("report", id));
  }

  @EventListener
  void on(AccountErased erased) {
    reports.removeAllOf(erased.userId());
  }

  @Override
  public JobKind kind() {
    return JobKind.REPORT;
  }

  @Override
  public void run(JobRun run) {
    Report report =
        reports
            .find(run.payload(Payload.class).reportId())
            .orElseThrow(() -> new JobFailed("the report is gone"));
    boolean admin =
        users.byId(report.userId()).filter(user -> user.role().equals("admin")).isPresent();
    Visible visible = projects.visibleTo(report.userId(), admin);
    if (report.projectId().isPresent()
        && !visible.all()
        && !visible.projectIds().contains(report.projectId().get())) {
      throw new JobFailed("the project may no longer be seen");
    }
    List<Issue> chosen =
        issues.all(visible, report.projectId()).stream()
            .filter(issue -> !report.type().equals("security") || issue.isVulnerability())
            .filter(issue -> report.from().filter(issue.detectedAt()::isBefore).isEmpty())
            .filter(issue -> report.to().filter(t -> !issue.detectedAt().isBefore(t)).isEmpty())
            .toList();
    byte[] content = writing.write(report, chosen, clock.instant());
    Summary summary =
        new Summary(
            ReportWriting.counts(chosen),
            report.includeDetails()
                ? List.of(new Section("Summary", 1), new Section("Issues", 1))
                : List.of(new Section("Summary", 1)));
    run.complete(
        JobStatus.COMPLETED,
        Optional.of(report.downloadUrl()),
        () -> {
          reports.complete(report.id(), summary, content);
          events.publishEvent(new ReportReady(report.id(), report.name(), report.userId()));
        });
    deliver(report, content);
  }

  private void deliver(Report report, byte[] content) {
    Attachment file =
        new Attachment(report.id() + "." + report.format(), report.mediaType(), content);
    for (String recipient : reports.recipients(report.id())) {
      mailer.send(recipient, report.name(), "The report is attached.", Optional.of(file));
    }
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    reports.fail(job.id(), reason);
  }
}

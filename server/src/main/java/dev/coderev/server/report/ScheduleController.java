package dev.coderev.server.report;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A user's own report schedules. */
@RestController
class ScheduleController {
  private static final int MOST_RECIPIENTS = 50;

  /** What schedule is wanted. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String type,
      @Nullable String format,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String schedule,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable List<String> recipients,
      @Nullable String projectId,
      @Nullable String name) {}

  /** What is to change. */
  record Edit(
      @Nullable String type,
      @Nullable String format,
      @Nullable String schedule,
      @Nullable List<String> recipients,
      Change<String> projectId,
      @Nullable String name,
      @Nullable Boolean enabled) {}

  /** A schedule that was made. */
  record Made(
      String id,
      String message,
      String type,
      String schedule,
      List<String> recipients,
      Instant nextRun) {}

  /** A schedule. */
  record View(
      String id,
      String name,
      String type,
      String format,
      Optional<String> projectId,
      String schedule,
      List<String> recipients,
      boolean enabled,
      Instant nextRun,
      Optional<Instant> lastRun) {}

  private final ReportSchedules schedules;
  private final ProjectAccess projects;
  private final UserDirectory users;
  private final AuditLog audit;
  private final Clock clock;
  private final Set<String> domains;

  ScheduleController(
      ReportSchedules schedules,
      ProjectAccess projects,
      UserDirectory users,
      AuditLog audit,
      Clock clock,
      ServerSettings settings) {
    this.schedules = schedules;
    this.projects = projects;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
    this.domains = settings.mail().reportDomains();
  }

  @GetMapping("/api/reports/schedules")
  @Access(value = Who.SELF, scope = Scope.REPORT_READ)
  Page<View> list(Caller caller, Paging paging) {
    return schedules.of(caller.userId(), paging).map(ScheduleController::view);
  }

  private static View view(ReportSchedule schedule) {
    return new View(
        schedule.id(),
        schedule.name(),
        schedule.type(),
        schedule.format(),
        schedule.projectId(),
        schedule.schedule(),
        schedule.recipients(),
        schedule.enabled(),
        schedule.nextRun(),
        schedule.lastRun());
  }

  @PostMapping("/api/reports/schedule")
  @Idempotent
  @Access(value = Who.READ, scope = Scope.REPORT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<Made> add(@RequestBody Wanted body, Caller caller) {
    Faults faults =
        new Faults().required("type", body.type()).required("schedule", body.schedule());
    faults.required("recipients", body.recipients());
    faults.throwIfAny();
    String type = String.valueOf(body.type());
    ReportSchedule wanted =
        checked(
            caller,
            new ReportSchedule(
                "",
                caller.userId(),
                Optional.ofNullable(body.name()).orElse(type + " report"),
                type,
                Optional.ofNullable(body.format()).orElse("pdf"),
                Optional.ofNullable(body.projectId()),
                String.valueOf(body.schedule()),
                Optional.ofNullable(body.recipients()).orElse(List.of()),
                true,
                clock.instant(),
                Optional.empty()));
    ReportSchedule made = schedules.add(wanted);
    audit.record(AuditEntry.of("report_scheduled", caller).on("schedule", made.id()));
    return ResponseEntity.created(URI.create("/api/reports/schedules"))
        .body(
            new Made(
                made.id(),
                "The report is scheduled.",
                made.type(),
                made.schedule(),
                made.recipients(),
                made.nextRun()));
  }

  @PutMapping("/api/reports/schedules/{id}")
  @Access(value = Who.SELF, scope = Scope.REPORT_WRITE)
  @Transactional
  public View change(
      @PathVariable String id, @RequestBody Edit edit, Caller caller, IfMatch ifMatch) {
    ReportSchedule before = own(caller, id);
    ifMatch.require(view(before));
    schedules.update(
        checked(
            caller,
            new ReportSchedule(
                id,
                before.userId(),
                edit.name() == null ? before.name() : edit.name(),
                edit.type() == null ? before.type() : edit.type(),
                edit.format() == null ? before.format() : edit.format(),
                edit.projectId().applyTo(before.projectId()),
                edit.schedule() == null ? before.schedule() : edit.schedule(),
                edit.recipients() == null ? before.recipients() : edit.recipients(),
                edit.enabled() == null ? before.enabled() : edit.enabled(),
                before.nextRun(),
                before.lastRun())));
    audit.record(AuditEntry.of("report_schedule_changed", caller).on("schedule", id));
    return view(own(caller, id));
  }

  @DeleteMapping("/api/reports/schedules/{id}")
  @Access(value = Who.SELF, scope = Scope.REPORT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void remove(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    ifMatch.require(view(own(caller, id)));
    schedules.remove(id);
    audit.record(AuditEntry.of("report_schedule_removed", caller).on("schedule", id));
  }

  private ReportSchedule own(Caller caller, String id) {
    return schedules
        .find(id)
        .filter(schedule -> schedule.userId().equals(caller.userId()))
        .orElseThrow(Problem::notFound);
  }

  /** The schedule with its next time, if all of it is sound. */
  private ReportSchedule checked(Caller caller, ReportSchedule wanted) {
    Optional<Instant> next =
        Cron.of(wanted.schedule()).flatMap(cron -> cron.after(clock.instant()));
    Faults faults =
        new Faults()
            .oneOf("type", wanted.type(), Report.TYPES)
            .oneOf("format", wanted.format(), Report.FORMATS)
            .text("name", wanted.name(), 1, 200);
    if (next.isEmpty()) {
      faults.add(
          "schedule", "must be a cron line of five fields that comes to pass", "invalid_cron");
    }
    checkRecipients(wanted.recipients(), faults);
    faults.throwIfAny();
    wanted.projectId().ifPresent(id -> projects.require(caller, id, ProjectRole.VIEWER));
    return new ReportSchedule(
        wanted.id(),
        wanted.userId(),
        wanted.name(),
        wanted.type(),
        wanted.format(),
        wanted.projectId(),
        wanted.schedule(),
        wanted.recipients(),
        wanted.enabled(),
        next.orElseThrow(),
        wanted.lastRun());
  }

  private void checkRecipients(List<String> recipients, Faults faults) {
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      faults.add("recipients", "needs 1 to " + MOST_RECIPIENTS + " addresses", "out_of_range");
      return;
    }
    for (int i = 0; i < recipients.size(); i++) {
      String field = "recipients." + i;
      String address = recipients.get(i);
      faults.email(field, address);
      String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
      if (!domains.contains(domain) && users.byEmail(address).isEmpty()) {
        faults.add(field, "is neither a user nor in an allowed domain", "not_allowed");
      }
    }
  }
}

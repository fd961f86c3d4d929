package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be, is being and was repaired over all projects of a caller. */
@RestController
class AutoFixController {
  private static final int MOST_LOOKED_AT = 10_000;

  /** Which project is to be repaired; all that the caller maintains where it names none. */
  record Start(@Nullable String projectId) {}

  /** Repairing that was started: a job for each project. */
  record StartedView(String jobId, String status, String message, List<String> jobIds) {}

  /** How the repairing goes. */
  record StatusView(
      boolean enabled,
      String phase,
      long pendingFixes,
      long appliedToday,
      Optional<Double> successRate) {}

  /** A vulnerability that can be repaired. */
  record RepairableView(
      String id, String title, boolean autoFixAvailable, double confidence, String preview) {}

  /** A repair, in short. */
  record FixLine(
      String id, String vulnerabilityId, FixStatus status, Instant createdAt, String diff) {}

  /** A repair that waits for a decision. */
  record PendingLine(
      String id,
      String vulnerabilityId,
      String file,
      int line,
      String suggestedFix,
      double confidence) {}

  private final Fixes fixes;
  private final IssueBook issues;
  private final ProjectAccess projects;
  private final FixCycle cycle;
  private final Jobs jobs;

  AutoFixController(
      Fixes fixes, IssueBook issues, ProjectAccess projects, FixCycle cycle, Jobs jobs) {
    this.cycle = cycle;
    this.jobs = jobs;
    this.fixes = fixes;
    this.issues = issues;
    this.projects = projects;
  }

  @GetMapping("/api/auto-fix/status")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  StatusView status(Caller caller) {
    Visible visible = projects.visible(caller);
    long cycles =
        jobs.underWay(JobKind.AUTO_FIX_CYCLE, visible.limit(new Conditions(), "project_id"));
    Map<FixStatus, Long> counts = fixes.counts(visible);
    long verified = counts.getOrDefault(FixStatus.VERIFIED, 0L);
    long over =
        verified
            + counts.getOrDefault(FixStatus.FAILED, 0L)
            + counts.getOrDefault(FixStatus.ROLLED_BACK, 0L);
    return new StatusView(
        true,
        cycles == 0 ? "idle" : "generating",
        counts.getOrDefault(FixStatus.PENDING, 0L),
        fixes.appliedToday(visible),
        over == 0 ? Optional.empty() : Optional.of((double) verified / over));
  }

  @PostMapping("/api/auto-fix/start")
  @Idempotent
  @Access(value = Who.MAINTAINER, scope = Scope.FIX_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<StartedView> start(
      @RequestBody(required = false) @Nullable Start body, Caller caller) {
    List<String> started =
        cycle.start(caller, Optional.ofNullable(body).map(Start::projectId)).stream()
            .map(Job::id)
            .toList();
    return ResponseEntity.accepted()
        .location(URI.create("/api/jobs/" + started.getFirst()))
        .body(new StartedView(started.getFirst(), "started", "Repairs are looked for.", started));
  }

  @GetMapping("/api/auto-fix/vulnerabilities")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  Page<RepairableView> repairable(Caller caller, Paging paging) {
    return Page.slice(
            issues.repairable(projects.visible(caller), Optional.empty(), MOST_LOOKED_AT), paging)
        .map(AutoFixController::view);
  }

  private static RepairableView view(Issue issue) {
    return new RepairableView(
        issue.vulnerabilityId(),
        issue.title(),
        issue.autoFixable(),
        issue.confidence(),
        issue.snippet());
  }

  @GetMapping("/api/auto-fix/fixes")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  Page<FixLine> list(
      @RequestParam(required = false) @Nullable String status, Caller caller, Paging paging) {
    Optional<FixStatus> wanted =
        Searches.choice("status", status, FixStatus.IDS).flatMap(FixStatus::byId);
    return fixes
        .list(projects.visible(caller), wanted, paging)
        .map(fix ->
            new FixLine(
                fix.id(), "vuln-" + fix.issueKey(), fix.status(), fix.createdAt(), fix.diff()));
  }

  @GetMapping("/api/auto-fix/fixes/pending")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  Page<PendingLine> pending(Caller caller, Paging paging) {
    return fixes
        .list(projects.visible(caller), Optional.of(FixStatus.PENDING), paging)
        .map(fix ->
            new PendingLine(
                fix.id(),
                "vuln-" + fix.issueKey(),
                fix.file(),
                fix.line(),
                fix.fixedCode(),
                fix.confidence()));
  }
}

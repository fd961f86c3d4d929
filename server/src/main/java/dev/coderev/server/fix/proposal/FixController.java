package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.fix.proposal.Fix.Proof;
import dev.coderev.server.fix.proposal.FixDesk.Started;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.vulnerability.IssueStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Repairs of single vulnerabilities. */
@RestController
class FixController {
  private static final int ESTIMATE_SECONDS = 30;

  /** A repair as the API shows it. */
  record FixView(
      String id,
      String vulnerabilityId,
      FixStatus status,
      String description,
      String originalCode,
      String fixedCode,
      String diff,
      double confidence,
      String riskLevel,
      boolean requiresReview,
      Proof proof,
      Instant createdAt,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      Optional<Instant> appliedAt,
      Optional<Instant> verifiedAt) {
    static FixView of(Fix fix) {
      return new FixView(
          fix.id(),
          "vuln-" + fix.issueKey(),
          fix.status(),
          fix.description(),
          fix.originalCode(),
          fix.fixedCode(),
          fix.diff(),
          fix.confidence(),
          fix.riskLevel(),
          fix.requiresReview(),
          fix.proof(),
          fix.createdAt(),
          fix.decidedBy(),
          fix.decidedAt(),
          fix.appliedAt(),
          fix.verifiedAt());
    }
  }

  /** One change of a repair. */
  record FileChange(String file, int line, String original, String fixed) {}

  /** Why. */
  record Reason(@Nullable String reason) {}

  /** What to add. */
  record Comment(@Nullable String comment) {}

  /** A repair that is being made. */
  record Generating(
      String fixId,
      String vulnerabilityId,
      String status,
      String message,
      int estimatedTimeSeconds) {}

  /** What applying a repair came to. */
  @Schema(oneOf = {Simulated.class, Applied.class})
  sealed interface Application {}

  /** A repair as it would be applied. */
  record Simulated(
      String status, String fixId, List<FileChange> changes, Proof proof, String message)
      implements Application {
    Simulated {
      changes = List.copyOf(changes);
    }
  }

  /** A repair that was applied. */
  record Applied(String status, String fixId, String message, IssueStatus vulnerabilityStatus)
      implements Application {}

  /** A repair that nobody wants; named in the words of both of its paths. */
  record Rejected(
      String id,
      FixStatus status,
      String fixId,
      String reason,
      Optional<Instant> rejectedAt,
      String message) {}

  /** A repair that somebody wants. */
  record Approved(
      String id, FixStatus status, Optional<Instant> approvedAt, Optional<Instant> appliedAt) {}

  private final Fixes fixes;
  private final FixDesk desk;

  FixController(Fixes fixes, FixDesk desk) {
    this.fixes = fixes;
    this.desk = desk;
  }

  @GetMapping("/api/vulnerabilities/{id}/fixes")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  List<FixView> list(@PathVariable String id, Caller caller) {
    return fixes.ofIssue(desk.issue(caller, id, ProjectRole.VIEWER).key()).stream()
        .map(FixView::of)
        .toList();
  }

  @GetMapping("/api/vulnerabilities/fixes/{id}")
  @Access(value = Who.READ, scope = Scope.FIX_READ)
  FixView get(@PathVariable String id, Caller caller) {
    return FixView.of(desk.fix(caller, id, ProjectRole.VIEWER));
  }

  @PostMapping("/api/vulnerabilities/{id}/fixes/generate")
  @Idempotent
  @Access(value = Who.MEMBER, scope = Scope.FIX_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Generating> generate(@PathVariable String id, Caller caller) {
    Started started = desk.generate(caller, id);
    return ResponseEntity.accepted()
        .location(URI.create("/api/jobs/" + started.job().id()))
        .body(
            new Generating(
                started.fixId(),
                id,
                "generating",
                "The repair is being made and proven.",
                ESTIMATE_SECONDS));
  }

  @PostMapping("/api/vulnerabilities/fixes/{id}/apply")
  @Idempotent
  @Access(value = Who.READ, scope = Scope.FIX_WRITE)
  Application apply(
      @PathVariable String id,
      @RequestParam(name = "dry_run", defaultValue = "true") boolean dryRun,
      Caller caller) {
    if (dryRun) {
      Fix fix = desk.fix(caller, id, ProjectRole.VIEWER);
      return new Simulated(
          "simulated",
          id,
          List.of(new FileChange(fix.file(), fix.line(), fix.originalCode(), fix.fixedCode())),
          fix.proof(),
          "Nothing was written.");
    }
    Fix applied = desk.apply(caller, id);
    return new Applied(
        applied.status().id(),
        id,
        "Applied on the branch " + applied.branch() + ".",
        desk.statusOf(applied).orElse(IssueStatus.OPEN));
  }

  @PostMapping({"/api/vulnerabilities/fixes/{id}/reject", "/api/auto-fix/fixes/{id}/reject"})
  @Access(value = Who.MAINTAINER, scope = Scope.FIX_WRITE)
  Rejected reject(
      @PathVariable String id,
      @RequestParam(name = "reason", required = false) @Nullable String query,
      @RequestBody(required = false) @Nullable Reason body,
      Caller caller) {
    String given = body == null || body.reason() == null ? query : body.reason();
    String reason = given == null ? "Rejected by user" : given;
    new Faults().text("reason", reason, 1, 1000).throwIfAny();
    Fix rejected = desk.reject(caller, id, reason);
    return new Rejected(
        id, rejected.status(), id, reason, rejected.decidedAt(), "The repair is rejected.");
  }

  @PostMapping("/api/auto-fix/fixes/{id}/approve")
  @Access(value = Who.MAINTAINER, scope = Scope.FIX_WRITE)
  Approved approve(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Comment body,
      Caller caller) {
    Optional<String> comment = Optional.ofNullable(body).map(Comment::comment);
    new Faults().optionalText("comment", comment, 0, 1000).throwIfAny();
    Fix approved = desk.approve(caller, id, comment);
    return new Approved(id, approved.status(), approved.decidedAt(), approved.appliedAt());
  }

  @PostMapping("/api/vulnerabilities/fixes/{id}/verify")
  @Idempotent
  @Access(value = Who.MAINTAINER, scope = Scope.FIX_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Job> verify(@PathVariable String id, Caller caller) {
    Job job = desk.verify(caller, id);
    return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job.id())).body(job);
  }

  @PostMapping("/api/vulnerabilities/fixes/{id}/rollback")
  @Idempotent
  @Access(value = Who.MAINTAINER, scope = Scope.FIX_WRITE)
  FixView rollBack(@PathVariable String id, Caller caller) {
    return FixView.of(desk.rollBack(caller, id));
  }
}

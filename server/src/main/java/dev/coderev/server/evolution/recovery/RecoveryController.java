package dev.coderev.server.evolution.recovery;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Attempts to come back, and parts that may not. */
@RestController
class RecoveryController {
  private static final String PATH = "/api/three-version";
  private static final Duration USUAL = Duration.ofDays(30);
  private static final List<String> FOR_EVER = List.of("security_vulnerability", "unfixable");
  private static final List<String> REASONS =
      List.of(
          "poor_performance",
          "poor_accuracy",
          "high_error_rate",
          "security_vulnerability",
          "incompatible",
          "deprecated",
          "superseded",
          "unfixable");

  /** Why something is done. */
  record Why(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String reason) {}

  /** An attempt that was started. */
  record Started(String message, String evaluationId) {}

  /** A part that is to be kept out. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String component,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String reason,
      @Nullable Instant until) {}

  private final Recoveries recoveries;
  private final RecoveryDesk desk;
  private final Exclusions exclusions;
  private final EvolutionEvents events;
  private final AuditLog audit;
  private final Clock clock;

  RecoveryController(
      Recoveries recoveries,
      RecoveryDesk desk,
      Exclusions exclusions,
      EvolutionEvents events,
      AuditLog audit,
      Clock clock) {
    this.recoveries = recoveries;
    this.desk = desk;
    this.exclusions = exclusions;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping(PATH + "/recovery")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<Recovery> recovery(Paging paging) {
    return recoveries.list(paging);
  }

  @PostMapping(PATH + "/recovery/{versionId}/force")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<Started> force(
      @PathVariable String versionId, @RequestBody Why why, Caller caller) {
    new Faults().text("reason", why.reason(), 1, 1000).throwIfAny();
    String run = desk.start(versionId, String.valueOf(why.reason()), Optional.of(caller.userId()));
    audit.record(AuditEntry.of("version_recovery_forced", caller).on("version", versionId));
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .location(URI.create(PATH + "/evaluations/" + run))
        .body(new Started("The version is measured again.", run));
  }

  @GetMapping(PATH + "/exclusions")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<Exclusion> exclusions(Paging paging) {
    return exclusions.list(paging);
  }

  @PostMapping(PATH + "/exclusions")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<Exclusion> exclude(@RequestBody Wanted body, Caller caller) {
    Faults faults =
        new Faults()
            .text("component", body.component(), 1, 128)
            .oneOf("reason", body.reason(), REASONS);
    String component = String.valueOf(body.component());
    if (body.component() != null && !component.matches("[a-z_]{1,32}:[0-9a-z.-]{1,64}")) {
      faults.add("component", "must be a kind of part, a colon and its digest", "invalid_text");
    }
    Instant now = clock.instant();
    if (body.until() != null && !body.until().isAfter(now)) {
      faults.add("until", "must lie in the future", "out_of_range");
    }
    faults.throwIfAny();
    String reason = String.valueOf(body.reason());
    Optional<Instant> until =
        FOR_EVER.contains(reason)
            ? Optional.empty()
            : Optional.of(Optional.ofNullable(body.until()).orElse(now.plus(USUAL)));
    Exclusion made = exclusions.add(component, reason, until, caller.userId());
    events.add(
        EvolutionEvent.of(
                made.permanent()
                    ? EventType.V3_PERMANENT_EXCLUSION
                    : EventType.V3_TEMPORARY_EXCLUSION)
            .because(Optional.of(reason), Optional.of(caller.userId())));
    audit.record(AuditEntry.of("component_excluded", caller).on("exclusion", made.id()));
    return ResponseEntity.created(URI.create(PATH + "/exclusions")).body(made);
  }

  @DeleteMapping(PATH + "/exclusions/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void readmit(@PathVariable String id, Caller caller) {
    Exclusion exclusion = exclusions.find(id).orElseThrow(Problem::notFound);
    if (exclusion.permanent()) {
      throw Problem.of(ProblemCode.CONFLICT, "What is excluded for ever stays so.");
    }
    exclusions.remove(id);
    audit.record(AuditEntry.of("component_readmitted", caller).on("exclusion", id));
  }
}

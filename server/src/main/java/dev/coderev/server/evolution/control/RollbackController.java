package dev.coderev.server.evolution.control;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionMove;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The moves of versions, and the way back to the one before. */
@RestController
class RollbackController {
  private static final String PATH = "/api/three-version";

  /** A way back that is wanted. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String reason,
      @Nullable String targetVersionId,
      @Nullable String notes) {}

  private final Versions versions;
  private final AuditLog audit;

  RollbackController(Versions versions, AuditLog audit) {
    this.versions = versions;
    this.audit = audit;
  }

  /** Refused: the parts of the version before left with its build. */
  @PostMapping(PATH + "/rollback")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  void rollback(@RequestBody Wanted body, Caller caller) {
    new Faults()
        .text("reason", body.reason(), 1, 1000)
        .optionalText("target_version_id", Optional.ofNullable(body.targetVersionId()), 1, 64)
        .optionalText("notes", Optional.ofNullable(body.notes()), 1, 1000)
        .throwIfAny();
    if (body.targetVersionId() != null) {
      ReviewerVersion target = versions.find(body.targetVersionId()).orElseThrow(Problem::notFound);
      if (target.state() != VersionState.RETIRED) {
        throw Problem.of(ProblemCode.CONFLICT, "Only a retired version can serve again.");
      }
    }
    audit.record(AuditEntry.of("version_rollback", caller).denied());
    throw Problem.of(
        ProblemCode.CONFLICT,
        "There is no version to return to whose parts are here: start the build that it was part"
            + " of.");
  }

  @GetMapping(PATH + "/rollbacks")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<VersionMove> rollbacks(Paging paging) {
    return versions.rollbacks(paging);
  }

  @GetMapping(PATH + "/transitions")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<VersionMove> transitions(Paging paging) {
    return versions.history(paging);
  }
}

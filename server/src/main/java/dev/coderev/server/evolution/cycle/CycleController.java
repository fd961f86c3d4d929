package dev.coderev.server.evolution.cycle;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.ServerSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The cycle for administrators, who may hold automatic promotions. */
@RestController
class CycleController {
  private static final String PATH = "/api/three-version";

  /** Why something is done. */
  record Why(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String reason) {}

  /**
   * The cycle.
   *
   * @param nextRun not before the next minute of any worker
   */
  record View(
      String phase,
      boolean frozen,
      Optional<String> freezeReason,
      Optional<String> lastOutcome,
      Optional<Instant> lastRun,
      Optional<Instant> nextRun,
      Optional<String> leaseHolder) {}

  private final Cycles cycles;
  private final AuditLog audit;
  private final Duration interval;

  CycleController(Cycles cycles, AuditLog audit, ServerSettings settings) {
    this.cycles = cycles;
    this.audit = audit;
    this.interval = settings.evolution().interval();
  }

  @GetMapping(PATH + "/cycle")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  View cycle() {
    Cycles.State state = cycles.get();
    return new View(
        state.phase(),
        state.frozen(),
        state.freezeReason(),
        state.lastOutcome(),
        state.completedAt(),
        state.startedAt().map(start -> start.plus(interval)),
        state.leaseHolder());
  }

  @PostMapping(PATH + "/freeze")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public View freeze(@RequestBody Why why, Caller caller) {
    return set(true, why, caller);
  }

  @PostMapping(PATH + "/unfreeze")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public View unfreeze(@RequestBody Why why, Caller caller) {
    return set(false, why, caller);
  }

  private View set(boolean frozen, Why why, Caller caller) {
    new Faults().text("reason", why.reason(), 1, 1000).throwIfAny();
    Optional<String> reason = Optional.ofNullable(why.reason());
    if (!cycles.freeze(frozen, frozen ? reason : Optional.empty())) {
      throw Problem.of(
          ProblemCode.CONFLICT, frozen ? "It is frozen already." : "It is not frozen.");
    }
    audit.record(AuditEntry.of(frozen ? "evolution_frozen" : "evolution_unfrozen", caller));
    return cycle();
  }
}

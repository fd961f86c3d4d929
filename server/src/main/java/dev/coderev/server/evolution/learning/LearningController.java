package dev.coderev.server.evolution.learning;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.learning.LearningLoops.Loop;
import dev.coderev.server.evolution.learning.LearningState.Order;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.vulnerability.IssueBook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The learning loop for administrators: how it is, and the orders that hold it. */
@RestController
class LearningController {
  private static final String PATH = "/api/admin/learning";
  private static final long LEAST_SAMPLES = 1000;

  /** Why an order is given. */
  record Why(@Nullable String reason) {}

  /**
   * The loop.
   *
   * @param samples verdicts of people that could be learnt from
   * @param lastUpdate null: nothing was learnt yet
   */
  record StatusView(
      LearningState state,
      Instant since,
      Optional<String> reason,
      long samples,
      long samplesRequired,
      Optional<Instant> lastUpdate) {}

  private final LearningLoops loops;
  private final IssueBook issues;
  private final AuditLog audit;

  LearningController(LearningLoops loops, IssueBook issues, AuditLog audit) {
    this.loops = loops;
    this.issues = issues;
    this.audit = audit;
  }

  private StatusView view(Loop loop) {
    return new StatusView(
        loop.state(),
        loop.since(),
        loop.reason(),
        issues.verdicts(),
        LEAST_SAMPLES,
        Optional.empty());
  }

  @GetMapping(PATH + "/status")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  StatusView status() {
    return view(loops.get());
  }

  @PostMapping(PATH + "/pause")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public StatusView pause(@RequestBody(required = false) @Nullable Why why, Caller caller) {
    return order(Order.PAUSE, why, caller);
  }

  @PostMapping(PATH + "/resume")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public StatusView resume(@RequestBody(required = false) @Nullable Why why, Caller caller) {
    return order(Order.RESUME, why, caller);
  }

  @PostMapping(PATH + "/emergency-stop")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public StatusView emergencyStop(@RequestBody(required = false) @Nullable Why why, Caller caller) {
    return order(Order.EMERGENCY_STOP, why, caller);
  }

  @PostMapping(PATH + "/reset")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public StatusView reset(@RequestBody(required = false) @Nullable Why why, Caller caller) {
    return order(Order.RESET, why, caller);
  }

  private StatusView order(Order order, @Nullable Why why, Caller caller) {
    Optional<String> reason = Optional.ofNullable(why).map(Why::reason);
    new Faults().optionalText("reason", reason, 1, 500).throwIfAny();
    LearningState before = loops.lock().state();
    if (!order.isPossibleFrom(before)) {
      List<String> possible =
          Arrays.stream(Order.values())
              .filter(other -> other.isPossibleFrom(before))
              .map(other -> other.leadsTo().id())
              .toList();
      throw Problem.transition(before.id(), order.leadsTo().id(), possible);
    }
    loops.set(order.leadsTo(), reason);
    audit.record(
        AuditEntry.of("learning_" + order.id(), caller)
            .on("learning_loop", "default")
            .detail("from", before.id()));
    return view(loops.get());
  }

  /** The server holds no trainer, so that there is nothing that could be started. */
  @PostMapping("/api/admin/model/retraining")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retrain() {
    long samples = issues.verdicts();
    throw Problem.of(
            ProblemCode.CONFLICT,
            samples < LEAST_SAMPLES
                ? "There are too few verdicts to learn from."
                : "This server has no trainer; train with coderev model, then exchange the model.")
        .with("samples", samples)
        .with("samples_required", LEAST_SAMPLES);
  }
}

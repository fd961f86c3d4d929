package dev.coderev.server.evolution.trial;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.metric.VersionMetrics.Trial;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

/** Comparisons of versions, for administrators; a winner would need evidence, and there is none. */
@RestController
class ExperimentController {
  private static final String PATH = "/api/admin/experiments";
  private static final int HALF = 50;

  /** One side of a comparison. */
  record Variant(String versionId, String name, VersionState state) {}

  /** A comparison. */
  record View(
      String id,
      String name,
      ExperimentStatus status,
      Variant variantA,
      Variant variantB,
      Optional<String> winner,
      int trafficSplit,
      Optional<Instant> startDate,
      Optional<Instant> endDate) {}

  /** A comparison that is wanted. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String variantA,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String variantB,
      @Nullable Integer trafficSplit,
      @Nullable Instant endDate) {}

  /** What is to change. */
  record Edit(
      @Nullable String name,
      @Nullable String status,
      @Nullable Integer trafficSplit,
      Change<Instant> endDate) {}

  /** A comparison that was made. */
  record Made(String id, String message) {}

  private final Experiments experiments;
  private final Versions versions;
  private final AuditLog audit;
  private final VersionMetrics metrics;
  private final Clock clock;

  ExperimentController(
      Experiments experiments,
      Versions versions,
      AuditLog audit,
      VersionMetrics metrics,
      Clock clock) {
    this.metrics = metrics;
    this.experiments = experiments;
    this.versions = versions;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping(PATH)
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<View> list(Paging paging) {
    return experiments.list(paging).map(this::view);
  }

  @GetMapping(PATH + "/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  View get(@PathVariable String id) {
    return view(experiments.find(id).orElseThrow(Problem::notFound));
  }

  private View view(Experiment experiment) {
    return new View(
        experiment.id(),
        experiment.name(),
        experiment.status(),
        variant(experiment.variantA()),
        variant(experiment.variantB()),
        Optional.empty(),
        experiment.trafficSplit(),
        experiment.startDate(),
        experiment.endDate());
  }

  private Variant variant(String versionId) {
    ReviewerVersion version = versions.find(versionId).orElseThrow(Problem::notFound);
    return new Variant(version.id(), version.name(), version.state());
  }

  @PostMapping(PATH)
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<Made> add(@RequestBody Wanted body, Caller caller) {
    Faults faults =
        new Faults()
            .text("name", body.name(), 1, 200)
            .text("variant_a", body.variantA(), 1, 64)
            .text("variant_b", body.variantB(), 1, 64);
    faults.throwIfAny();
    String one = String.valueOf(body.variantA());
    String other = String.valueOf(body.variantB());
    if (one.equals(other)) {
      faults.add("variant_b", "must be another version", "invalid_choice");
    }
    if (versions.find(one).isEmpty() || versions.find(other).isEmpty()) {
      throw Problem.notFound();
    }
    Experiment wanted =
        new Experiment(
            "",
            String.valueOf(body.name()),
            ExperimentStatus.DRAFT,
            one,
            other,
            body.trafficSplit() == null ? HALF : body.trafficSplit(),
            Optional.empty(),
            Optional.ofNullable(body.endDate()));
    check(wanted, wanted.endDate(), faults);
    String id = experiments.add(wanted);
    metrics.tried(Trial.CREATED);
    audit.record(AuditEntry.of("experiment_created", caller).on("experiment", id));
    return ResponseEntity.created(URI.create(PATH + "/" + id))
        .body(new Made(id, "The experiment is a draft."));
  }

  private void check(Experiment wanted, Optional<Instant> end, Faults faults) {
    faults.text("name", wanted.name(), 1, 200);
    faults.range("traffic_split", Optional.of(wanted.trafficSplit()), 0, 100);
    if (end.filter(time -> !time.isAfter(clock.instant())).isPresent()) {
      faults.add("end_date", "must lie in the future", "out_of_range");
    }
    faults.throwIfAny();
  }

  @PutMapping(PATH + "/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public View change(
      @PathVariable String id, @RequestBody Edit edit, Caller caller, IfMatch ifMatch) {
    Experiment before = experiments.lock(id).orElseThrow(Problem::notFound);
    ifMatch.require(view(before));
    Faults faults = new Faults();
    if (edit.status() != null) {
      faults.oneOf("status", edit.status(), ExperimentStatus.IDS);
      faults.throwIfAny();
    }
    ExperimentStatus status =
        Optional.ofNullable(edit.status()).flatMap(ExperimentStatus::byId).orElse(before.status());
    requireNext(before.status(), status);
    Experiment changed =
        new Experiment(
            id,
            edit.name() == null ? before.name() : edit.name(),
            status,
            before.variantA(),
            before.variantB(),
            edit.trafficSplit() == null ? before.trafficSplit() : edit.trafficSplit(),
            status == ExperimentStatus.RUNNING && before.startDate().isEmpty()
                ? Optional.of(clock.instant())
                : before.startDate(),
            edit.endDate().applyTo(before.endDate()));
    check(changed, edit.endDate().given(), faults);
    experiments.update(changed);
    if (status != before.status()) {
      count(status);
    }
    audit.record(AuditEntry.of("experiment_changed", caller).on("experiment", id));
    return view(experiments.find(id).orElseThrow(Problem::notFound));
  }

  private void count(ExperimentStatus status) {
    switch (status) {
      case RUNNING -> metrics.tried(Trial.RUNNING);
      case COMPLETED -> metrics.tried(Trial.COMPLETED);
      case DRAFT, STOPPED -> {}
    }
  }

  /** What is over cannot be changed. */
  private static void requireNext(ExperimentStatus from, ExperimentStatus to) {
    boolean isOver = from.next().isEmpty();
    if (isOver || (from != to && !from.next().contains(to))) {
      throw Problem.transition(
          from.id(), to.id(), from.next().stream().map(ExperimentStatus::id).toList());
    }
  }

  @DeleteMapping(PATH + "/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void remove(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    Experiment experiment = experiments.lock(id).orElseThrow(Problem::notFound);
    ifMatch.require(view(experiment));
    if (experiment.status() == ExperimentStatus.RUNNING) {
      throw Problem.of(ProblemCode.CONFLICT, "The experiment runs.");
    }
    experiments.remove(id);
    audit.record(AuditEntry.of("experiment_removed", caller).on("experiment", id));
  }
}

package dev.coderev.server.evolution.control;

import dev.coderev.server.analysis.ServingVersion;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.control.Criteria.DemotionEdit;
import dev.coderev.server.evolution.control.Criteria.PromotionEdit;
import dev.coderev.server.evolution.control.PromotionGate.Decision;
import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import dev.coderev.server.evolution.gold.EvaluationDesk;
import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.version.Measurements;
import dev.coderev.server.evolution.version.Measurements.Hour;
import dev.coderev.server.evolution.version.Measurements.Reviews;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionMove;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.metric.VersionMetrics.Trial;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The three versions: what serves, what is tried, what served. What was not measured is null. */
@RestController
class ThreeVersionController {
  private static final String PATH = "/api/three-version";
  private static final Duration DAY = Duration.ofHours(24);
  private static final int HOURS = 24;
  private static final Duration USUAL_RUN = Duration.ofMinutes(2);
  private static final int MOST_HOURS = 720;
  private static final List<String> ZONES = List.of("v1", "v2", "v3");

  /** What was measured of a version within a day. */
  record Measured(
      Optional<Double> accuracy, Optional<Double> latencyP95, Optional<Double> errorRate) {}

  /** The version of a zone, or what is known of an empty one; only its own dates are there. */
  record ZoneView(
      Optional<String> version,
      Optional<String> versionId,
      String status,
      Optional<VersionState> state,
      Optional<String> model,
      int trafficPercentage,
      int shadowPercentage,
      Measured metrics,
      Optional<Instant> startDate,
      Optional<Instant> promotedDate,
      Optional<Instant> demotedDate) {}

  /** The three zones. */
  record StatusView(ZoneView v1Experiment, ZoneView v2Production, ZoneView v3Legacy) {}

  /** All reviews of a time. */
  record Overall(
      long totalRequests,
      Optional<Double> avgLatencyMs,
      Optional<Double> errorRate,
      Optional<Double> accuracy) {}

  /** The reviews of one version. */
  record OfVersion(
      long requests,
      Optional<Double> latencyP50,
      Optional<Double> latencyP95,
      Optional<Double> errorRate) {}

  /** What was measured. */
  record MetricsView(Overall overall, Map<String, OfVersion> byVersion, List<Hour> timeSeries) {}

  /** A version that is being tried. */
  record TriedView(
      String id,
      String name,
      String version,
      VersionState status,
      int trafficPercentage,
      Instant startDate,
      Measured metrics) {}

  /** Which version is meant, and why. */
  record Wish(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String version,
      @Nullable String reason) {}

  /** Where a version was moved. */
  record Moved(String message, String reason, Demoted newStatus) {}

  /** A run over the gold set that was started. */
  record Measuring(String message, String evaluationId, Instant estimatedCompletion) {}

  /** Where a demoted version is. */
  record Demoted(String demotedTo, Instant timestamp) {}

  /** Changes of the limits. */
  record ConfigEdit(
      @Nullable PromotionEdit promotionCriteria, @Nullable DemotionEdit demotionCriteria) {}

  /** How the answers are shared among the zones, in percent. */
  record Shares(int v1Experiment, int v2Production, int v3Legacy) {}

  /** The limits in force, and how answers are shared among versions. */
  record ConfigView(
      Criteria.Promotion promotionCriteria,
      Criteria.Demotion demotionCriteria,
      Shares trafficAllocation) {}

  private final Versions versions;
  private final Measurements measurements;
  private final StoredCriteria criteria;
  private final AuditLog audit;
  private final VersionMetrics metrics;
  private final Clock clock;
  private final ServingVersion serving;
  private final Gates gates;
  private final EvaluationDesk evaluations;
  private final EvolutionEvents events;

  ThreeVersionController(
      Gates gates,
      EvaluationDesk evaluations,
      EvolutionEvents events,
      ServingVersion serving,
      Versions versions,
      Measurements measurements,
      StoredCriteria criteria,
      AuditLog audit,
      VersionMetrics metrics,
      Clock clock) {
    this.serving = serving;
    this.metrics = metrics;
    this.versions = versions;
    this.measurements = measurements;
    this.criteria = criteria;
    this.audit = audit;
    this.clock = clock;
    this.gates = gates;
    this.evaluations = evaluations;
    this.events = events;
  }

  @GetMapping(PATH + "/status")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  StatusView status() {
    return new StatusView(zone("v1"), zone("v2"), zone("v3"));
  }

  /** Before the first review no version has served; asking for it makes this build's serve. */
  private Optional<ReviewerVersion> newest(String zone) {
    return zone.equals("v2") ? versions.find(serving.id()) : versions.newest(zone);
  }

  private ZoneView zone(String zone) {
    return newest(zone)
        .map(this::view)
        .orElseGet(() ->
            new ZoneView(
                Optional.empty(),
                Optional.empty(),
                "empty",
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                new Measured(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private ZoneView view(ReviewerVersion version) {
    String zone = version.state().zone();
    return new ZoneView(
        Optional.of(version.name()),
        Optional.of(version.id()),
        switch (zone) {
          case "v2" -> "active";
          case "v1" -> "testing";
          default -> "inactive";
        },
        Optional.of(version.state()),
        version.model(),
        version.state().share(),
        0,
        measured(version),
        zone.equals("v1") ? Optional.of(version.createdAt()) : Optional.empty(),
        version.promotedAt(),
        zone.equals("v3") ? Optional.of(version.stateSince()) : Optional.empty());
  }

  private Measured measured(ReviewerVersion version) {
    Reviews reviews = measurements.of(Optional.of(version.id()), DAY);
    return new Measured(
        gates.evidence(version.id()).result().flatMap(GoldResult::accuracy),
        reviews.p95Ms(),
        reviews.errorRate());
  }

  @GetMapping(PATH + "/metrics")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  MetricsView metrics(@RequestParam(name = "window_hours", defaultValue = "24") int hours) {
    if (hours < 1 || hours > MOST_HOURS) {
      throw Problem.invalid(
          Fault.query("window_hours", "must lie between 1 and " + MOST_HOURS, "out_of_range"));
    }
    Duration window = Duration.ofHours(hours);
    Reviews all = measurements.of(Optional.empty(), window);
    Map<String, OfVersion> byVersion = new LinkedHashMap<>();
    for (String zone : ZONES) {
      byVersion.put(
          zone,
          newest(zone)
              .map(version -> measurements.of(Optional.of(version.id()), window))
              .map(one ->
                  new OfVersion(one.requests(), one.medianMs(), one.p95Ms(), one.errorRate()))
              .orElse(new OfVersion(0, Optional.empty(), Optional.empty(), Optional.empty())));
    }
    return new MetricsView(
        new Overall(all.requests(), all.meanMs(), all.errorRate(), Optional.empty()),
        byVersion,
        measurements.hours(HOURS));
  }

  @GetMapping(PATH + "/experiments")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  Page<TriedView> experiments(Paging paging) {
    return Page.slice(versions.experiments(), paging)
        .map(version ->
            new TriedView(
                version.id(),
                version.name(),
                version.name(),
                version.state(),
                version.state().share(),
                version.createdAt(),
                measured(version)));
  }

  @GetMapping(PATH + "/history")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  Page<VersionMove> history(Paging paging) {
    return versions.history(paging);
  }

  /**
   * Refused where the gate is not passed, and where it is: this build serves with its own parts.
   */
  @PostMapping(PATH + "/promote")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  void promote(@RequestBody Wish wish, Caller caller) {
    ReviewerVersion version = named(wish);
    requireZoneOne(version, "Only a version that is being tried can be promoted.");
    Decision decision = gates.promotion(version);
    metrics.decided("promotion", decision.outcome());
    audit.record(AuditEntry.of("version_promotion", caller).on("version", version.id()).denied());
    Optional<String> who = Optional.of(caller.userId());
    Optional<String> why = Optional.ofNullable(wish.reason());
    if (decision.outcome().equals("successful")) {
      throw Problem.of(
          ProblemCode.CONFLICT,
          "The gate is passed, but a server answers with the parts of its own build: bring the"
              + " version's parts into a build and start that.");
    }
    boolean failed = decision.outcome().equals("failed");
    events.add(
        EvolutionEvent.of(
                failed ? EventType.PROMOTION_FAILED : EventType.PROMOTION_INCONCLUSIVE,
                version.id())
            .because(why, who));
    throw Problem.of(
            ProblemCode.GATE_FAILED,
            failed ? "The gate failed." : "The gate is inconclusive: evidence is missing.")
        .with("checks", decision.checks());
  }

  @PostMapping(PATH + "/demote")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public Moved demote(@RequestBody Wish wish, Caller caller) {
    new Faults().text("reason", wish.reason(), 1, 1000).throwIfAny();
    ReviewerVersion version = named(wish);
    if (version.state() == VersionState.STABLE) {
      throw Problem.of(
          ProblemCode.CONFLICT, "There is no version to return to whose parts are here.");
    }
    requireZoneOne(version, "The version is out of service already.");
    String reason = String.valueOf(wish.reason());
    ReviewerVersion moved = versions.quarantine(version.id(), reason, caller.userId());
    metrics.moved(version.state().zone(), moved.state().zone());
    metrics.tried(Trial.QUARANTINED);
    audit.record(AuditEntry.of("version_demoted", caller).on("version", version.id()));
    return new Moved("The version is withdrawn.", reason, new Demoted("v3", moved.stateSince()));
  }

  @PostMapping(PATH + "/reevaluate")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<Measuring> reevaluate(@RequestBody Wish wish, Caller caller) {
    ReviewerVersion version = named(wish);
    String run = evaluations.start(version.id(), Purpose.EVIDENCE, Optional.of(caller.userId()));
    audit.record(AuditEntry.of("version_evaluated", caller).on("version", version.id()));
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .location(URI.create(PATH + "/evaluations/" + run))
        .body(
            new Measuring(
                "The version is measured on the gold set.", run, clock.instant().plus(USUAL_RUN)));
  }

  private ReviewerVersion named(Wish wish) {
    new Faults().text("version", wish.version(), 1, 64).throwIfAny();
    String written = String.valueOf(wish.version());
    return (ZONES.contains(written) ? newest(written) : versions.find(written))
        .orElseThrow(Problem::notFound);
  }

  private static void requireZoneOne(ReviewerVersion version, String otherwise) {
    if (!version.state().zone().equals("v1")) {
      throw Problem.of(ProblemCode.CONFLICT, otherwise);
    }
  }

  @GetMapping(PATH + "/config")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  ConfigView config() {
    Criteria limits = criteria.get();
    int tried = share("v1");
    return new ConfigView(
        limits.promotionCriteria(),
        limits.demotionCriteria(),
        new Shares(tried, share("v2") - tried, 0));
  }

  private int share(String zone) {
    return newest(zone).map(version -> version.state().share()).orElse(0);
  }

  @PutMapping(PATH + "/config")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ConfigView change(@RequestBody ConfigEdit edit, Caller caller, IfMatch ifMatch) {
    ifMatch.require(config());
    Criteria changed = criteria.get().with(edit.promotionCriteria(), edit.demotionCriteria());
    changed.check();
    criteria.set(changed);
    audit.record(AuditEntry.of("version_limits_changed", caller));
    return config();
  }
}

package dev.coderev.server.evolution.control;

import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewerManifest;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.evolution.control.PromotionGate.Check;
import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.evolution.recovery.Exclusions;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionRecord;
import dev.coderev.server.evolution.version.VersionRegister;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.evolution.version.Versions.Step;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.metric.VersionMetrics.Trial;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions and their parts, for administrators. */
@RestController
class VersionController {
  private static final String PATH = "/api/three-version/versions";
  private static final int MOST_EXPERIMENTS = 20;
  private static final int LONGEST_PART = 1_000_000;
  private static final List<String> GOALS = List.of("improvement", "non_inferiority");
  private static final List<String> ZONES = List.of("v1", "v2", "v3");

  /** A part that is handed in: rules beside the built-in ones, as a rule file. */
  record NewPart(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String kind,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String content) {}

  /** A part that is kept. */
  record Part(String kind, String digest, long sizeBytes) {}

  /**
   * A version that is to be known.
   *
   * @param parts digests by kind; those that are not named are the ones of this build
   */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Map<String, @Nullable String> parts,
      @Nullable String parent,
      @Nullable String goal) {}

  /** Why a version is moved. */
  record Why(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String reason) {}

  /**
   * The gate of a version as it is now.
   *
   * @param nextLook how many pairs the next statistical verdict takes; empty after the last one
   */
  record GateView(
      String outcome, List<Check> checks, Optional<Long> nextLook, List<String> missing) {}

  private final VersionRegister register;
  private final Versions versions;
  private final Gates gates;
  private final Exclusions exclusions;
  private final ReviewEngine engine;
  private final EvolutionEvents events;
  private final VersionMetrics metrics;
  private final AuditLog audit;

  VersionController(
      VersionRegister register,
      Versions versions,
      Gates gates,
      Exclusions exclusions,
      ReviewEngine engine,
      EvolutionEvents events,
      VersionMetrics metrics,
      AuditLog audit) {
    this.register = register;
    this.versions = versions;
    this.gates = gates;
    this.exclusions = exclusions;
    this.engine = engine;
    this.events = events;
    this.metrics = metrics;
    this.audit = audit;
  }

  @GetMapping(PATH)
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<VersionRecord> versions(
      @RequestParam Optional<String> state, @RequestParam Optional<String> zone, Paging paging) {
    if (state.filter(id -> VersionState.byId(id).isEmpty()).isPresent()) {
      throw Problem.invalid(Fault.query("state", "is not a state", "invalid_choice"));
    }
    if (zone.filter(id -> !ZONES.contains(id)).isPresent()) {
      throw Problem.invalid(Fault.query("zone", "must be v1, v2 or v3", "invalid_choice"));
    }
    List<String> states =
        Arrays.stream(VersionState.values())
            .filter(one -> state.isEmpty() || state.get().equals(one.id()))
            .filter(one -> zone.isEmpty() || zone.get().equals(one.zone()))
            .map(VersionState::id)
            .toList();
    return states.isEmpty() ? Page.of(List.of(), 0, paging) : register.list(states, paging);
  }

  @GetMapping(PATH + "/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  VersionRecord version(@PathVariable String id) {
    return register.find(id).orElseThrow(Problem::notFound);
  }

  @GetMapping(PATH + "/{id}/gate")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  GateView gate(@PathVariable String id) {
    ReviewerVersion version = versions.find(id).orElseThrow(Problem::notFound);
    PromotionGate.Decision decision = gates.promotion(version);
    long pairs = gates.evidence(id).pairs().count();
    return new GateView(
        decision.outcome(),
        decision.checks(),
        Arrays.stream(new long[] {1000, 2000, 4000, 8000})
            .filter(look -> look > pairs)
            .boxed()
            .findFirst(),
        decision.checks().stream()
            .filter(check -> check.outcome().equals("inconclusive"))
            .map(check -> check.name() + ": " + check.missing())
            .toList());
  }

  @PostMapping("/api/three-version/parts")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<Part> addPart(@RequestBody NewPart body, Caller caller) {
    new Faults()
        .oneOf("kind", body.kind(), List.of(VersionRecord.ADDED_RULES))
        .text("content", body.content(), 1, LONGEST_PART)
        .throwIfAny();
    String content = String.valueOf(body.content());
    int faults = engine.faultsOf(content).size();
    if (faults > 0) {
      throw Problem.invalid(
          Fault.body(
              "content",
              "is no rule file: it has %d faults that `coderev rules validate` names"
                  .formatted(faults),
              "invalid_rules"));
    }
    String digest = Secrets.sha256(content);
    boolean isNew = register.keep(digest, VersionRecord.ADDED_RULES, content);
    audit.record(AuditEntry.of("version_part_stored", caller).on("part", digest));
    Part part =
        new Part(
            VersionRecord.ADDED_RULES, digest, content.getBytes(StandardCharsets.UTF_8).length);
    return isNew
        ? ResponseEntity.created(URI.create("/api/three-version/parts")).body(part)
        : ResponseEntity.ok(part);
  }

  @PostMapping(PATH)
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<VersionRecord> register(@RequestBody Wanted body, Caller caller) {
    Map<String, String> manifest = checked(body);
    List<String> excluded =
        exclusions.among(
            manifest.entrySet().stream()
                .map(part -> part.getKey() + ":" + part.getValue())
                .toList());
    if (!excluded.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICT, "A part is excluded.").with("components", excluded);
    }
    String id = ReviewerManifest.idOf(manifest);
    Optional<VersionRecord> known = register.find(id);
    if (known.isPresent()) {
      return ResponseEntity.ok(known.get());
    }
    if (register.in(VersionState.EXPERIMENT).size() >= MOST_EXPERIMENTS) {
      throw Problem.of(
          ProblemCode.CONFLICT, "There are " + MOST_EXPERIMENTS + " open experiments already.");
    }
    register.add(
        new VersionRegister.Entry(
            id,
            String.valueOf(body.name()),
            manifest,
            Optional.ofNullable(body.parent()),
            Optional.ofNullable(body.goal()).orElse(GOALS.getFirst()),
            caller.userId()));
    events.add(
        EvolutionEvent.of(EventType.EXPERIMENT_REGISTERED, id)
            .because(Optional.empty(), Optional.of(caller.userId())));
    metrics.tried(Trial.CREATED);
    audit.record(AuditEntry.of("version_registered", caller).on("version", id));
    return ResponseEntity.created(URI.create(PATH + "/" + id))
        .body(register.find(id).orElseThrow());
  }

  /** The whole manifest, with the parts of this build where none are named. */
  private Map<String, String> checked(Wanted body) {
    Faults faults = new Faults().text("name", body.name(), 1, 200).required("parts", body.parts());
    if (body.goal() != null) {
      faults.oneOf("goal", body.goal(), GOALS);
    }
    if (body.parent() != null && register.find(body.parent()).isEmpty()) {
      faults.add("parent", "is no version", "missing_version");
    }
    Map<String, String> manifest = new TreeMap<>(ReviewerManifest.running().parts());
    Optional.ofNullable(body.parts())
        .orElse(Map.of())
        .forEach((kind, digest) -> {
          boolean isAdded = kind.equals(VersionRecord.ADDED_RULES);
          if (!isAdded && !manifest.containsKey(kind)) {
            faults.add("parts", "has a kind that no version has", "invalid_choice");
          } else if (digest == null || !isHere(kind, digest, manifest)) {
            faults.add("parts." + (isAdded ? kind : "other"), "is not here", "missing_part");
          } else if (isAdded && !digest.equals(VersionRecord.NONE)) {
            manifest.put(kind, digest);
          }
        });
    faults.throwIfAny();
    return manifest;
  }

  private boolean isHere(String kind, String digest, Map<String, String> own) {
    return digest.equals(own.getOrDefault(kind, VersionRecord.NONE))
        || (kind.equals(VersionRecord.ADDED_RULES)
            && register.part(VersionRecord.ADDED_RULES, digest).isPresent());
  }

  @PostMapping(PATH + "/{id}/shadow")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public VersionRecord shadow(@PathVariable String id, @RequestBody Why why, Caller caller) {
    require(why);
    ReviewerVersion version = versions.find(id).orElseThrow(Problem::notFound);
    if (version.state().next().contains(VersionState.SHADOW)
        && (version.state() == VersionState.EXPERIMENT
            || version.state() == VersionState.RETIRED)) {
      gates.requireAdmission(version, register.in(VersionState.SHADOW).size());
      return move(id, "shadow", VersionState.SHADOW, EventType.SHADOW_STARTED, why, caller);
    }
    throw refused(version, VersionState.SHADOW);
  }

  @PostMapping(PATH + "/{id}/withdraw")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public VersionRecord withdraw(@PathVariable String id, @RequestBody Why why, Caller caller) {
    require(why);
    return move(id, "withdraw", VersionState.EXPERIMENT, EventType.DEMOTION_TRIGGERED, why, caller);
  }

  @PostMapping(PATH + "/{id}/quarantine")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public VersionRecord quarantine(@PathVariable String id, @RequestBody Why why, Caller caller) {
    require(why);
    ReviewerVersion version = versions.find(id).orElseThrow(Problem::notFound);
    if (version.state() == VersionState.RE_EVALUATION) {
      throw refused(version, VersionState.QUARANTINE);
    }
    VersionRecord moved =
        move(id, "quarantine", VersionState.QUARANTINE, EventType.QUARANTINE_ENTERED, why, caller);
    metrics.moved(version.state().zone(), VersionState.QUARANTINE.zone());
    metrics.tried(Trial.QUARANTINED);
    return moved;
  }

  private static void require(Why why) {
    new Faults().text("reason", why.reason(), 1, 1000).throwIfAny();
  }

  private static Problem refused(ReviewerVersion version, VersionState to) {
    return Problem.transition(
        version.state().id(),
        to.id(),
        version.state().next().stream()
            .filter(state -> state != to)
            .map(VersionState::id)
            .toList());
  }

  private VersionRecord move(
      String id, String action, VersionState to, EventType event, Why why, Caller caller) {
    versions.move(
        id,
        new Step(
            action, to, event, Optional.ofNullable(why.reason()), Optional.of(caller.userId())));
    audit.record(AuditEntry.of("version_" + action, caller).on("version", id));
    return register.find(id).orElseThrow();
  }
}

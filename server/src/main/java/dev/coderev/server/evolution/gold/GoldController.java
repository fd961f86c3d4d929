package dev.coderev.server.evolution.gold;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The cases whose answers are known, and what runs over them gave. */
@RestController
class GoldController {
  private static final String PATH = "/api/three-version";
  private static final int MOST_CASES = 5000;
  private static final int LONGEST = 1_000_000;
  private static final int MOST_LINES = 1_000_000;
  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");

  /** A finding that is to be there. */
  record WantedFinding(@Nullable String type, @Nullable String severity, @Nullable Integer line) {}

  /** A case that is to be known. */
  record WantedCase(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String id,
      @Nullable String name,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String set,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String language,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String code,
      @Nullable List<@Nullable WantedFinding> expected,
      @Nullable Boolean clean,
      @Nullable Double weight) {}

  /** Cases that are to be known. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable List<@Nullable WantedCase> cases) {}

  private final GoldSets sets;
  private final Evaluations evaluations;
  private final AuditLog audit;

  GoldController(GoldSets sets, Evaluations evaluations, AuditLog audit) {
    this.sets = sets;
    this.evaluations = evaluations;
    this.audit = audit;
  }

  @GetMapping(PATH + "/gold-sets")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<GoldSets.View> goldSets(Paging paging) {
    return sets.list(paging);
  }

  @GetMapping(PATH + "/evaluations/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Evaluation evaluation(@PathVariable String id) {
    return evaluations.find(id).orElseThrow(Problem::notFound);
  }

  @PostMapping(PATH + "/gold-sets")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResponseEntity<GoldSets.View> addGoldSet(@RequestBody Wanted body, Caller caller) {
    Faults faults = new Faults().text("name", body.name(), 1, 200);
    List<@Nullable WantedCase> wanted = Optional.ofNullable(body.cases()).orElse(List.of());
    if (wanted.isEmpty() || wanted.size() > MOST_CASES) {
      faults.add("cases", "must be 1 to " + MOST_CASES + " cases", "out_of_range");
    }
    faults.throwIfAny();
    List<GoldCase> cases = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String at = "cases." + i;
      WantedCase one = wanted.get(i);
      if (one == null) {
        faults.add(at, "is required", "missing");
      } else {
        check(at, one, faults);
        if (one.id() != null && !ids.add(one.id())) {
          faults.add(at + ".id", "is the id of another case", "duplicate");
        }
      }
      faults.throwIfAny();
      if (one != null) {
        cases.add(gold(one));
      }
    }
    var kept = sets.add(String.valueOf(body.name()), cases);
    audit.record(AuditEntry.of("gold_set_registered", caller).on("gold_set", kept.getKey().id()));
    return kept.getValue()
        ? ResponseEntity.created(URI.create(PATH + "/gold-sets")).body(kept.getKey())
        : ResponseEntity.ok(kept.getKey());
  }

  private static void check(String at, WantedCase one, Faults faults) {
    faults
        .text(at + ".id", one.id(), 1, 64)
        .optionalText(at + ".name", Optional.ofNullable(one.name()), 1, 200)
        .oneOf(at + ".set", one.set(), GoldCategory.IDS)
        .text(at + ".language", one.language(), 1, 64)
        .text(at + ".code", one.code(), 1, LONGEST);
    if (one.language() != null && Language.byId(one.language()).isEmpty()) {
      faults.add(at + ".language", "is not one that is analysed", "invalid_choice");
    }
    if (one.weight() != null && !(one.weight() > 0 && one.weight() <= MOST_CASES)) {
      faults.add(at + ".weight", "must be above 0 and at most " + MOST_CASES, "out_of_range");
    }
    List<@Nullable WantedFinding> findings = Optional.ofNullable(one.expected()).orElse(List.of());
    boolean clean = Boolean.TRUE.equals(one.clean());
    if (clean != findings.isEmpty()) {
      faults.add(
          at + ".expected", "must be empty exactly where the case is clean", "invalid_choice");
    }
    for (int i = 0; i < findings.size(); i++) {
      WantedFinding finding = findings.get(i);
      String place = at + ".expected." + i;
      if (finding == null) {
        faults.add(place, "is required", "missing");
      } else {
        faults
            .text(place + ".type", finding.type(), 1, 64)
            .oneOf(place + ".severity", finding.severity(), SEVERITIES)
            .required(place + ".line", finding.line())
            .range(place + ".line", Optional.ofNullable(finding.line()), 1, MOST_LINES);
      }
    }
  }

  private static GoldCase gold(WantedCase one) {
    List<GoldCase.Expected> expected = new ArrayList<>();
    for (WantedFinding finding : Optional.ofNullable(one.expected()).orElse(List.of())) {
      if (finding != null && finding.line() != null) {
        expected.add(
            new GoldCase.Expected(
                String.valueOf(finding.type()),
                String.valueOf(finding.severity()),
                finding.line()));
      }
    }
    String id = String.valueOf(one.id());
    return new GoldCase(
        id,
        one.name() == null ? id : one.name(),
        String.valueOf(one.set()),
        String.valueOf(one.language()),
        String.valueOf(one.code()),
        expected,
        Boolean.TRUE.equals(one.clean()),
        one.weight() == null ? 1 : one.weight());
  }
}

package dev.coderev.server.analysis.run;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
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

/** Analyses and scans of projects. */
@RestController
class ProjectAnalysisController {
  private static final int MOST_PATTERNS = 1000;
  private static final List<String> SCAN_TYPES = List.of("full", "incremental", "quick");

  /** Which files are to be reviewed. */
  record Wish(@Nullable List<String> files, @Nullable Boolean fullScan, @Nullable String ref) {}

  /** Which project is to be scanned, and how. */
  record ScanWish(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String projectId,
      @Nullable String scanType,
      @Nullable Boolean includeDependencies,
      @Nullable String severityThreshold) {}

  /** An analysis that was queued. */
  record Queued(String id, String projectId, String status, String message, Instant createdAt) {}

  /** A scan that was queued. */
  record ScanQueued(
      String scanId,
      String projectId,
      String status,
      long estimatedDurationMinutes,
      String message) {}

  /** The live state of an analysis. */
  record AnalysisView(
      String id,
      String projectId,
      String status,
      int progress,
      int issuesFound,
      Optional<Double> score,
      Optional<CoverageView> coverage,
      String versionId,
      Instant createdAt,
      Optional<Instant> completedAt) {}

  /** One line of a project's list. */
  record Line(
      String id, String status, int issuesFound, Optional<String> conclusion, Instant createdAt) {}

  /** The live state of a scan. */
  record ScanView(
      String scanId,
      String projectId,
      String status,
      int progress,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      int vulnerabilitiesFound,
      int filesScanned,
      int dependenciesScanned,
      Optional<CoverageView> coverage) {}

  private final AnalysisStart start;
  private final AnalysisReading reading;

  ProjectAnalysisController(AnalysisStart start, AnalysisReading reading) {
    this.start = start;
    this.reading = reading;
  }

  @PostMapping("/api/projects/{id}/analyze")
  @Idempotent
  @Access(value = Who.MEMBER, scope = Scope.ANALYSIS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Queued> analyse(
      @PathVariable String id, @RequestBody(required = false) @Nullable Wish body, Caller caller) {
    Wish wish = body == null ? new Wish(null, null, null) : body;
    List<String> files = wish.files() == null ? List.of() : wish.files();
    Faults faults = new Faults().optionalText("ref", Optional.ofNullable(wish.ref()), 1, 200);
    if (files.size() > MOST_PATTERNS) {
      faults.add("files", "may have at most " + MOST_PATTERNS + " elements", "too_long");
    }
    for (int i = 0; i < Math.min(files.size(), MOST_PATTERNS); i++) {
      faults.text("files." + i, files.get(i), 1, 500);
      if (files.get(i) != null && !isPattern(files.get(i))) {
        faults.add("files." + i, "is not a pattern of paths", "invalid_pattern");
      }
    }
    faults.throwIfAny();
    Analysis queued =
        start.analyse(
            caller,
            id,
            files,
            Boolean.TRUE.equals(wish.fullScan()),
            Optional.ofNullable(wish.ref()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/projects/" + id + "/analysis/" + queued.id()))
        .body(
            new Queued(
                queued.id(), id, queued.status(), "The analysis is queued.", queued.createdAt()));
  }

  private static boolean isPattern(String text) {
    try {
      java.nio.file.FileSystems.getDefault().getPathMatcher("glob:" + text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @GetMapping("/api/projects/{id}/analysis/{analysisId}")
  @Access(value = Who.READ, scope = Scope.ANALYSIS_READ)
  AnalysisView state(@PathVariable String id, @PathVariable String analysisId, Caller caller) {
    Analysis analysis = of(id, analysisId, caller);
    return new AnalysisView(
        analysis.id(),
        id,
        analysis.status(),
        analysis.progress(),
        analysis.issuesFound(),
        analysis.score(),
        analysis.result().map(Result::coverage),
        analysis.versionId(),
        analysis.createdAt(),
        analysis.completedAt());
  }

  private Analysis of(String projectId, String analysisId, Caller caller) {
    Analysis analysis = reading.get(analysisId, caller);
    if (analysis.projectId().filter(projectId::equals).isEmpty()) {
      throw Problem.notFound();
    }
    return analysis;
  }

  @GetMapping("/api/projects/{id}/analyses")
  @Access(value = Who.READ, scope = Scope.PROJECT_READ)
  Page<Line> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String status,
      Caller caller,
      Paging paging) {
    Optional<String> wanted = Searches.choice("status", status, AnalysisController.STATUSES);
    return reading
        .ofProject(id, wanted, caller, paging)
        .map(analysis ->
            new Line(
                analysis.id(),
                analysis.status(),
                analysis.issuesFound(),
                analysis.conclusion(),
                analysis.createdAt()));
  }

  @PostMapping("/api/vulnerabilities/scan")
  @Idempotent
  @Access(value = Who.MEMBER, scope = Scope.ANALYSIS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ScanQueued> scan(@RequestBody ScanWish body, Caller caller) {
    String type = body.scanType() == null ? "full" : body.scanType();
    String threshold = body.severityThreshold() == null ? "low" : body.severityThreshold();
    new Faults()
        .text("project_id", body.projectId(), 1, 64)
        .oneOf("scan_type", type, SCAN_TYPES)
        .oneOf(
            "severity_threshold",
            threshold,
            Arrays.stream(Severity.values()).map(Severity::id).toList())
        .throwIfAny();
    String project = String.valueOf(body.projectId());
    boolean dependencies = body.includeDependencies() == null || body.includeDependencies();
    Analysis queued = start.scan(caller, project, type, threshold, dependencies);
    return ResponseEntity.accepted()
        .location(URI.create("/api/vulnerabilities/scan/" + queued.id() + "/status"))
        .body(
            new ScanQueued(
                queued.id(),
                project,
                queued.status(),
                start.estimate(project, type),
                "The scan is queued."));
  }

  @GetMapping("/api/vulnerabilities/scan/{scanId}/status")
  @Access(value = Who.READ, scope = Scope.ANALYSIS_READ)
  ScanView scanState(@PathVariable String scanId, Caller caller) {
    Analysis scan = reading.get(scanId, caller);
    String projectId = scan.projectId().orElseThrow(Problem::notFound);
    return new ScanView(
        scan.id(),
        projectId,
        scan.status(),
        scan.progress(),
        scan.startedAt(),
        scan.completedAt(),
        (int)
            scan.result().map(Result::issues).orElse(List.of()).stream()
                .filter(issue -> issue.isSecurity() && !issue.suppressed())
                .count(),
        scan.result().map(result -> result.coverage().filesExamined()).orElse(0),
        0,
        scan.result().map(Result::coverage));
  }
}

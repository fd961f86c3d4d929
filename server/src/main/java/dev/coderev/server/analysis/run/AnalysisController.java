package dev.coderev.server.analysis.run;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.engine.CodeMetrics;
import dev.coderev.server.analysis.run.Analyses.Filter;
import dev.coderev.server.analysis.run.Analysis.Request;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Canonical;
import dev.coderev.server.platform.web.FromList;
import dev.coderev.server.platform.web.Languages;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Analyses of snippets, their results and the history of all. */
@RestController
class AnalysisController {
  static final List<String> STATUSES =
      List.of("queued", "running", "completed", "partial", "failed", "cancelled", "timeout");
  private static final int MOST_CODE = 1_000_000;
  private static final int MOST_RULES = 500;

  /** A text to be reviewed. */
  record Code(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String code,
      @FromList(Languages.class) @Nullable String language,
      @Nullable List<String> rules,
      @Nullable String filePath,
      @Nullable Boolean includeAi) {}

  /** What came out of a text. */
  record CodeView(
      String id,
      String status,
      String language,
      List<IssueView> issues,
      Optional<CodeMetrics> metrics,
      Optional<Double> score,
      Optional<String> summary,
      Optional<CoverageView> coverage,
      Optional<Long> durationMs) {}

  /** The results of any analysis. */
  record ResultsView(
      String id,
      String status,
      Map<String, Integer> summary,
      List<IssueView> issues,
      Optional<CoverageView> coverage) {}

  /** One line of the history. */
  record HistoryView(
      String id,
      String kind,
      Optional<String> projectId,
      String language,
      String status,
      Optional<Double> score,
      int issuesFound,
      Instant createdAt) {}

  private final Snippets snippets;
  private final AnalysisReading reading;

  AnalysisController(Snippets snippets, AnalysisReading reading) {
    this.snippets = snippets;
    this.reading = reading;
  }

  @PostMapping({"/api/analysis/code", "/api/analyze/code"})
  @Idempotent
  @Canonical("/api/analysis/code")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_RUN)
  @ResponseStatus(HttpStatus.CREATED)
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true, description = "Done")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true, description = "Still running")
  ResponseEntity<CodeView> review(
      @RequestBody Code body,
      @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
      Caller caller) {
    String language = body.language() == null ? "python" : body.language();
    List<String> rules = body.rules() == null ? List.of() : body.rules();
    Faults faults =
        new Faults()
            .text("code", body.code(), 1, MOST_CODE)
            .oneOf("language", language, Languages.IDS)
            .optionalText("file_path", Optional.ofNullable(body.filePath()), 1, 500);
    if (rules.size() > MOST_RULES) {
      faults.add("rules", "may have at most " + MOST_RULES + " elements", "too_long");
    }
    for (int i = 0; i < Math.min(rules.size(), MOST_RULES); i++) {
      faults.text("rules." + i, rules.get(i), 1, 200);
    }
    faults.throwIfAny();
    Analysis done =
        snippets.review(
            caller,
            new Request(
                Optional.of(String.valueOf(body.code())),
                body.filePath() == null ? "untitled" : body.filePath(),
                rules,
                body.includeAi() == null || body.includeAi(),
                true,
                List.of(),
                Optional.empty(),
                Optional.empty()),
            Language.byId(language).orElseThrow(),
            prefer != null && prefer.contains("respond-async"));
    URI place = URI.create(Snippets.url(done.id()));
    return done.result().isPresent()
        ? ResponseEntity.created(place).body(view(done))
        : ResponseEntity.accepted().location(place).body(view(done));
  }

  private static CodeView view(Analysis analysis) {
    Optional<Result> result = analysis.result();
    return new CodeView(
        analysis.id(),
        analysis.status(),
        analysis.language(),
        issues(analysis),
        result.flatMap(Result::metrics),
        analysis.score(),
        result.map(Result::summary),
        result.map(Result::coverage),
        result.map(Result::durationMs));
  }

  private static List<IssueView> issues(Analysis analysis) {
    return analysis.result().map(Result::issues).orElse(List.of()).stream()
        .filter(issue -> !issue.suppressed())
        .map(issue -> IssueView.of(analysis, issue))
        .toList();
  }

  @GetMapping(
      path = {"/api/analysis/{id}/results", "/api/analyze/{id}/results"},
      produces = "application/json")
  @Canonical("/api/analysis/{id}/results")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  ResultsView results(@PathVariable String id, Caller caller) {
    Analysis analysis = reading.get(id, caller);
    List<IssueView> issues = issues(analysis);
    Map<String, Integer> summary = new LinkedHashMap<>();
    summary.put("total_issues", issues.size());
    for (String severity : List.of("critical", "high", "medium", "low", "info")) {
      summary.put(
          severity, (int) issues.stream().filter(i -> i.severity().equals(severity)).count());
    }
    return new ResultsView(
        analysis.id(), analysis.status(), summary, issues, analysis.result().map(Result::coverage));
  }

  @GetMapping(
      path = {"/api/analysis/{id}/results", "/api/analyze/{id}/results"},
      produces = "application/sarif+json")
  @Canonical("/api/analysis/{id}/results")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  ResponseEntity<byte[]> sarif(@PathVariable String id, Caller caller) {
    return ResponseEntity.ok()
        .header("Content-Type", "application/sarif+json")
        .body(reading.sarif(id, caller));
  }

  @GetMapping("/api/analysis/history")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  Page<HistoryView> history(
      @RequestParam(name = "project_id", required = false) @Nullable String projectId,
      @FromList(Languages.class) @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Caller caller,
      Paging paging) {
    Filter filter =
        new Filter(
            Optional.ofNullable(projectId),
            Searches.choice("language", language, Languages.IDS),
            Searches.choice("status", status, STATUSES),
            Searches.time("from", from),
            Searches.time("to", to));
    return reading
        .history(caller, filter, paging)
        .map(analysis ->
            new HistoryView(
                analysis.id(),
                analysis.kind(),
                analysis.projectId(),
                analysis.language(),
                analysis.status(),
                analysis.score(),
                analysis.issuesFound(),
                analysis.createdAt()));
  }
}

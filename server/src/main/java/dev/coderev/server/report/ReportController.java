package dev.coderev.server.report;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import dev.coderev.server.report.Report.Section;
import dev.coderev.server.report.Report.Summary;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A user's own reports. */
@RestController
class ReportController {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration ESTIMATE = Duration.ofSeconds(10);

  /** From when to when. */
  record DateRange(@Nullable Instant from, @Nullable Instant to) {}

  /** What report is wanted. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String type,
      @Nullable String format,
      @Nullable String projectId,
      @Nullable DateRange dateRange,
      @Nullable Boolean includeDetails) {}

  /** A report that is being made. */
  record Started(
      String id, String status, String type, String format, Instant estimatedCompletion) {}

  /** A line of the list. */
  record Line(
      String id,
      String name,
      String type,
      String format,
      String status,
      Optional<Instant> generatedAt,
      long sizeBytes,
      String downloadUrl) {}

  /** A report without its file. */
  record View(
      String id,
      String name,
      String type,
      String format,
      String status,
      Optional<Instant> generatedAt,
      Optional<Map<String, Integer>> summary,
      List<Section> sections) {}

  /** How far a report is. */
  record State(String id, String status, int progress, Optional<String> downloadUrl) {}

  private final Reports reports;
  private final ReportDesk desk;
  private final Jobs jobs;
  private final Clock clock;

  ReportController(Reports reports, ReportDesk desk, Jobs jobs, Clock clock) {
    this.reports = reports;
    this.desk = desk;
    this.jobs = jobs;
    this.clock = clock;
  }

  @GetMapping("/api/reports")
  @Access(value = Who.SELF, scope = Scope.REPORT_READ)
  Page<Line> list(
      @RequestParam(required = false) @Nullable String type, Caller caller, Paging paging) {
    return reports
        .of(caller.userId(), Searches.choice("type", type, Report.TYPES), paging)
        .map(report ->
            new Line(
                report.id(),
                report.name(),
                report.type(),
                report.format(),
                report.status(),
                report.generatedAt(),
                report.sizeBytes(),
                report.downloadUrl()));
  }

  @PostMapping("/api/reports/generate")
  @Idempotent
  @Access(value = Who.READ, scope = Scope.REPORT_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Started> generate(@RequestBody Wanted body, Caller caller) {
    String format = body.format() == null ? "pdf" : body.format();
    DateRange range = body.dateRange() == null ? new DateRange(null, null) : body.dateRange();
    Faults faults =
        new Faults()
            .oneOf("type", body.type(), Report.TYPES)
            .oneOf("format", format, Report.FORMATS);
    if (range.from() != null && range.to() != null && !range.from().isBefore(range.to())) {
      faults.add("date_range", "must begin before it ends", "out_of_range");
    }
    faults.throwIfAny();
    Report report =
        desk.start(
            caller,
            String.valueOf(body.type()),
            format,
            Optional.ofNullable(body.projectId()),
            Optional.ofNullable(range.from()),
            Optional.ofNullable(range.to()),
            body.includeDetails() == null || body.includeDetails());
    return ResponseEntity.accepted()
        .location(URI.create("/api/reports/" + report.id() + "/status"))
        .body(
            new Started(
                report.id(),
                report.status(),
                report.type(),
                report.format(),
                clock.instant().plus(ESTIMATE)));
  }

  @GetMapping("/api/reports/{id}")
  @Access(value = Who.SELF, scope = Scope.REPORT_READ)
  View get(@PathVariable String id, Caller caller) {
    return view(desk.own(caller, id));
  }

  private static View view(Report report) {
    return new View(
        report.id(),
        report.name(),
        report.type(),
        report.format(),
        report.status(),
        report.generatedAt(),
        report.summary().map(Summary::counts),
        report.summary().map(Summary::sections).orElse(List.of()));
  }

  @GetMapping("/api/reports/{id}/status")
  @Access(value = Who.SELF, scope = Scope.REPORT_READ)
  State state(@PathVariable String id, Caller caller) {
    Report report = desk.own(caller, id);
    boolean done = report.status().equals("completed");
    int progress = done ? 100 : report.jobId().flatMap(jobs::find).map(Job::progress).orElse(0);
    return new State(
        id, report.status(), progress, done ? Optional.of(report.downloadUrl()) : Optional.empty());
  }

  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = "application/pdf", schema = @Schema(type = "string")),
        @Content(mediaType = "application/sarif+json", schema = @Schema(type = "object")),
        @Content(mediaType = "application/json", schema = @Schema(type = "object")),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "text/html", schema = @Schema(type = "string"))
      })
  @GetMapping("/api/reports/{id}/download")
  @Access(value = Who.SELF, scope = Scope.REPORT_READ)
  ResponseEntity<byte[]> download(@PathVariable String id, Caller caller) {
    Report report = desk.own(caller, id);
    if (!report.status().equals("completed")) {
      throw Problem.of(ProblemCode.CONFLICT, "The report is not complete.");
    }
    if (report.createdAt().plus(KEPT).isBefore(clock.instant())) {
      throw Problem.of(ProblemCode.GONE);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, report.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + report.id() + "." + report.format() + "\"")
        .body(reports.content(id).orElseThrow(Problem::notFound));
  }

  @DeleteMapping("/api/reports/{id}")
  @Access(value = Who.SELF, scope = Scope.REPORT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    ifMatch.require(view(desk.own(caller, id)));
    desk.remove(caller, id);
  }
}

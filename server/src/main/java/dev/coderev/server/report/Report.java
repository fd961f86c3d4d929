package dev.coderev.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as it was asked for, and what became of it.
 *
 * @param status generating, completed or failed
 */
record Report(
    String id,
    String userId,
    Optional<String> jobId,
    String name,
    String type,
    String format,
    Optional<String> projectId,
    Optional<Instant> from,
    Optional<Instant> to,
    boolean includeDetails,
    String status,
    Optional<Summary> summary,
    long sizeBytes,
    Instant createdAt,
    Optional<Instant> generatedAt) {
  static final List<String> TYPES = List.of("security", "analysis", "compliance", "summary");
  static final List<String> FORMATS = List.of("pdf", "html", "json", "csv", "sarif");

  /** The counts on its first page, and its parts. */
  record Summary(Map<String, Integer> counts, List<Section> sections) {
    Summary {
      counts = Map.copyOf(counts);
      sections = List.copyOf(sections);
    }
  }

  /** A part of a report. */
  record Section(String name, int pages) {}

  String downloadUrl() {
    return "/api/reports/" + id + "/download";
  }

  /** The media type of its file. */
  String mediaType() {
    return switch (format) {
      case "pdf" -> "application/pdf";
      case "html" -> "text/html;charset=utf-8";
      case "csv" -> "text/csv;charset=utf-8";
      case "sarif" -> "application/sarif+json";
      default -> "application/json";
    };
  }
}

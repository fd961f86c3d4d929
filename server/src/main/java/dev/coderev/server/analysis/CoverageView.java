package dev.coderev.server.analysis;

import java.util.List;

/**
 * What was examined and what was not, and why.
 *
 * @param conclusion clean, findings, partly_reviewed or not_reviewed
 */
public record CoverageView(
    int filesTotal, int filesExamined, List<Skip> filesSkipped, String conclusion) {
  /** A file that was not examined. */
  public record Skip(String path, String reason) {}

  public CoverageView {
    filesSkipped = List.copyOf(filesSkipped);
  }
}

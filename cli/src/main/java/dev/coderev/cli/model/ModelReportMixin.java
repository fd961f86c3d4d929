package dev.coderev.cli.model;

import picocli.CommandLine.Option;

/** The option by which a model command is told the form of its report. */
final class ModelReportMixin {
  private enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  boolean isJson() {
    return format == Format.JSON;
  }
}

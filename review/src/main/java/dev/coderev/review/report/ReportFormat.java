package dev.coderev.review.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which a review can be reported. */
public enum ReportFormat {
  TEXT("txt"),
  JSON("json"),
  SARIF("sarif"),
  GITLAB("json"),
  MARKDOWN("md"),
  HTML("html");

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /** The lower-case name used on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The usual file name extension, without the dot. */
  public String extension() {
    return extension;
  }

  /** The format of this name, case-insensitively. */
  public static Optional<ReportFormat> byId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equalsIgnoreCase(id)).findFirst();
  }

  /** All names, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(ReportFormat::id).toList();
  }
}

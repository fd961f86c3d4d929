package dev.coderev.review.report.text;

import dev.coderev.analysis.finding.Severity;

/** Terminal colours, or none. */
record Paint(boolean on) {
  private static final String RESET = "\u001B[0m";

  String severity(Severity severity, String text) {
    return dye(
        switch (severity) {
          case CRITICAL -> "1;97;41";
          case HIGH -> "1;31";
          case MEDIUM -> "1;33";
          case LOW -> "1;36";
          case INFO -> "1;34";
        },
        text);
  }

  /** The colour of the marked code of a finding. */
  String mark(Severity severity, String text) {
    return dye(
        switch (severity) {
          case CRITICAL, HIGH -> "1;31";
          case MEDIUM -> "1;33";
          case LOW -> "1;36";
          case INFO -> "1;34";
        },
        text);
  }

  String strong(String text) {
    return dye("1", text);
  }

  String heading(String text) {
    return dye("1;4", text);
  }

  String faint(String text) {
    return dye("2", text);
  }

  String good(String text) {
    return dye("32", text);
  }

  String bad(String text) {
    return dye("31", text);
  }

  String doubtful(String text) {
    return dye("33", text);
  }

  private String dye(String code, String text) {
    return on && !text.isEmpty() ? "\u001B[" + code + "m" + text + RESET : text;
  }
}

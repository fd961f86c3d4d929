package dev.coderev.review.report;

/**
 * How a report looks.
 *
 * @param color terminal colours, in text only
 * @param width of a line in terminal cells, in text only
 * @param showSuppressed whether text, Markdown and HTML list the findings that do not count; JSON
 *     and SARIF always carry them, GitLab never
 * @param verbose whether text lists every file that was skipped
 */
public record ReportOptions(boolean color, int width, boolean showSuppressed, boolean verbose) {
  public static final int DEFAULT_WIDTH = 80;
  public static final ReportOptions DEFAULT = new ReportOptions(false, DEFAULT_WIDTH, false, false);

  public ReportOptions withColor(boolean wanted) {
    return new ReportOptions(wanted, width, showSuppressed, verbose);
  }

  public ReportOptions withWidth(int cells) {
    return new ReportOptions(color, cells, showSuppressed, verbose);
  }

  public ReportOptions withSuppressed(boolean wanted) {
    return new ReportOptions(color, width, wanted, verbose);
  }

  public ReportOptions withVerbose(boolean wanted) {
    return new ReportOptions(color, width, showSuppressed, wanted);
  }
}

package dev.coderev.server.integration.host;

import java.util.List;

/**
 * The result of a review as it is told to a code host.
 *
 * @param headline of one line
 * @param summary in Markdown
 * @param url where more of it is
 */
public record ReviewReport(
    Conclusion conclusion, String headline, String summary, String url, List<ReviewNote> notes) {
  /** What became of the review. */
  public enum Conclusion {
    /** All was examined, and nothing that matters was found. */
    SUCCESS,
    /** Something that matters was found. */
    FAILURE,
    /** Not everything could be examined. */
    NEUTRAL
  }

  /** By what the one summary of a proposed change is known again. */
  public static final String MARK = "<!-- coderev-summary -->";

  public ReviewReport {
    notes = List.copyOf(notes);
  }
}

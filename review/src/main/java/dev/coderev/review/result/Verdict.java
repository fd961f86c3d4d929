package dev.coderev.review.result;

import java.util.Locale;

/** What a review says as a whole. "Not reviewed" is never shown as "clean". */
public enum Verdict {
  /** Everything selected was examined and nothing was found. */
  CLEAN,
  /** Everything selected was examined and something was found. */
  FINDINGS,
  /** Some files or rules were cut short, so that what was found may not be all. */
  PARTLY_REVIEWED,
  /** Nothing could be examined. */
  NOT_REVIEWED;

  /** The lower-case name used in outputs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

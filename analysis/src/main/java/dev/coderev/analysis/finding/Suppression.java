package dev.coderev.analysis.finding;

/**
 * Why a finding does not count although it is there.
 *
 * @param reason what the author of the suppression wrote, may be empty
 */
public record Suppression(Kind kind, String reason) {

  /** Who suppressed it. */
  public enum Kind {
    /** A comment in the code: {@code coderev:ignore} or {@code nosemgrep}. */
    IN_SOURCE,
    /** It was already there in the baseline. */
    BASELINE
  }
}

package dev.coderev.review.fix;

/** What became of writing one repaired file. */
public sealed interface WriteOutcome {
  /** How reports name the file. */
  String path();

  record Written(String path) implements WriteOutcome {}

  /**
   * The file is as it was.
   *
   * @param reason one line: what was in the way
   */
  record Refused(String path, String reason) implements WriteOutcome {}
}

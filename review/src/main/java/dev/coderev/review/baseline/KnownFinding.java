package dev.coderev.review.baseline;

import java.util.Optional;

/**
 * A finding of an earlier report, as far as it identifies itself.
 *
 * @param path decoded, with {@code /}; absolute where the report gave a file URI
 * @param fingerprint ours; a finding that has one is known by nothing else
 * @param lineHash GitHub's hash of its first line
 */
record KnownFinding(
    String ruleId,
    String path,
    Optional<String> fingerprint,
    Optional<String> lineHash,
    Optional<String> snippet) {

  /** The rule of another tool may carry a prefix, as a folder of rules gives it. */
  boolean isOfRule(String id) {
    return ruleId.equals(id) || ruleId.endsWith("." + id);
  }

  boolean isIn(String file, String root) {
    return path.equals(file)
        || (path.startsWith("/") && path.equals(root + (root.endsWith("/") ? "" : "/") + file));
  }
}

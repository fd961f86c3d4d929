package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A proven repair of one issue.
 *
 * @param content the whole file as it is to be
 * @param baseSha the digest of the file that it was made for
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Fix(
    String id,
    String issueKey,
    String projectId,
    FixStatus status,
    String description,
    String rule,
    String file,
    int line,
    String originalCode,
    String fixedCode,
    String diff,
    byte[] content,
    String baseSha,
    double confidence,
    String riskLevel,
    boolean requiresReview,
    Proof proof,
    Instant createdAt,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> reason,
    Optional<Instant> appliedAt,
    Optional<Instant> verifiedAt) {

  /**
   * What was tried before the repair was offered.
   *
   * @param tests empty where none were run
   */
  record Proof(
      boolean applies,
      boolean parses,
      boolean ruleSilent,
      int newFindings,
      Optional<String> tests) {
    boolean holds() {
      return applies && parses && ruleSilent && newFindings == 0;
    }
  }

  /** The branch on which it is applied. */
  String branch() {
    return "coderev/" + id;
  }
}

package dev.coderev.server.integration.host;

import java.util.Optional;

/** Where a code host shows reviews of changes. */
public interface ReviewPlace {
  /** The commit from which the change really begins. */
  String beginning(ProposedChange change);

  /**
   * Says that the review has begun.
   *
   * @param earlier what this call gave in an earlier attempt
   * @return what the host calls the check; empty where it has no name for it
   */
  Optional<String> begin(ProposedChange change, String url, Optional<String> earlier);

  /** Says what came out. */
  void conclude(ProposedChange change, Optional<String> check, ReviewReport report);

  /** Adds those notes beside the code that are not there yet. */
  void comment(ProposedChange change, ReviewReport report);

  /**
   * Writes the summary, or writes it anew where there is one.
   *
   * @param earlier what the host called it
   * @return what the host calls it
   */
  String summarize(ProposedChange change, Optional<String> earlier, ReviewReport report);
}

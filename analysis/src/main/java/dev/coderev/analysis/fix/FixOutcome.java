package dev.coderev.analysis.fix;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.TextEdit;
import java.util.List;

/** What became of the attempt to prove the repair of one finding. */
public sealed interface FixOutcome {
  Finding finding();

  /**
   * A repair that parses, silences its rule and brings nothing new.
   *
   * @param edits of the text as it was, by place, as small as they can be
   */
  record ProvenFix(Finding finding, List<TextEdit> edits) implements FixOutcome {
    public ProvenFix {
      edits = List.copyOf(edits);
    }
  }

  /** A repair that is not offered, and why. */
  record RejectedFix(Finding finding, String reason) implements FixOutcome {}
}

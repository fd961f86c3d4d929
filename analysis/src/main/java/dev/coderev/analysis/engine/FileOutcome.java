package dev.coderev.analysis.engine;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.source.Language;
import java.util.List;

/** What became of one file. */
public sealed interface FileOutcome {
  String path();

  /**
   * All rules for its language were tried.
   *
   * @param bytes of UTF-8, as read
   * @param findings by place and rule, suppressed ones included
   * @param notes what the parser could not read, and other things worth knowing
   * @param cuts rules that were stopped by a limit; empty when all ran to their end
   */
  record Analysed(
      String path,
      Language language,
      long bytes,
      int lines,
      List<Finding> findings,
      List<Note> notes,
      List<CutRule> cuts)
      implements FileOutcome {
    public Analysed {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
      cuts = List.copyOf(cuts);
    }
  }

  /** No tree could be made; rules that need none still ran and may have found something. */
  record Unparsable(
      String path, Language language, long bytes, String reason, List<Finding> findings)
      implements FileOutcome {
    public Unparsable {
      findings = List.copyOf(findings);
    }
  }

  record Skipped(String path, SkipReason reason, String detail) implements FileOutcome {}

  /**
   * Something worth knowing about a file that is no finding.
   *
   * @param line 1-based, 0 when it concerns the whole file
   * @param omitted whether a part of the file was left out that rules should have seen
   */
  record Note(int line, String message, boolean omitted) {
    public Note(int line, String message) {
      this(line, message, false);
    }
  }

  /** A rule that did not run to its end on a file, and why. */
  record CutRule(String ruleId, String reason) {}
}

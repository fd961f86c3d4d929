package dev.coderev.analysis.fix;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.ParseNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one file before its repair, and the comparison with the file after it. */
final class FileProof {
  private final SourceFile file;
  private final SourceParser parser;
  private final FixProver.Examination examination;
  private final FileOutcome before;
  private final Optional<List<String>> notesBefore;

  FileProof(SourceFile file, SourceParser parser, FixProver.Examination examination) {
    this(file, parser, examination, examination.examine(file));
  }

  FileProof(
      SourceFile file, SourceParser parser, FixProver.Examination examination, FileOutcome before) {
    this.file = file;
    this.parser = parser;
    this.examination = examination;
    this.before = before;
    this.notesBefore = notes(file);
  }

  SourceFile file() {
    return file;
  }

  /** Why these edits are no repair of these findings; empty if they are. */
  Optional<String> objection(List<Finding> repaired, Edits edits) {
    if (edits.isEmpty()) {
      return Optional.of("it changes nothing");
    }
    if (notesBefore.isEmpty()) {
      return Optional.of("the file cannot be parsed, so nothing can be proven");
    }
    SourceFile after = new SourceFile(file.path(), file.language(), edits.applyTo(file.text()));
    Optional<List<String>> notesAfter = notes(after);
    if (notesAfter.isEmpty()) {
      return Optional.of("the result does not parse");
    }
    List<String> newNotes = without(notesAfter.get(), notesBefore.get());
    if (!newNotes.isEmpty()) {
      return Optional.of("the result does not parse cleanly: " + newNotes.getFirst());
    }
    return examined(repaired, edits, after);
  }

  private Optional<String> examined(List<Finding> repaired, Edits edits, SourceFile after) {
    if (!(before instanceof FileOutcome.Analysed was)
        || !(examination.examine(after) instanceof FileOutcome.Analysed is)) {
      return Optional.of("not all rules can examine the file");
    }
    List<String> newCuts = without(ruleIds(is.cuts()), ruleIds(was.cuts()));
    if (!newCuts.isEmpty()) {
      return Optional.of("the rule " + newCuts.getFirst() + " did not finish on the result");
    }
    List<Finding> expected = others(was.findings(), repaired);
    for (Finding found : is.findings()) {
      if (!take(expected, found, edits)) {
        return Optional.of(complaint(found, repaired, edits, after));
      }
    }
    return Optional.empty();
  }

  private static List<Finding> others(List<Finding> all, List<Finding> repaired) {
    List<Finding> others = new ArrayList<>(all);
    for (Finding one : repaired) {
      others.removeIf(other -> isSame(one, other));
    }
    return others;
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.ruleId().equals(other.ruleId())
        && one.place().range().equals(other.place().range())
        && one.message().equals(other.message());
  }

  /** Whether the finding was there before; then it is not expected once more. */
  private static boolean take(List<Finding> expected, Finding found, Edits edits) {
    for (int i = 0; i < expected.size(); i++) {
      Finding one = expected.get(i);
      if (one.ruleId().equals(found.ruleId())
          && (found.isSuppressed() || !one.isSuppressed())
          && edits.moves(one.place().range(), found.place().range())) {
        expected.remove(i);
        return true;
      }
    }
    return false;
  }

  private static String complaint(
      Finding found, List<Finding> repaired, Edits edits, SourceFile after) {
    TextRange place = found.place().range();
    boolean isStill =
        repaired.stream()
            .filter(one -> one.ruleId().equals(found.ruleId()))
            .map(one -> edits.widest(one.place().range()))
            .anyMatch(range -> range.overlaps(place) || range.contains(place));
    return isStill
        ? "the rule still reports the result"
        : "it brings a new finding of "
            + found.ruleId()
            + " in line "
            + after.lineAt(place.start());
  }

  /** What the parser has to say; empty if there is no tree at all. */
  private Optional<List<String>> notes(SourceFile text) {
    if (!text.language().isParsed()) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(parser.parse(text).notes().stream().map(ParseNote::message).toList());
    } catch (ParseFailure _) {
      return Optional.empty();
    }
  }

  private static List<String> ruleIds(List<CutRule> cuts) {
    return cuts.stream().map(CutRule::ruleId).toList();
  }

  private static List<String> without(List<String> all, List<String> known) {
    List<String> rest = new ArrayList<>(all);
    known.forEach(rest::remove);
    return rest;
  }
}

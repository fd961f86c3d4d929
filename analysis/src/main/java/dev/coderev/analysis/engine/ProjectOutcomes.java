package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.taint.Omission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all files of a project while data flow completes them. Several threads may add:
 * the order in which they do never shows.
 */
final class ProjectOutcomes {
  private final FileOutcome[] outcomes;
  private final Map<String, Integer> numbers = new HashMap<>();

  ProjectOutcomes(List<? extends SourceUnit> units, FileOutcome[] outcomes) {
    this.outcomes = outcomes;
    for (int number = 0; number < units.size(); number++) {
      numbers.put(units.get(number).path(), number);
    }
  }

  /** The number of the file at a path. */
  Optional<Integer> number(String path) {
    return Optional.ofNullable(numbers.get(path));
  }

  /** The outcome of a file that was examined; empty for any other. */
  Optional<Analysed> analysed(int file) {
    synchronized (outcomes) {
      return outcomes[file] instanceof Analysed known ? Optional.of(known) : Optional.empty();
    }
  }

  void note(Omission omission) {
    number(omission.path())
        .ifPresent(file -> add(file, new Note(omission.line(), omission.reason()), null));
  }

  void cut(int file, String rule, String reason) {
    add(file, null, new CutRule(rule, reason));
  }

  private void add(int file, @Nullable Note note, @Nullable CutRule cut) {
    synchronized (outcomes) {
      if (outcomes[file] instanceof Analysed before) {
        List<Note> notes = new ArrayList<>(before.notes());
        if (note != null && !notes.contains(note)) {
          notes.add(note);
          notes.sort(Comparator.comparingInt(Note::line).thenComparing(Note::message));
        }
        List<CutRule> cuts = new ArrayList<>(before.cuts());
        if (cut != null && !cuts.contains(cut)) {
          cuts.add(cut);
          cuts.sort(Comparator.comparing(CutRule::ruleId).thenComparing(CutRule::reason));
        }
        outcomes[file] = with(before, before.findings(), notes, cuts);
      }
    }
  }

  /** Adds what was found on a second look at a file. */
  void merge(int file, Analysed more) {
    synchronized (outcomes) {
      if (outcomes[file] instanceof Analysed before) {
        List<Finding> findings = new ArrayList<>(before.findings());
        findings.addAll(more.findings());
        findings.sort(FileAnalysis.BY_PLACE);
        List<Note> notes = new ArrayList<>(before.notes());
        more.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        List<CutRule> cuts = new ArrayList<>(before.cuts());
        cuts.addAll(more.cuts());
        outcomes[file] = with(before, findings, notes, cuts);
      }
    }
  }

  private static Analysed with(
      Analysed outcome, List<Finding> findings, List<Note> notes, List<CutRule> cuts) {
    return new Analysed(
        outcome.path(),
        outcome.language(),
        outcome.bytes(),
        outcome.lines(),
        findings,
        notes,
        cuts);
  }
}

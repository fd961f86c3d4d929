package dev.coderev.review.result;

import dev.coderev.analysis.engine.AnalysisReport;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The record of what was examined, by which rules, and what was skipped or cut and why.
 *
 * @param examined files whose rules were tried, by path
 * @param skipped files and folders that were not examined, by path
 * @param rules how many rules were loaded
 * @param notes about the run as a whole, for example a rule that cannot run
 */
public record Coverage(
    List<Examined> examined, List<FileOutcome.Skipped> skipped, int rules, List<String> notes) {

  /**
   * One examined file.
   *
   * @param parsed whether rules on syntax could run, not only those on text
   * @param notes what the parser could not read, and the like
   * @param cuts rules that were stopped by a limit
   */
  public record Examined(
      String path,
      Language language,
      long bytes,
      int lines,
      boolean parsed,
      List<Note> notes,
      List<CutRule> cuts) {
    public Examined {
      notes = List.copyOf(notes);
      cuts = List.copyOf(cuts);
    }

    /** Whether every rule saw the whole file. */
    public boolean isComplete() {
      return parsed && cuts.isEmpty() && notes.stream().noneMatch(Note::omitted);
    }
  }

  public Coverage {
    examined = List.copyOf(examined);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /** What {@code report} examined, with the files that were skipped before. */
  public static Coverage of(
      AnalysisReport report, List<FileOutcome.Skipped> before, int rules, List<String> notes) {
    List<Examined> examined = new ArrayList<>();
    List<FileOutcome.Skipped> skipped = new ArrayList<>(before);
    for (FileOutcome outcome : report.outcomes()) {
      switch (outcome) {
        case FileOutcome.Analysed(
                var path,
                var language,
                var bytes,
                var lines,
                _,
                var fileNotes,
                var cuts) ->
            examined.add(new Examined(path, language, bytes, lines, true, fileNotes, cuts));
        case FileOutcome.Unparsable(var path, var language, var bytes, var reason, _) ->
            examined.add(
                new Examined(
                    path, language, bytes, 0, false, List.of(new Note(0, reason)), List.of()));
        case FileOutcome.Skipped file -> skipped.add(file);
      }
    }
    skipped.sort(Comparator.comparing(FileOutcome.Skipped::path));
    return new Coverage(examined, skipped, rules, notes);
  }

  /** Bytes of UTF-8 in all examined files. */
  public long bytes() {
    return examined.stream().mapToLong(Examined::bytes).sum();
  }

  public boolean isComplete() {
    return examined.stream().allMatch(Examined::isComplete)
        && skipped.stream().noneMatch(file -> file.reason() == SkipReason.TIME_LIMIT);
  }
}

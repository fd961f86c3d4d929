package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Optional;

/**
 * One file examined by everything but taint rules.
 *
 * @param number of the file in the project
 * @param ends of the taint rules that begin or end in it, by rule
 * @param declarations empty where the file was not parsed
 */
record FileDraft(
    int number,
    Language language,
    FileOutcome outcome,
    List<TaintEnds> ends,
    Optional<FileDeclarations> declarations) {

  /** The same of a file with another number. */
  FileDraft at(int other) {
    return new FileDraft(
        other,
        language,
        outcome,
        ends.stream().map(end -> end.at(other)).toList(),
        declarations.map(known -> known.at(other)));
  }

  /** What data flow needs to know of the file, without what rules found in it. */
  FileDraft outline() {
    return outcome instanceof FileOutcome.Analysed all
        ? new FileDraft(
            number,
            language,
            new FileOutcome.Analysed(
                all.path(),
                all.language(),
                all.bytes(),
                all.lines(),
                List.of(),
                List.of(),
                List.of()),
            ends,
            declarations)
        : this;
  }
}

package dev.coderev.analysis.fix;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixOutcome.RejectedFix;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A judge of repairs: one is proven when the edited text parses without new notes, all findings in
 * it were there before, and the repaired one is not among them.
 */
public final class FixProver {

  /** All rules applied to one text. */
  @FunctionalInterface
  public interface Examination {
    FileOutcome examine(SourceFile file);
  }

  private final SourceParser parser;
  private final Examination examination;

  public FixProver(SourceParser parser, Examination examination) {
    this.parser = parser;
    this.examination = examination;
  }

  /** Tries the repair of one finding alone. */
  public FixOutcome prove(SourceFile file, Finding finding) {
    return prove(new FileProof(file, parser, examination), finding);
  }

  /**
   * Tries the repairs of findings in one file: each alone, then as many of them together as go
   * together, the first in the file first. Suppressed findings and those without a fix are left
   * alone.
   */
  public FileFixes proveAll(SourceFile file, List<Finding> findings) {
    FileProof proof = new FileProof(file, parser, examination);
    List<ProvenFix> alone = new ArrayList<>();
    List<RejectedFix> rejected = new ArrayList<>();
    findings.stream()
        .filter(finding -> !finding.isSuppressed() && !finding.fix().isEmpty())
        .sorted(Comparator.comparing(finding -> finding.place().range()))
        .forEach(finding -> {
          switch (prove(proof, finding)) {
            case ProvenFix proven -> alone.add(proven);
            case RejectedFix reject -> rejected.add(reject);
          }
        });
    List<ProvenFix> together = together(proof, alone, rejected);
    rejected.sort(Comparator.comparing(reject -> reject.finding().place().range()));
    String after =
        edits(together, file).map(edits -> edits.applyTo(file.text())).orElse(file.text());
    return new FileFixes(file, after, together, rejected);
  }

  private static FixOutcome prove(FileProof proof, Finding finding) {
    Optional<Edits> edits = Edits.of(finding.fix(), proof.file());
    if (edits.isEmpty()) {
      return new RejectedFix(finding, "its edits overlap or lie outside the file");
    }
    Optional<String> objection = proof.objection(List.of(finding), edits.get());
    return objection.isPresent()
        ? new RejectedFix(finding, objection.get())
        : new ProvenFix(finding, edits.get().list());
  }

  /** Usually all go together; if not, they are added one by one. */
  private static List<ProvenFix> together(
      FileProof proof, List<ProvenFix> alone, List<RejectedFix> rejected) {
    List<ProvenFix> apart = new ArrayList<>();
    for (ProvenFix fix : alone) {
      List<ProvenFix> more = with(apart, fix);
      if (edits(more, proof.file()).isPresent()) {
        apart.add(fix);
      } else {
        rejected.add(new RejectedFix(fix.finding(), "it overlaps another repair"));
      }
    }
    if (apart.size() < 2 || objection(proof, apart).isEmpty()) {
      return apart;
    }
    List<ProvenFix> kept = new ArrayList<>();
    for (ProvenFix fix : apart) {
      Optional<String> objection = objection(proof, with(kept, fix));
      if (objection.isEmpty()) {
        kept.add(fix);
      } else {
        rejected.add(
            new RejectedFix(fix.finding(), "not together with other repairs: " + objection.get()));
      }
    }
    return kept;
  }

  private static List<ProvenFix> with(List<ProvenFix> fixes, ProvenFix one) {
    List<ProvenFix> more = new ArrayList<>(fixes);
    more.add(one);
    return more;
  }

  private static Optional<String> objection(FileProof proof, List<ProvenFix> fixes) {
    return edits(fixes, proof.file())
        .map(edits -> proof.objection(fixes.stream().map(ProvenFix::finding).toList(), edits))
        .orElse(Optional.of("the edits overlap"));
  }

  private static Optional<Edits> edits(List<ProvenFix> fixes, SourceFile file) {
    List<TextEdit> all = fixes.stream().flatMap(fix -> fix.edits().stream()).toList();
    return Edits.of(all, file);
  }
}

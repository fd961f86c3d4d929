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

  private static final String UNUSABLE = "its edits overlap or lie outside the file";

  private final SourceParser parser;
  private final Examination examination;

  public FixProver(SourceParser parser, Examination examination) {
    this.parser = parser;
    this.examination = examination;
  }

  /** Tries the repair of one finding alone. */
  public FixOutcome prove(SourceFile file, Finding finding) {
    return new Selection(new FileProof(file, parser, examination)).alone(finding);
  }

  /** As {@link #proveAll(SourceFile, FileOutcome, List)}, with the file examined first. */
  public FileFixes proveAll(SourceFile file, List<Finding> findings) {
    return proveAll(file, examination.examine(file), findings);
  }

  /**
   * Selects as many repairs of findings in one file as are proven together, the first in the file
   * first. Suppressed findings and those without a fix are left alone.
   *
   * @param before what {@code examination} says of the file as it is
   */
  public FileFixes proveAll(SourceFile file, FileOutcome before, List<Finding> findings) {
    List<Finding> repairable =
        findings.stream()
            .filter(finding -> !finding.isSuppressed() && !finding.fix().isEmpty())
            .sorted(Comparator.comparing(finding -> finding.place().range()))
            .toList();
    Selection selection = new Selection(new FileProof(file, parser, examination, before));
    return selection.of(repairable);
  }

  /**
   * The choice among the repairs of one file.
   *
   * <p>A group is added at once if that is proven, otherwise half by half: {@code b} bad ones among
   * {@code n} cost about {@code b · log n} examinations of the file.
   */
  private static final class Selection {
    private static final int MOST_TRIALS = 250;

    private final FileProof proof;
    private final List<ProvenFix> kept = new ArrayList<>();
    private final List<RejectedFix> rejected = new ArrayList<>();
    private int trials;

    Selection(FileProof proof) {
      this.proof = proof;
    }

    FileFixes of(List<Finding> findings) {
      List<ProvenFix> candidates = new ArrayList<>();
      for (Finding finding : findings) {
        Edits.of(finding.fix(), proof.file())
            .ifPresentOrElse(
                edits -> candidates.add(new ProvenFix(finding, edits.list())),
                () -> rejected.add(new RejectedFix(finding, UNUSABLE)));
      }
      add(candidates);
      rejected.sort(Comparator.comparing(reject -> reject.finding().place().range()));
      SourceFile file = proof.file();
      String after = edits(kept).map(edits -> edits.applyTo(file.text())).orElse(file.text());
      return new FileFixes(file, after, kept, rejected);
    }

    FixOutcome alone(Finding finding) {
      Optional<Edits> edits = Edits.of(finding.fix(), proof.file());
      if (edits.isEmpty()) {
        return new RejectedFix(finding, UNUSABLE);
      }
      ProvenFix fix = new ProvenFix(finding, edits.get().list());
      Optional<String> objection = objection(List.of(fix));
      return objection.isPresent() ? new RejectedFix(finding, objection.get()) : fix;
    }

    private void add(List<ProvenFix> group) {
      if (group.isEmpty()) {
        return;
      }
      List<ProvenFix> together = new ArrayList<>(kept);
      together.addAll(group);
      Optional<String> objection = objection(together);
      if (objection.isEmpty()) {
        kept.addAll(group);
      } else if (group.size() > 1) {
        add(group.subList(0, group.size() / 2));
        add(group.subList(group.size() / 2, group.size()));
      } else {
        Finding finding = group.getFirst().finding();
        boolean isAlone = kept.isEmpty() || objection(group).isPresent();
        String reason = isAlone ? "" : "not together with other repairs: ";
        rejected.add(new RejectedFix(finding, reason + objection.get()));
      }
    }

    private Optional<String> objection(List<ProvenFix> fixes) {
      Optional<Edits> edits = edits(fixes);
      if (edits.isEmpty()) {
        return Optional.of("the edits overlap");
      }
      if (++trials > MOST_TRIALS) {
        return Optional.of("not tried, the file has too many repairs that fail");
      }
      return proof.objection(fixes.stream().map(ProvenFix::finding).toList(), edits.get());
    }

    private Optional<Edits> edits(List<ProvenFix> fixes) {
      List<TextEdit> all = fixes.stream().flatMap(fix -> fix.edits().stream()).toList();
      return Edits.of(all, proof.file());
    }
  }
}

package dev.coderev.server.integration.hook;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.review.change.Change;
import dev.coderev.review.change.ChangedFile;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.review.report.markdown.MarkdownText;
import dev.coderev.server.analysis.ChangeReviews.Reviewed;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.DetectedIssue;
import dev.coderev.server.integration.host.ReviewNote;
import dev.coderev.server.integration.host.ReviewNote.Lines;
import dev.coderev.server.integration.host.ReviewReport;
import dev.coderev.server.integration.host.ReviewReport.Conclusion;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The result of a review in the words of a comment. */
final class ReviewWording {
  private static final int MOST_LISTED = 50;
  private static final int MOST_SKIPS = 10;

  private final Map<String, ChangedFile> files = new HashMap<>();
  private final Map<String, BitSet> touched = new HashMap<>();

  private ReviewWording(Change change) {
    for (ChangedFile file : change.files()) {
      files.put(file.path(), file);
      touched.put(file.path(), file.lineChanges().touched());
    }
  }

  /**
   * What is told.
   *
   * @param threshold findings of at least this severity are a failure
   */
  static ReviewReport of(Change change, Reviewed reviewed, Severity threshold, String url) {
    ReviewWording wording = new ReviewWording(change);
    List<ReviewNote> notes =
        reviewed.issues().stream()
            .map(issue ->
                wording.note(
                    issue, reviewed.repairs().getOrDefault(issue.fingerprint(), List.of())))
            .toList();
    Conclusion conclusion = conclusion(reviewed, threshold);
    String headline = headline(conclusion, notes);
    return new ReviewReport(
        conclusion, headline, summary(headline, notes, reviewed.coverage(), url), url, notes);
  }

  /** What is told when there is no result. */
  static ReviewReport failed(String url) {
    String headline = "The review could not be done.";
    return new ReviewReport(
        Conclusion.NEUTRAL, headline, ReviewReport.MARK + "\n" + headline, url, List.of());
  }

  private static Conclusion conclusion(Reviewed reviewed, Severity threshold) {
    boolean matters =
        reviewed.issues().stream()
            .flatMap(issue -> Severity.byId(issue.severity()).stream())
            .anyMatch(severity -> severity.isAtLeast(threshold));
    if (matters) {
      return Conclusion.FAILURE;
    }
    return switch (reviewed.coverage().conclusion()) {
      case "clean", "findings" -> Conclusion.SUCCESS;
      default -> Conclusion.NEUTRAL;
    };
  }

  private ReviewNote note(DetectedIssue issue, List<EditedLines> repair) {
    BitSet lines = touched.getOrDefault(issue.file(), new BitSet());
    Optional<EditedLines> only =
        repair.size() == 1 && !repair.getFirst().removed().isEmpty()
            ? Optional.of(repair.getFirst())
            : Optional.empty();
    Optional<Lines> replaced =
        only.map(edit -> new Lines(edit.line(), edit.line() + edit.removed().size() - 1))
            .filter(range -> lines.nextClearBit(range.first()) > range.last());
    return new ReviewNote(
        issue.fingerprint(),
        issue.file(),
        Optional.ofNullable(files.get(issue.file())).map(ChangedFile::oldPath).orElse(issue.file()),
        issue.line(),
        issue.endLine(),
        issue.severity(),
        issue.title(),
        "**"
            + issue.severity()
            + "** "
            + MarkdownText.prose(issue.message())
            + "\n\n"
            + MarkdownText.code(issue.rule()),
        replaced.or(() -> firstTouched(lines, issue)),
        replaced.flatMap(_ -> only).map(EditedLines::added));
  }

  private static Optional<Lines> firstTouched(BitSet lines, DetectedIssue issue) {
    int first = lines.nextSetBit(issue.line());
    return first >= 0 && first <= issue.endLine()
        ? Optional.of(new Lines(first, first))
        : Optional.empty();
  }

  private static String headline(Conclusion conclusion, List<ReviewNote> notes) {
    if (notes.isEmpty()) {
      return conclusion == Conclusion.SUCCESS
          ? "This change introduces no finding."
          : "Not everything in this change could be examined.";
    }
    StringJoiner counts = new StringJoiner(", ", "This change introduces ", ".");
    for (Severity severity : List.of(Severity.values())) {
      long count = notes.stream().filter(note -> note.severity().equals(severity.id())).count();
      if (count > 0) {
        counts.add(count + " " + severity.id());
      }
    }
    return counts.toString();
  }

  private static String summary(
      String headline, List<ReviewNote> notes, CoverageView coverage, String url) {
    StringBuilder text = new StringBuilder(ReviewReport.MARK).append("\n### CodeRev\n\n");
    text.append(headline).append("\n\n");
    notes.stream()
        .limit(MOST_LISTED)
        .forEach(note ->
            text.append("- **")
                .append(note.severity())
                .append("** ")
                .append(MarkdownText.code(note.path() + ":" + note.line()))
                .append(' ')
                .append(MarkdownText.prose(note.title()))
                .append('\n'));
    if (notes.size() > MOST_LISTED) {
      text.append("- and ").append(notes.size() - MOST_LISTED).append(" more\n");
    }
    text.append("\nExamined ")
        .append(coverage.filesExamined())
        .append(" of ")
        .append(coverage.filesTotal())
        .append(" changed files.\n");
    coverage.filesSkipped().stream()
        .limit(MOST_SKIPS)
        .forEach(skip ->
            text.append("- ")
                .append(MarkdownText.code(skip.path()))
                .append(": ")
                .append(MarkdownText.line(skip.reason()))
                .append('\n'));
    return text.append("\n[The whole result](").append(url).append(")\n").toString();
  }
}

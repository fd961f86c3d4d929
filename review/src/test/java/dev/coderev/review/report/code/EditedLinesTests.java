package dev.coderev.review.report.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditedLinesTests {
  private static final SourceFile FILE =
      new SourceFile("a.py", Language.PYTHON, "import b\n\nrun(a)\nstop(a, b)\n");

  @Test
  void showsTheLinesThatAnEditChanges() {
    assertThat(changes(edit("run", "walk")))
        .containsExactly(new EditedLines(3, List.of("run(a)"), List.of("walk(a)")));
  }

  @Test
  void takesEditsOnOneLineTogetherAndOthersApart() {
    assertThat(changes(edit("import b", "import c"), edit("stop", "halt"), edit(", b", "")))
        .containsExactly(
            new EditedLines(1, List.of("import b"), List.of("import c")),
            new EditedLines(4, List.of("stop(a, b)"), List.of("halt(a)")));
  }

  @Test
  void leavesOutLinesThatStayTheSame() {
    assertThat(changes(edit("run(a)\nstop", "run(a)\nnow()\nstop")))
        .containsExactly(new EditedLines(4, List.of(), List.of("now()")));
    assertThat(changes(edit("run(a)\n", "")))
        .containsExactly(new EditedLines(3, List.of("run(a)"), List.of()));
  }

  @Test
  void needsNoFileForAnEditOnTheFirstLineOfTheFinding() {
    assertThat(EditedLines.of(finding(edit("run", "walk")), SourceTexts.none()))
        .containsExactly(new EditedLines(3, List.of("run(a)"), List.of("walk(a)")));
    assertThat(EditedLines.of(finding(edit("stop", "halt")), SourceTexts.none())).isEmpty();
    assertThat(EditedLines.of(finding(edit("import", "from")), SourceTexts.none())).isEmpty();
  }

  @Test
  void showsNothingOfEditsThatOverlapOrLieOutside() {
    assertThat(changes(edit("run(", "x"), edit("n(a", "y"))).isEmpty();
    assertThat(changes(new TextEdit(new TextRange(5, 900), ""))).isEmpty();
    assertThat(changes()).isEmpty();
  }

  private static List<EditedLines> changes(TextEdit... edits) {
    return EditedLines.of(finding(edits), ExcerptTests.sources(FILE));
  }

  private static TextEdit edit(String code, String replacement) {
    return new TextEdit(ExcerptTests.place(FILE, code).range(), replacement);
  }

  private static Finding finding(TextEdit... edits) {
    return new Finding(
        "r",
        Severity.LOW,
        Confidence.LOW,
        ExcerptTests.place(FILE, "run(a)"),
        "m",
        "f",
        Map.of(),
        Optional.empty(),
        List.of(edits),
        Optional.empty());
  }
}

package dev.coderev.review.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.AnalysisReport;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.FileOutcome.Skipped;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.source.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTests {
  @Test
  void keepsWhatWasExaminedInOrderAndWhatWasSkippedByPath() {
    AnalysisReport report =
        new AnalysisReport(
            List.of(
                new FileOutcome.Analysed(
                    "b.py", Language.PYTHON, 30, 3, List.of(), List.of(), List.of()),
                new Skipped("m.min.js", SkipReason.MINIFIED, "long lines"),
                new FileOutcome.Unparsable(
                    "a.java", Language.JAVA, 12, "nested too deeply", List.of())),
            List.of(),
            Duration.ofMillis(5));
    Coverage coverage =
        Coverage.of(
            report,
            List.of(
                new Skipped("z.png", SkipReason.BINARY, "no text"),
                new Skipped("a.bin", SkipReason.BINARY, "no text")),
            7,
            List.of("a note"));
    assertThat(coverage.examined())
        .extracting(Coverage.Examined::path)
        .containsExactly("b.py", "a.java");
    assertThat(coverage.examined().get(1).parsed()).isFalse();
    assertThat(coverage.examined().get(1).notes())
        .singleElement()
        .extracting(FileOutcome.Note::message)
        .isEqualTo("nested too deeply");
    assertThat(coverage.skipped())
        .extracting(Skipped::path)
        .containsExactly("a.bin", "m.min.js", "z.png");
    assertThat(coverage.bytes()).isEqualTo(42);
    assertThat(coverage.isComplete()).isFalse();
    assertThat(coverage.rules()).isEqualTo(7);
    assertThat(coverage.notes()).containsExactly("a note");
  }
}

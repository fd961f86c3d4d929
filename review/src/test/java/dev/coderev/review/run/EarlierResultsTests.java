package dev.coderev.review.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.RunOptions.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierResultsTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

  @TempDir private Path root;
  @TempDir private Path folder;

  @BeforeEach
  void writeAProjectThatIsWorthIt() throws IOException {
    for (int file = 0; file < EarlierResults.WORTHWHILE_FILES; file++) {
      Files.writeString(root.resolve("m" + file + ".py"), "launch(" + file + ")\n");
    }
    writeRule("launch");
  }

  @Test
  void laterScansFindWhatScansWithoutMemoryFind() throws IOException {
    scan(remembering());
    assertThat(entries()).isPositive();
    assertEqual();
    Files.writeString(root.resolve("m3.py"), "land()\nlaunch(1)\n");
    Files.delete(root.resolve("m4.py"));
    assertEqual();
    writeRule("land");
    assertThat(assertEqual().findings()).hasSize(1);
  }

  @Test
  void fewFilesAreNotWorthIt() throws IOException {
    for (int file = 1; file < EarlierResults.WORTHWHILE_FILES; file++) {
      Files.delete(root.resolve("m" + file + ".py"));
    }
    assertThat(scan(remembering()).findings()).hasSize(1);
    assertThat(entries()).isZero();
  }

  @Test
  void anEngineThatNobodyCanTellKeepsNothing() throws IOException {
    scan(options().with(memory(folder, "")));
    assertThat(entries()).isZero();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedWithAWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> scan(options().with(memory(file, "engine"))))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("--cache-dir")
        .hasMessageContaining("--no-cache");
  }

  private ReviewResult assertEqual() {
    ReviewResult fresh = scan(options());
    ReviewResult known = scan(remembering());
    assertThat(known.findings()).isEqualTo(fresh.findings());
    assertThat(known.coverage()).isEqualTo(fresh.coverage());
    return known;
  }

  private void writeRule(String function) throws IOException {
    Files.writeString(
        Files.createDirectories(root.resolve("rules")).resolve("no.yaml"),
        """
        rules:
          - id: no
            message: no $X
            severity: HIGH
            languages: [python]
            pattern: %s(...)
        """
            .formatted(function));
  }

  private RunOptions options() {
    return new RunOptions(
        root,
        Optional.empty(),
        List.of(root.resolve("rules")),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private RunOptions remembering() {
    return options().with(memory(folder, "engine"));
  }

  private static Memory memory(Path folder, String engine) {
    return new Memory(folder, () -> Optional.of(engine).filter(known -> !known.isEmpty()));
  }

  private ReviewResult scan(RunOptions options) {
    return Reviewer.of(root, options, "0.0.0", CLOCK).scan(List.of(root), ProgressListener.NONE);
  }

  private long entries() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}

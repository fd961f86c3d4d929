package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTests {
  private final StringWriter screen = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();
  private final TerminalProgress progress =
      new TerminalProgress(new PrintWriter(screen), nanos::get);

  @Test
  void saysNothingDuringTheFirstSecond() {
    nanos.set(900_000_000L);
    progress.show(10, 100, 1_000_000);
    progress.close();
    assertThat(screen.toString()).isEmpty();
  }

  @Test
  void showsFilesAndSpeedAndCleansUp() {
    nanos.set(2_000_000_000L);
    progress.show(50, 100, 4_000_000);
    assertThat(screen.toString()).contains("50 of 100 files, 25 files/s, 2.0 MB/s");
    progress.close();
    assertThat(screen.toString()).endsWith("\r\033[K");
  }

  @Test
  void writesAtMostTenTimesASecond() {
    nanos.set(2_000_000_000L);
    progress.show(1, 100, 1);
    nanos.addAndGet(50_000_000L);
    progress.show(2, 100, 2);
    assertThat(screen.toString()).contains("1 of 100").doesNotContain("2 of 100");
  }

  @Test
  void aQuietOrUnwatchedConsoleShowsNone() {
    Console console =
        new Console(
            new PrintWriter(screen), new PrintWriter(screen), java.nio.file.Path.of(""), 0, true);
    try (Console.ShownProgress quiet = console.progress(true)) {
      quiet.advanced(1, 2, 3);
    }
    try (Console.ShownProgress shown = console.progress(false)) {
      shown.advanced(1, 2, 3);
    }
    assertThat(screen.toString()).isEmpty();
  }
}

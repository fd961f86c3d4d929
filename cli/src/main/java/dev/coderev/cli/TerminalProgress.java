package dev.coderev.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on the terminal that says how far a scan is, at most ten times a second. */
final class TerminalProgress implements AutoCloseable {
  private static final long FIRST_AFTER_NANOS = 1_000_000_000L;
  private static final long EVERY_NANOS = 100_000_000L;

  private final PrintWriter terminal;
  private final LongSupplier nanoTime;
  private final long start;
  private long last;
  private boolean shown;

  TerminalProgress(PrintWriter terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.last = start + FIRST_AFTER_NANOS - EVERY_NANOS;
  }

  /** Called from any thread after each file. */
  synchronized void show(long files, long totalFiles, long bytes) {
    long now = nanoTime.getAsLong();
    if (now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    shown = true;
    double seconds = (now - start) / 1e9;
    terminal.print(
        String.format(
            Locale.ROOT,
            "\r\033[K%d of %d files, %.0f files/s, %.1f MB/s",
            files,
            totalFiles,
            files / seconds,
            bytes / 1e6 / seconds));
    terminal.flush();
  }

  @Override
  public synchronized void close() {
    if (shown) {
      terminal.print("\r\033[K");
      terminal.flush();
    }
  }
}

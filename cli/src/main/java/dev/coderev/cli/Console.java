package dev.coderev.cli;

import dev.coderev.analysis.engine.ProgressListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The surroundings of a run: where talk goes, where paths begin, whether somebody watches.
 *
 * @param out results
 * @param err talk
 * @param workingFolder absolute
 * @param terminalWidth columns of the terminal that {@code out} is, 0 if it is none
 * @param watched whether {@code err} is a terminal
 */
record Console(
    PrintWriter out, PrintWriter err, Path workingFolder, int terminalWidth, boolean watched) {

  /** The console of this process. */
  static Console ofProcess(PrintWriter out, PrintWriter err) {
    boolean terminal =
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    return new Console(out, err, Path.of("").toAbsolutePath(), terminal ? width() : 0, terminal);
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    try {
      return columns == null ? 80 : Math.clamp(Integer.parseInt(columns.strip()), 40, 240);
    } catch (NumberFormatException _) {
      return 80;
    }
  }

  /** The same, as if started in this folder. */
  Console in(Path folder) {
    return new Console(out, err, folder, terminalWidth, watched);
  }

  /** Progress on the terminal, if somebody watches and wants it. */
  ShownProgress progress(boolean quiet) {
    return new ShownProgress(
        watched && !quiet ? new TerminalProgress(err, System::nanoTime) : null);
  }

  /** Progress that may or may not be shown. */
  static final class ShownProgress implements ProgressListener, AutoCloseable {
    private final @org.jspecify.annotations.Nullable TerminalProgress terminal;

    ShownProgress(@org.jspecify.annotations.Nullable TerminalProgress terminal) {
      this.terminal = terminal;
    }

    @Override
    public void advanced(int files, int totalFiles, long bytes) {
      if (terminal != null) {
        terminal.show(files, totalFiles, bytes);
      }
    }

    @Override
    public void close() {
      if (terminal != null) {
        terminal.close();
      }
    }
  }
}

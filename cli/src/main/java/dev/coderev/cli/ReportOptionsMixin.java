package dev.coderev.cli;

import dev.coderev.review.ReviewException;
import dev.coderev.review.report.ReportFormat;
import dev.coderev.review.report.ReportOptions;
import dev.coderev.review.report.Reports;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.result.ReviewResult;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a result is shown, and where. */
final class ReportOptionsMixin {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, sarif, gitlab, markdown or html (default: ${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report to this file instead of standard output.")
  private @Nullable Path output;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no other talk.")
  private boolean quiet;

  @Option(names = "--no-color", description = "No colours (also: NO_COLOR in the environment).")
  private boolean noColor;

  @Option(
      names = "--show-suppressed",
      description =
          "List suppressed findings in text, Markdown and HTML too (JSON and SARIF always do,"
              + " GitLab never).")
  private boolean showSuppressed;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean quiet() {
    return quiet;
  }

  /**
   * Makes sure that the report can be written, before any work is done.
   *
   * @throws ReviewException if it cannot
   */
  void checkOutput(Console console) {
    if (output == null) {
      return;
    }
    Path file = console.workingFolder().resolve(output);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new ReviewException(output + " is a folder; name a file for the report");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ReviewException(output + ": the folder for the report does not exist");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new ReviewException(output + ": no permission to write the report there");
    }
  }

  /** Writes a report on files as they lie on disk. */
  void write(ReviewResult result, Console console) {
    write(result, SourceTexts.below(result.root()), console);
  }

  void write(ReviewResult result, SourceTexts sources, Console console) {
    ReportOptions options =
        ReportOptions.DEFAULT
            .withColor(
                output == null && console.terminalWidth() > 0 && !noColor && !isColorBanned())
            .withWidth(output == null && console.terminalWidth() > 0 ? console.terminalWidth() : 80)
            .withSuppressed(showSuppressed)
            .withVerbose(CodeRev.isVerbose(spec));
    if (output == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        Reports.write(format, result, sources, options, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      console.out().print(bytes.toString(StandardCharsets.UTF_8));
      console.out().flush();
    } else {
      writeFile(
          console.workingFolder().resolve(output),
          out -> Reports.write(format, result, sources, options, out));
    }
  }

  boolean isText() {
    return format == ReportFormat.TEXT;
  }

  /** Text that is a result in itself, to where the report would go. */
  void writeText(String text, Console console) {
    if (output == null) {
      console.out().print(text);
      console.out().flush();
    } else {
      writeFile(
          console.workingFolder().resolve(output),
          out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static boolean isColorBanned() {
    String banned = System.getenv("NO_COLOR");
    return banned != null && !banned.isEmpty();
  }

  /** What a file is to hold. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Whole or not at all: written beside the target and moved over it. */
  private void writeFile(Path file, Content content) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      move(temporary, file);
    } catch (IOException e) {
      discard(temporary);
      throw new ReviewException(output + ": the report cannot be written: " + e.getMessage(), e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // the message about the report itself says what matters
    }
  }
}

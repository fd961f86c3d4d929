package dev.coderev.server.integration.host;

import java.util.List;
import java.util.Optional;

/**
 * One finding as its author sees it beside the code.
 *
 * @param oldPath of the file before the change
 * @param text in Markdown
 * @param beside where a host can show it; empty where its lines are not among the changed ones
 * @param repair what would repair it, instead of the lines that it stands beside
 */
public record ReviewNote(
    String fingerprint,
    String path,
    String oldPath,
    int line,
    int endLine,
    String severity,
    String title,
    String text,
    Optional<Lines> beside,
    Optional<List<String>> repair) {
  /** Lines of a file, 1-based and inclusive. */
  public record Lines(int first, int last) {}

  public ReviewNote {
    repair = repair.map(List::copyOf);
  }

  /** By what the note is known again among the comments of a host. */
  public String mark() {
    return "<!-- coderev:" + fingerprint + " -->";
  }
}

package dev.coderev.server.integration.host;

import dev.coderev.review.report.markdown.MarkdownText;
import java.util.List;

/** What a host is told beside the code: notes that are not there yet, as Markdown. */
final class Comments {
  private static final int MOST = 50;

  private Comments() {}

  /** The notes that no comment holds yet and that have a line to stand beside. */
  static List<ReviewNote> missing(ReviewReport report, List<String> bodies) {
    return report.notes().stream()
        .filter(note -> note.beside().isPresent())
        .filter(note -> bodies.stream().noneMatch(body -> body.contains(note.mark())))
        .limit(MOST)
        .toList();
  }

  /**
   * A note, with its repair as a block that can be taken over.
   *
   * @param language of the block, which is what makes it a suggestion to the host
   */
  static String body(ReviewNote note, String language) {
    String text = note.mark() + "\n" + note.text();
    return note.repair()
        .map(lines -> text + "\n\n" + MarkdownText.block(language, String.join("\n", lines)))
        .orElse(text);
  }
}

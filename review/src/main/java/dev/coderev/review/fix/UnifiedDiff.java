package dev.coderev.review.fix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;

/** What changes in one file, as {@code git apply} and {@code patch -p1} read it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The diff; empty text where nothing changes. */
  public static String of(String path, String before, String after) {
    RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
    RawText edited = new RawText(after.getBytes(StandardCharsets.UTF_8));
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, edited);
    if (edits.isEmpty()) {
      return "";
    }
    ByteArrayOutputStream hunks = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(hunks)) {
      formatter.setContext(CONTEXT);
      formatter.format(edits, old, edited);
      formatter.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "--- "
        + named("a/", path)
        + "\n+++ "
        + named("b/", path)
        + "\n"
        + hunks.toString(StandardCharsets.UTF_8);
  }

  /** Git's own quoting: a name with unusual characters stands in quotes. */
  private static String named(String side, String path) {
    return QuotedString.GIT_PATH.quote(side + path);
  }
}

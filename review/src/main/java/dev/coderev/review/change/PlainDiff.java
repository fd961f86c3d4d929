package dev.coderev.review.change;

import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ChangeSummary.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.HunkHeader;
import org.eclipse.jgit.patch.Patch;

/**
 * A change given as a unified diff, git's or plain, over the files of a folder.
 *
 * <p>The folder may be as it was before the change or after it: where a file has the new lines of
 * the diff, the old text is worked out backwards, otherwise the new text is worked out forwards.
 */
public final class PlainDiff {
  private PlainDiff() {}

  /**
   * The change that {@code diff} makes to the files below {@code root}.
   *
   * @param name how messages call the diff, for example its file name
   * @throws ReviewException if it is no diff, or does not fit the files
   */
  public static Change read(String name, byte[] diff, Path root) {
    Patch patch = new Patch();
    patch.parse(diff, 0, diff.length);
    for (FormatError error : patch.getErrors()) {
      if (error.getSeverity() == FormatError.Severity.ERROR) {
        throw new ReviewException(
            name
                + " is not a sound unified diff: "
                + error.getMessage()
                + " at '"
                + error.getLineText().strip()
                + "'");
      }
    }
    if (patch.getFiles().isEmpty() && !new String(diff, StandardCharsets.UTF_8).isBlank()) {
      throw new ReviewException(name + " is not a unified diff: it names no files");
    }
    List<ChangedFile> files = new ArrayList<>();
    for (FileHeader header : patch.getFiles()) {
      if (header.getPatchType() == FileHeader.PatchType.UNIFIED) {
        files.add(changedFile(name, header, root));
      }
    }
    files.sort(Comparator.comparing(ChangedFile::path));
    return new Change(name, files);
  }

  private static ChangedFile changedFile(String name, FileHeader header, Path root) {
    Kind kind =
        switch (header.getChangeType()) {
          case ADD, COPY -> Kind.ADDED;
          case DELETE -> Kind.DELETED;
          case RENAME -> Kind.RENAMED;
          case MODIFY -> Kind.MODIFIED;
        };
    if (DiffEntry.DEV_NULL.equals(header.getOldPath())) {
      kind = Kind.ADDED;
    } else if (DiffEntry.DEV_NULL.equals(header.getNewPath())) {
      kind = Kind.DELETED;
    }
    String path = kind == Kind.DELETED ? header.getOldPath() : header.getNewPath();
    String oldPath = kind == Kind.RENAMED ? header.getOldPath() : path;
    List<Hunk> hunks = header.getHunks().stream().map(PlainDiff::hunk).toList();
    Optional<List<String>> now = lines(root, path).or(() -> lines(root, oldPath));
    List<String> present = now.orElse(List.of());
    Optional<List<String>> backwards = Hunk.replace(present, hunks, false);
    List<String> before;
    List<String> after;
    if (now.isPresent() && backwards.isPresent()) {
      before = backwards.get();
      after = present;
    } else {
      before = present;
      after =
          Hunk.replace(present, hunks, true)
              .orElseThrow(() ->
                  new ReviewException(
                      name
                          + " does not apply to "
                          + path
                          + ": its lines are neither those before the change nor those after"));
    }
    return new ChangedFile(path, oldPath, kind, bytes(before), bytes(after));
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<List<String>> lines(Path root, String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new ReviewException("the diff names a file outside of the project: " + path);
    }
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(split(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new ReviewException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Lines with their line breaks. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private static Hunk hunk(HunkHeader header) {
    String body =
        new String(
            header.getBuffer(),
            header.getStartOffset(),
            header.getEndOffset() - header.getStartOffset(),
            StandardCharsets.UTF_8);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> last = List.of();
    List<String> lines = split(body);
    int beforeLeft = header.getOldImage().getLineCount();
    int afterLeft = header.getNewLineCount();
    for (String line : lines.subList(1, lines.size())) {
      char mark = line.charAt(0);
      if (mark == '\\') {
        dropFinalBreak(last, before, after);
        continue;
      }
      if (beforeLeft <= 0 && afterLeft <= 0) {
        break;
      }
      String content = mark == '\n' || mark == '\r' ? line : line.substring(1);
      switch (mark) {
        case '-' -> {
          before.add(content);
          beforeLeft--;
          last = before;
        }
        case '+' -> {
          after.add(content);
          afterLeft--;
          last = after;
        }
        default -> {
          before.add(content);
          after.add(content);
          beforeLeft--;
          afterLeft--;
          last = List.of();
        }
      }
    }
    return new Hunk(header.getOldImage().getStartLine(), header.getNewStartLine(), before, after);
  }

  /** {@code \ No newline at end of file} concerns the line above it: one side, or both. */
  private static void dropFinalBreak(List<String> last, List<String> before, List<String> after) {
    List<List<String>> sides = last.isEmpty() ? List.of(before, after) : List.of(last);
    for (List<String> side : sides) {
      if (!side.isEmpty()) {
        side.addLast(side.removeLast().replaceFirst("\\r?\\n$", ""));
      }
    }
  }
}

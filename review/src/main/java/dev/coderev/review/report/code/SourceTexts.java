package dev.coderev.review.report.code;

import dev.coderev.analysis.engine.SourceUnit.Reading;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.review.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of reviewed files, for what a report shows beyond the lines of a finding. */
public interface SourceTexts {

  /** The text of the file that reports name {@code path}, if it can still be read. */
  Optional<SourceFile> find(String path);

  /** The file of {@code place}, unless it no longer holds there what was found. */
  default Optional<SourceFile> holding(Place place) {
    return find(place.path()).filter(file -> holds(file, place));
  }

  /** No texts at all: reports show the lines that findings carry. */
  static SourceTexts none() {
    return _ -> Optional.empty();
  }

  /** Files on disk, read on demand; the last few are kept. */
  static SourceTexts below(Path root) {
    return new OnDisk(root);
  }

  /**
   * Texts that stand before those on disk, such as the files of a change that lies elsewhere.
   *
   * @param contents by path
   */
  default SourceTexts under(Map<String, byte[]> contents) {
    return path -> {
      byte[] content = contents.get(path);
      return content == null ? find(path) : read(path, content);
    };
  }

  private static Optional<SourceFile> read(String path, byte[] content) {
    return WorkspaceFile.reading(path, content) instanceof Reading.Read(SourceFile text, _)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean holds(SourceFile file, Place place) {
    TextRange range = place.range();
    String text = file.text();
    return range.end() <= text.length()
        && range.length() >= place.snippet().length()
        && text.startsWith(place.snippet(), range.start())
        && file.positionAt(range.start()).equals(place.start())
        && (place.lines().isEmpty()
            || file.line(place.start().line()).startsWith(place.lines().getFirst()));
  }

  /** Reads below a folder. */
  final class OnDisk implements SourceTexts {
    private static final int KEPT = 16;

    private final Path root;
    private final Map<String, Optional<SourceFile>> recent =
        new LinkedHashMap<>(KEPT, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceFile>> eldest) {
            return size() > KEPT;
          }
        };

    private OnDisk(Path root) {
      this.root = root;
    }

    @Override
    public Optional<SourceFile> find(String path) {
      return recent.computeIfAbsent(path, this::read);
    }

    private Optional<SourceFile> read(String path) {
      WorkspaceFile file = new WorkspaceFile(path, root.resolve(path), 0, Integer.MAX_VALUE);
      return file.read() instanceof Reading.Read(SourceFile text, _)
          ? Optional.of(text)
          : Optional.empty();
    }
  }
}

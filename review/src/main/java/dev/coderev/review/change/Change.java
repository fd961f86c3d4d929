package dev.coderev.review.change;

import dev.coderev.review.result.ChangeSummary;
import java.nio.file.Path;
import java.util.List;

/**
 * A change to a project.
 *
 * @param description what it is, for example {@code "main...HEAD"}
 * @param files by path
 */
public record Change(String description, List<ChangedFile> files) {
  public Change {
    files = List.copyOf(files);
  }

  /** The part of the change that lies at or below {@code place}. */
  public Change below(Path root, Path place) {
    return new Change(
        description,
        files.stream().filter(file -> root.resolve(file.path()).startsWith(place)).toList());
  }

  public ChangeSummary summary() {
    return new ChangeSummary(
        description,
        files.stream()
            .map(file -> {
              ChangedFile.LineChanges lines = file.lineChanges();
              return new ChangeSummary.ChangedFile(
                  file.path(), file.kind(), lines.added(), lines.removed());
            })
            .toList());
  }
}

package dev.coderev.review.result;

import java.util.List;

/**
 * The change that a review looked at.
 *
 * @param description what it is, for example {@code "main...HEAD"} or {@code "staged changes"}
 * @param files in the order of the change
 */
public record ChangeSummary(String description, List<ChangedFile> files) {

  /** What happened to a file. */
  public enum Kind {
    ADDED,
    MODIFIED,
    RENAMED,
    DELETED
  }

  /**
   * One file of the change.
   *
   * @param path the new path, the old one for a deleted file
   * @param added lines that are new or touched
   * @param removed lines that are gone
   */
  public record ChangedFile(String path, Kind kind, int added, int removed) {}

  public ChangeSummary {
    files = List.copyOf(files);
  }

  public int added() {
    return files.stream().mapToInt(ChangedFile::added).sum();
  }

  public int removed() {
    return files.stream().mapToInt(ChangedFile::removed).sum();
  }
}

package dev.coderev.review.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the folder that a project calls its own. */
public final class ProjectRoot {
  private static final List<String> MARKERS = List.of(".git", "coderev.yaml");

  private ProjectRoot() {}

  /**
   * The nearest folder at or above {@code path} with a {@code .git} or a {@code coderev.yaml}; else
   * the working folder if the path lies in it; else the path itself, or its folder if it is a file.
   *
   * @param path absolute and normalized
   * @param workingFolder absolute and normalized
   */
  public static Path of(Path path, Path workingFolder) {
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    if (folder == null) {
      return path;
    }
    for (Path at = folder; at != null; at = at.getParent()) {
      Path candidate = at;
      if (MARKERS.stream().anyMatch(marker -> Files.exists(candidate.resolve(marker)))) {
        return at;
      }
    }
    return path.startsWith(workingFolder) ? workingFolder : folder;
  }
}

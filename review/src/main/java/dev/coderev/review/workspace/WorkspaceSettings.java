package dev.coderev.review.workspace;

import java.util.List;

/**
 * What decides which files are examined.
 *
 * @param include patterns in {@code .gitignore} syntax, relative to the root; empty means all
 * @param exclude patterns in {@code .gitignore} syntax, relative to the root
 * @param maxFileBytes larger files are skipped
 */
public record WorkspaceSettings(List<String> include, List<String> exclude, long maxFileBytes) {
  public static final long DEFAULT_MAX_FILE_BYTES = 2L * 1024 * 1024;
  public static final WorkspaceSettings DEFAULT =
      new WorkspaceSettings(List.of(), List.of(), DEFAULT_MAX_FILE_BYTES);

  public WorkspaceSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}

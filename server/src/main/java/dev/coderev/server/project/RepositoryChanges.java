package dev.coderev.server.project;

import dev.coderev.review.change.Change;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.project.RepositoryLogins.Login;
import java.nio.file.Path;
import java.util.Optional;

/** Changes in repositories that lie elsewhere. */
public interface RepositoryChanges {
  /** The commits between which a change lies. */
  record Range(String base, String head) {}

  /**
   * Reads what lies between two commits, and lays out the files as the change leaves them.
   *
   * @param into a folder that is there and empty
   * @throws JobFailed if the repository cannot be read or is too large
   */
  Change fetch(String url, Optional<Login> login, Range range, Path into);
}

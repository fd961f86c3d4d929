package dev.coderev.server.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sources lie while they are worked on. */
public final class Workspace {
  private static final Logger LOG = LoggerFactory.getLogger("workspace");

  /** No work takes as long, so that such a folder was left by a server that was killed. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path root;

  private Workspace(Path root) {
    this.root = root;
  }

  /**
   * The workspace in a folder, which is made where it is missing; what killed servers left there is
   * removed.
   *
   * @throws DatabaseUnusable if the folder cannot be used
   */
  public static Workspace at(Path root, Instant now) {
    Workspace workspace = new Workspace(root);
    try {
      Files.createDirectories(root);
      workspace.removeOlderThan(now.minus(ABANDONED));
      TemporaryFolder.in(root).close();
    } catch (IOException | UncheckedIOException failure) {
      throw new DatabaseUnusable("the workspace " + root + " cannot be used", failure);
    }
    return workspace;
  }

  private void removeOlderThan(Instant limit) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(root)) {
      folders = all.filter(TemporaryFolder::isOne).toList();
    }
    for (Path folder : folders) {
      try {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
          TemporaryFolder.remove(folder);
        }
      } catch (IOException | UncheckedIOException failure) {
        LOG.atWarn().setCause(failure).log("leftover_not_removed");
      }
    }
  }

  /** A new folder that is gone when its scope ends. */
  public TemporaryFolder open() {
    return TemporaryFolder.in(root);
  }
}

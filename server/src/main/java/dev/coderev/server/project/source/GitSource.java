package dev.coderev.server.project.source;

import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.web.OutgoingAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.springframework.stereotype.Component;

/**
 * Source from a Git repository: one commit, read from its objects. Nothing is checked out, so no
 * hook, filter, link or submodule of the repository is ever followed.
 */
@Component
class GitSource {
  private static final int TIMEOUT_SECONDS = 60;

  private final OutgoingAddresses addresses;

  GitSource(OutgoingAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * Hands every file of the newest commit on.
   *
   * @return the commit
   * @throws JobFailed if the repository cannot be read or is too large
   */
  String read(String url, Optional<String> branch, Path folder, BiConsumer<String, byte[]> files) {
    String host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
    addresses
        .objection(host)
        .ifPresent(why -> {
          throw new JobFailed("the repository may not be read: " + why);
        });
    SizeGuard guard = new SizeGuard(folder);
    var clone =
        Git.cloneRepository()
            .setURI(url)
            .setBare(true)
            .setDepth(1)
            .setNoTags()
            .setCloneSubmodules(false)
            .setTimeout(TIMEOUT_SECONDS)
            .setProgressMonitor(guard)
            .setDirectory(folder.toFile());
    branch.ifPresent(name -> clone.setBranch("refs/heads/" + name));
    try (Git git = clone.call()) {
      return read(git.getRepository(), files);
    } catch (GitAPIException | IOException failure) {
      throw new JobFailed(
          guard.isCancelled()
              ? "the repository is larger than the limit"
              : "the repository cannot be read",
          failure);
    }
  }

  private static String read(Repository repository, BiConsumer<String, byte[]> files)
      throws IOException {
    ObjectId head = repository.resolve("HEAD");
    if (head == null) {
      throw new JobFailed("the repository has no commit");
    }
    SourceLimits limits = new SourceLimits(0);
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(commits.parseCommit(head).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        FileMode mode = tree.getFileMode(0);
        boolean regular =
            FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        Optional<String> path = SourcePath.plain(tree.getPathString());
        if (!regular || path.isEmpty()) {
          continue;
        }
        limits.file();
        ObjectLoader blob = repository.open(tree.getObjectId(0));
        limits.bytes(blob.getSize());
        if (blob.getSize() <= SourceLimits.MOST_FILE_BYTES) {
          files.accept(path.get(), blob.getBytes());
        }
      }
    }
    return head.name();
  }

  /** Ends a transfer whose folder grows over the limit. */
  private static final class SizeGuard implements ProgressMonitor {
    private final Path folder;
    private int updates;
    private boolean cancelled;

    SizeGuard(Path folder) {
      this.folder = folder;
    }

    @Override
    public void start(int totalTasks) {}

    @Override
    public void beginTask(String title, int totalWork) {}

    @Override
    public void update(int completed) {
      updates++;
      if (updates % 256 == 0 && size() > SourceLimits.MOST_BYTES) {
        cancelled = true;
      }
    }

    private long size() {
      try (var all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      } catch (IOException _) {
        return 0;
      }
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
      return cancelled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void showDuration(boolean enabled) {}
  }
}

package dev.coderev.server.project.source;

import dev.coderev.review.ReviewException;
import dev.coderev.review.change.Change;
import dev.coderev.review.change.GitChanges;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.project.RepositoryChanges;
import dev.coderev.server.project.RepositoryLogins.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.springframework.stereotype.Component;

/** Source from Git repositories: the files of one commit, or what lies between two. */
@Component
class GitSource implements RepositoryChanges {
  private static final String HEAD = "refs/coderev/head";

  private final GitTransfer transfer;
  private final Workspace workspace;

  GitSource(GitTransfer transfer, Workspace workspace) {
    this.workspace = workspace;
    this.transfer = transfer;
  }

  /**
   * Hands every file of the newest commit on.
   *
   * @return the commit
   * @throws JobFailed if the repository cannot be read or is too large
   */
  String read(
      String url,
      Optional<Login> login,
      Optional<String> branch,
      Path folder,
      BiConsumer<String, byte[]> files) {
    String wanted = branch.map(name -> "refs/heads/" + name).orElse("HEAD");
    RefSpec head = new RefSpec(wanted + ":" + HEAD);
    try (Git git = transfer.fetch(url, login, folder, List.of(head))) {
      return read(git.getRepository(), HEAD, files);
    }
  }

  @Override
  public Change fetch(String url, Optional<Login> login, Range range, Path into) {
    try (TemporaryFolder folder = workspace.open();
        Git git =
            transfer.fetch(
                url,
                login,
                folder.path(),
                List.of(new RefSpec(range.head()), new RefSpec(range.base())));
        GitChanges changes = GitChanges.open(folder.path())) {
      read(
          git.getRepository(), range.head(), (path, content) -> write(into.resolve(path), content));
      return changes.since(range.base() + ".." + range.head());
    } catch (ReviewException failure) {
      throw new JobFailed("the change cannot be read", failure);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(
      Repository repository, String commit, BiConsumer<String, byte[]> files) {
    SourceLimits limits = new SourceLimits(0);
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      ObjectId head = repository.resolve(commit);
      if (head == null) {
        throw new JobFailed("the repository has no commit");
      }
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
      return head.name();
    } catch (Problem tooMuch) {
      throw new JobFailed("the repository is refused: " + tooMuch.detail(), tooMuch);
    } catch (IOException failure) {
      throw new JobFailed("the repository cannot be read", failure);
    }
  }
}

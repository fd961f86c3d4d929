package dev.coderev.server.project.source;

import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.RepositoryLogins;
import dev.coderev.server.project.RepositoryLogins.Login;
import dev.coderev.server.project.SourceSnapshots;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in the source of projects, from wherever it comes, and gives it out again. */
@Service
class Sources implements SourceSnapshots {
  /** Something that hands on files. */
  private interface Intake {
    Optional<String> read(BiConsumer<String, byte[]> files) throws IOException;
  }

  private final Snapshots snapshots;
  private final GitSource git;
  private final List<Path> localFolders;
  private final TransactionOperations transaction;
  private final ObjectProvider<RepositoryLogins> logins;
  private final Workspace workspace;

  Sources(
      Snapshots snapshots,
      GitSource git,
      ServerSettings settings,
      TransactionOperations transaction,
      ObjectProvider<RepositoryLogins> logins,
      Workspace workspace) {
    this.workspace = workspace;
    this.logins = logins;
    this.snapshots = snapshots;
    this.git = git;
    this.localFolders = settings.analysis().localFolders();
    this.transaction = transaction;
  }

  Snapshot takeZip(String projectId, Path archive) {
    return take(
        projectId,
        MAIN,
        "archive",
        files -> {
          new SourceArchive(archive).readZip(files);
          return Optional.empty();
        });
  }

  Snapshot takeTar(String projectId, Path archive) {
    return take(
        projectId,
        MAIN,
        "archive",
        files -> {
          new SourceArchive(archive).readTar(files);
          return Optional.empty();
        });
  }

  Snapshot takeFiles(String projectId, Map<String, byte[]> contents) {
    return take(
        projectId,
        MAIN,
        "files",
        files -> {
          SourceLimits limits = new SourceLimits(0);
          contents.forEach((path, content) -> {
            limits.file();
            limits.bytes(content.length);
            files.accept(path, content);
          });
          return Optional.empty();
        });
  }

  /** Reads a folder of this machine that an operator allowed. */
  Snapshot takeFolder(String projectId, String written) {
    Path folder = allowed(written);
    return take(
        projectId,
        MAIN,
        "folder",
        files -> {
          SourceLimits limits = new SourceLimits(0);
          Files.walkFileTree(folder, new FolderWalk(folder, limits, files));
          return Optional.empty();
        });
  }

  private Path allowed(String written) {
    try {
      Path folder = Path.of(written).toRealPath();
      for (Path root : localFolders) {
        if (Files.isDirectory(root) && folder.startsWith(root.toRealPath())) {
          return folder;
        }
      }
    } catch (IOException | java.nio.file.InvalidPathException _) {
      // the same answer as for a folder that is there but not allowed
    }
    throw Problem.invalid(
        Fault.body("local_folder", "is not a folder that an operator allowed", "invalid_choice"));
  }

  private Snapshot take(String projectId, String ref, String origin, Intake intake) {
    return transaction.execute(_ -> {
      String id = snapshots.add(projectId, ref, origin, Optional.empty());
      try {
        intake.read((path, content) -> snapshots.addFile(id, path, content));
      } catch (IOException _) {
        throw SourceLimits.refused("cannot be read");
      }
      return snapshots.find(id).orElseThrow();
    });
  }

  @Override
  public Optional<Snapshot> fetch(String projectId, Optional<String> repositoryUrl, String ref) {
    if (repositoryUrl.isEmpty()
        || snapshots.latest(projectId, ref).filter(s -> !s.origin().equals("git")).isPresent()) {
      return latest(projectId, ref);
    }
    String url = repositoryUrl.get();
    Optional<Login> login =
        logins.stream().flatMap(known -> known.of(projectId, url).stream()).findFirst();
    try (TemporaryFolder folder = workspace.open()) {
      return Optional.ofNullable(
          transaction.execute(_ -> {
            String id = snapshots.add(projectId, ref, "git", Optional.empty());
            String commit =
                git.read(
                    url,
                    login,
                    ref.equals(MAIN) ? Optional.empty() : Optional.of(ref),
                    folder.path().resolve("clone"),
                    (path, content) -> snapshots.addFile(id, path, content));
            snapshots.setCommit(id, commit);
            return snapshots.find(id).orElseThrow();
          }));
    }
  }

  @Override
  public Optional<Snapshot> latest(String projectId, String ref) {
    return snapshots.latest(projectId, ref);
  }

  @Override
  public Optional<Snapshot> find(String snapshotId) {
    return snapshots.find(snapshotId);
  }

  @Override
  public Map<String, String> digests(String snapshotId) {
    return snapshots.digests(snapshotId);
  }

  @Override
  public void checkOut(String snapshotId, Path folder) {
    snapshots.checkOut(snapshotId, folder);
  }

  @Override
  public Optional<byte[]> content(String snapshotId, String path) {
    return snapshots.content(snapshotId, path);
  }

  @Override
  public Snapshot branch(Snapshot from, String ref, String path, byte[] content) {
    return transaction.execute(_ -> {
      String id = snapshots.add(from.projectId(), ref, from.origin(), from.commit());
      snapshots.copyFiles(from.id(), id);
      snapshots.addFile(id, path, content);
      return snapshots.find(id).orElseThrow();
    });
  }

  @Override
  public void dropBranch(String projectId, String ref) {
    snapshots.drop(projectId, ref);
  }

  /** Reads the ordinary files of a folder; links are never followed. */
  private static final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final SourceLimits limits;
    private final BiConsumer<String, byte[]> files;

    FolderWalk(Path folder, SourceLimits limits, BiConsumer<String, byte[]> files) {
      this.folder = folder;
      this.limits = limits;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return path.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
      String relative = folder.relativize(path).toString().replace('\\', '/');
      if (attributes.isRegularFile()
          && attributes.size() <= SourceLimits.MOST_FILE_BYTES
          && SourcePath.plain(relative).isPresent()) {
        limits.file();
        limits.bytes(attributes.size());
        files.accept(relative, Files.readAllBytes(path));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}

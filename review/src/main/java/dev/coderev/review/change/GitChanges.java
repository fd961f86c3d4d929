package dev.coderev.review.change;

import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ChangeSummary.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/**
 * The changes of a git repository. Only reads: no hook runs, no filter, no submodule, no network.
 */
public final class GitChanges implements AutoCloseable {
  private static final int MAX_BLOB = 64 * 1024 * 1024;

  private final Repository repository;

  private GitChanges(Repository repository) {
    this.repository = repository;
  }

  /**
   * Opens the repository that {@code folder} belongs to.
   *
   * @throws ReviewException if there is none or it cannot be read
   */
  public static GitChanges open(Path folder) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setMustExist(true).findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      throw new ReviewException(
          folder + " is not in a git repository; give the change with --diff FILE");
    }
    try {
      Repository repository = builder.build();
      if (repository.isBare()) {
        repository.close();
        throw new ReviewException(folder + " is a bare git repository without files to review");
      }
      return new GitChanges(repository);
    } catch (RepositoryNotFoundException e) {
      throw new ReviewException(builder.getGitDir() + " is not a sound git repository", e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(builder.getGitDir(), e);
    }
  }

  /** The top folder of the files. */
  public Path root() {
    return repository.getWorkTree().toPath();
  }

  /** What differs from {@code HEAD} in the working folder, files unknown to git included. */
  public Change uncommitted() {
    return read(
        "uncommitted changes", reader -> headTree(reader), _ -> new FileTreeIterator(repository));
  }

  /** What the next commit would contain. */
  public Change staged() {
    return read(
        "staged changes",
        reader -> headTree(reader),
        _ -> new DirCacheIterator(repository.readDirCache()));
  }

  /**
   * What came since {@code base}: a revision (the merge base with {@code HEAD} against the working
   * folder), {@code A..B} (two revisions) or {@code A...B} (their merge base against {@code B}).
   *
   * @throws ReviewException if a revision is not known
   */
  public Change since(String base) {
    int three = base.indexOf("...");
    int two = base.indexOf("..");
    if (three >= 0) {
      String from = orHead(base.substring(0, three));
      String to = orHead(base.substring(three + 3));
      return read(
          base, reader -> tree(reader, mergeBase(from, to)), reader -> tree(reader, commit(to)));
    }
    if (two >= 0) {
      String from = orHead(base.substring(0, two));
      String to = orHead(base.substring(two + 2));
      return read(base, reader -> tree(reader, commit(from)), reader -> tree(reader, commit(to)));
    }
    return read(
        base + "...working folder",
        reader -> tree(reader, mergeBase(base, Constants.HEAD)),
        _ -> new FileTreeIterator(repository));
  }

  @Override
  public void close() {
    repository.close();
  }

  private static String orHead(String revision) {
    return revision.isEmpty() ? Constants.HEAD : revision;
  }

  /** Something that reads a repository. */
  private interface Side {
    AbstractTreeIterator of(ObjectReader reader) throws IOException;
  }

  private Change read(String description, Side before, Side after) {
    try (ObjectReader reader = repository.newObjectReader();
        DiffFormatter formatter = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
      formatter.setRepository(repository);
      formatter.setDetectRenames(true);
      List<ChangedFile> files = new ArrayList<>();
      for (DiffEntry entry : formatter.scan(before.of(reader), after.of(reader))) {
        if (isRegular(entry.getOldMode()) || isRegular(entry.getNewMode())) {
          files.add(changedFile(entry, reader));
        }
      }
      files.sort(Comparator.comparing(ChangedFile::path));
      return new Change(description, files);
    } catch (IOException | RuntimeException e) {
      throw e instanceof ReviewException known ? known : unreadable(repository.getDirectory(), e);
    }
  }

  private static boolean isRegular(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  private ChangedFile changedFile(DiffEntry entry, ObjectReader reader) throws IOException {
    byte[] none = {};
    boolean hadContent = isRegular(entry.getOldMode());
    boolean hasContent = isRegular(entry.getNewMode());
    byte[] before = hadContent ? blob(entry.getOldId(), reader) : none;
    byte[] after = hasContent ? after(entry, reader) : none;
    Kind kind =
        switch (entry.getChangeType()) {
          case ADD, COPY -> Kind.ADDED;
          case DELETE -> Kind.DELETED;
          case RENAME -> Kind.RENAMED;
          case MODIFY -> hadContent ? (hasContent ? Kind.MODIFIED : Kind.DELETED) : Kind.ADDED;
        };
    String path = kind == Kind.DELETED ? entry.getOldPath() : entry.getNewPath();
    String oldPath = kind == Kind.RENAMED ? entry.getOldPath() : path;
    return new ChangedFile(path, oldPath, kind, kind == Kind.ADDED ? none : before, after);
  }

  /** Working files have no object yet and are read from disk. */
  private byte[] after(DiffEntry entry, ObjectReader reader) throws IOException {
    if (entry.getNewId() != null
        && entry.getNewId().isComplete()
        && reader.has(entry.getNewId().toObjectId())) {
      return blob(entry.getNewId(), reader);
    }
    Path file = root().resolve(entry.getNewPath());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Files.readAllBytes(file)
        : new byte[0];
  }

  private static byte[] blob(AbbreviatedObjectId id, ObjectReader reader) throws IOException {
    return reader.open(id.toObjectId(), Constants.OBJ_BLOB).getCachedBytes(MAX_BLOB);
  }

  private AbstractTreeIterator headTree(ObjectReader reader) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return new EmptyTreeIterator();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return tree(reader, walk.parseCommit(head));
    }
  }

  private static AbstractTreeIterator tree(ObjectReader reader, RevCommit commit)
      throws IOException {
    return new CanonicalTreeParser(null, reader, commit.getTree());
  }

  private RevCommit commit(String revision) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(idOf(revision));
    }
  }

  private RevCommit mergeBase(String one, String other) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(idOf(one)));
      walk.markStart(walk.parseCommit(idOf(other)));
      RevCommit base = walk.next();
      if (base == null) {
        throw new ReviewException(one + " and " + other + " have no common ancestor");
      }
      return walk.parseCommit(base);
    }
  }

  private ObjectId idOf(String revision) throws IOException {
    ObjectId id;
    try {
      id = repository.resolve(revision + "^{commit}");
    } catch (IllegalArgumentException e) {
      throw new ReviewException("'" + revision + "' is not a git revision", e);
    }
    if (id == null) {
      throw new ReviewException("git knows no revision '" + revision + "' in " + root());
    }
    return id;
  }

  private static ReviewException unreadable(File gitFolder, Exception e) {
    return new ReviewException(
        "the git repository " + gitFolder + " cannot be read: " + e.getMessage(), e);
  }
}

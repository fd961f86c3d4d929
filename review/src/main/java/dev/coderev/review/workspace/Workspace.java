package dev.coderev.review.workspace;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.ReviewException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * The files under review below one root, and what was left out while choosing them.
 *
 * @param root absolute; all paths are relative to it
 * @param files by path
 * @param skipped files and whole folders that were not chosen, by path
 * @param data properties files that ignore files leave out of the review, but in which the code
 *     under review looks things up all the same
 */
public record Workspace(
    Path root,
    List<WorkspaceFile> files,
    List<FileOutcome.Skipped> skipped,
    List<WorkspaceFile> data) {
  public Workspace {
    data = List.copyOf(data);
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /**
   * Chooses files: a named file is always chosen, a named folder is walked and ignore files and
   * settings are honoured. Symbolic links are not followed below a named folder.
   *
   * @param paths absolute, existing
   * @throws ReviewException if a path does not exist
   */
  public static Workspace choose(Path root, Collection<Path> paths, WorkspaceSettings settings) {
    Chooser chooser = new Chooser(root, settings);
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ReviewException(
            Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? path + ": the link leads to nothing"
                : path + ": no such file or folder");
      }
      chooser.add(path);
    }
    return chooser.workspace();
  }

  /**
   * What leaves out the file at {@code path}, if ignore files or settings do.
   *
   * @param path relative to the root; nothing needs to be there
   */
  public static Optional<String> leavesOut(Path root, String path, WorkspaceSettings settings) {
    Chooser chooser = new Chooser(root, settings);
    Path file = root.resolve(path);
    Path folder = root;
    for (Path part : root.relativize(file)) {
      folder = folder.resolve(part);
      Optional<String> why = chooser.leftOutBy(folder, !folder.equals(file));
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  /** The languages that a file may be in, as far as its name and the start of its content tell. */
  public static Set<Language> languages(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return LanguageDetector.candidates(name, () -> WorkspaceFile.firstLine(content));
  }

  /** Walks folders and keeps the account. */
  private static final class Chooser extends SimpleFileVisitor<Path> {
    private final Path root;
    private final WorkspaceSettings settings;
    private final IgnoreRules ignores;
    private final IgnoreNode included;
    private final IgnoreNode excluded;
    private final TreeMap<String, WorkspaceFile> files = new TreeMap<>();
    private final List<FileOutcome.Skipped> skipped = new ArrayList<>();
    private final List<WorkspaceFile> data = new ArrayList<>();
    private Path named;

    Chooser(Path root, WorkspaceSettings settings) {
      this.root = root;
      this.settings = settings;
      this.ignores = new IgnoreRules(root);
      this.included = IgnoreRules.parse(String.join("\n", settings.include()));
      this.excluded = IgnoreRules.parse(String.join("\n", settings.exclude()));
      this.named = root;
    }

    void add(Path path) {
      named = path;
      try {
        if (Files.isDirectory(path)) {
          Files.walkFileTree(path.toRealPath().equals(path) ? path : path.toRealPath(), this);
        } else {
          choose(path, Files.size(path));
        }
      } catch (IOException e) {
        skip(path, SkipReason.UNREADABLE, WorkspaceFile.reasonOf(e));
      }
    }

    Workspace workspace() {
      skipped.sort(Comparator.comparing(FileOutcome.Skipped::path));
      return new Workspace(root, List.copyOf(files.values()), skipped, data);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(named) || folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      Optional<String> why = leftOutBy(folder, true);
      if (why.isPresent()) {
        skip(folder, SkipReason.IGNORED, "by " + why.get());
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        skip(file, SkipReason.LINK, "symbolic links are not followed");
        return FileVisitResult.CONTINUE;
      }
      if (!attributes.isRegularFile()) {
        skip(file, SkipReason.BINARY, "not a regular file");
        return FileVisitResult.CONTINUE;
      }
      Optional<String> why = leftOutBy(file, false);
      if (why.isPresent()) {
        skip(file, SkipReason.IGNORED, "by " + why.get());
        if (file.toString().endsWith(PropertyFiles.ENDING)) {
          data.add(
              new WorkspaceFile(pathOf(file), file, attributes.size(), settings.maxFileBytes()));
        }
      } else {
        choose(file, attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      skip(file, SkipReason.UNREADABLE, WorkspaceFile.reasonOf(problem));
      return FileVisitResult.CONTINUE;
    }

    private Optional<String> leftOutBy(Path path, boolean isFolder) {
      String relative = pathOf(path);
      if (Boolean.TRUE.equals(excluded.checkIgnored(relative, isFolder))) {
        return Optional.of("paths.exclude");
      }
      if (!isFolder && !settings.include().isEmpty() && !isIncluded(path)) {
        return Optional.of("paths.include");
      }
      return ignores.ignoredBy(path, isFolder);
    }

    /** A pattern on a folder includes what lies below it. */
    private boolean isIncluded(Path file) {
      if (Boolean.TRUE.equals(included.checkIgnored(pathOf(file), false))) {
        return true;
      }
      for (Path folder = file.getParent();
          folder != null && !folder.equals(root) && folder.startsWith(root);
          folder = folder.getParent()) {
        if (Boolean.TRUE.equals(included.checkIgnored(pathOf(folder), true))) {
          return true;
        }
      }
      return false;
    }

    private void choose(Path file, long bytes) {
      String path = pathOf(file);
      files.putIfAbsent(path, new WorkspaceFile(path, file, bytes, settings.maxFileBytes()));
    }

    private void skip(Path path, SkipReason reason, String detail) {
      skipped.add(new FileOutcome.Skipped(pathOf(path), reason, detail));
    }

    private String pathOf(Path path) {
      return path.startsWith(root) && !path.equals(root)
          ? IgnoreRules.slashed(root.relativize(path))
          : IgnoreRules.slashed(path);
    }
  }
}

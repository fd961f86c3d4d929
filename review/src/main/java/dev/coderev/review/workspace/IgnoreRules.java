package dev.coderev.review.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What {@code .gitignore} and {@code .coderevignore} files say, folder by folder: the deepest file
 * that has an opinion wins, and within one folder {@code .coderevignore} over {@code .gitignore}.
 */
final class IgnoreRules {
  private static final String OWN_FILE = ".coderevignore";

  /**
   * Third-party code and build output; a {@code .coderevignore} can bring them back with {@code !}.
   */
  private static final String DEFAULTS =
      """
      .git
      .hg
      .svn
      node_modules/
      bower_components/
      .venv/
      venv/
      __pycache__/
      .tox/
      .mypy_cache/
      .gradle/
      .idea/
      vendor/
      third_party/
      Pods/
      """;

  /** One opinion and where it came from. */
  private record Source(String name, IgnoreNode node) {}

  private final Path root;
  private final Source defaults = new Source("the built-in list", parse(DEFAULTS));
  private final Map<Path, List<Source>> byFolder = new HashMap<>();

  IgnoreRules(Path root) {
    this.root = root;
  }

  /**
   * The name of the file whose pattern leaves this path out, if one does.
   *
   * @param path absolute, below the root
   */
  Optional<String> ignoredBy(Path path, boolean isFolder) {
    Deque<Path> folders = new ArrayDeque<>();
    for (Path folder = path.getParent();
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      folders.add(folder);
    }
    for (Path folder : folders) {
      String relative = slashed(folder.relativize(path));
      for (Source source : sourcesOf(folder)) {
        Boolean opinion = source.node().checkIgnored(relative, isFolder);
        if (opinion != null) {
          return opinion ? Optional.of(source.name()) : Optional.empty();
        }
      }
    }
    boolean byDefault =
        Boolean.TRUE.equals(defaults.node().checkIgnored(slashed(root.relativize(path)), isFolder));
    return byDefault ? Optional.of(defaults.name()) : Optional.empty();
  }

  private List<Source> sourcesOf(Path folder) {
    return byFolder.computeIfAbsent(folder, this::readSources);
  }

  private List<Source> readSources(Path folder) {
    java.util.ArrayList<Source> sources = new java.util.ArrayList<>();
    read(folder, OWN_FILE).ifPresent(sources::add);
    read(folder, ".gitignore").ifPresent(sources::add);
    if (folder.equals(root)) {
      read(folder, ".git/info/exclude").ifPresent(sources::add);
    }
    return sources;
  }

  private Optional<Source> read(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      IgnoreNode node = new IgnoreNode();
      node.parse(in);
      return Optional.of(new Source(slashed(root.relativize(file)), node));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** A node with these lines. */
  static IgnoreNode parse(String lines) {
    try {
      IgnoreNode node = new IgnoreNode();
      node.parse(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}

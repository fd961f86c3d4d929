package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules among the resources of the class path: a tree whose top folders are named for languages,
 * with a file {@code index.txt} that lists all files, one path to a line.
 *
 * <p>Only the folders of the wanted languages are read; a folder whose name is no language is for
 * all. TypeScript also takes the rules for JavaScript, and C++ those for C.
 */
public final class RuleResources implements RuleSource {
  private static final String MODELS = "models/";
  private static final Set<String> LANGUAGE_FOLDERS =
      Arrays.stream(Language.values()).map(Language::id).collect(Collectors.toUnmodifiableSet());

  private final ClassLoader loader;
  private final String root;
  private final List<String> paths;

  /**
   * @param root of the tree, for example {@code dev/coderev/rules}
   * @throws RulesUnreadable if there is no index
   */
  public RuleResources(ClassLoader loader, String root) {
    this.loader = loader;
    this.root = root;
    this.paths =
        text("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** All paths of the index, relative to the root: rules, models and fixtures. */
  public List<String> paths() {
    return paths;
  }

  @Override
  public List<RuleText> rules(Set<Language> languages) {
    return texts(
        paths.stream()
            .filter(path -> isRule(path) && !path.startsWith(MODELS) && isFor(path, languages))
            .toList());
  }

  @Override
  public List<RuleText> models(Set<Language> languages) {
    return texts(
        paths.stream()
            .filter(path ->
                isRule(path)
                    && path.startsWith(MODELS)
                    && isFor(path.substring(MODELS.length()), languages))
            .toList());
  }

  /** The text of the file at this path below the root. */
  public String text(String path) {
    String resource = root + "/" + path;
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new RulesUnreadable(resource + ": not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RulesUnreadable(resource + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private List<RuleText> texts(List<String> wanted) {
    return wanted.stream().map(path -> new RuleText(path, text(path))).toList();
  }

  private static boolean isRule(String path) {
    return RuleFolder.isRuleFile(Path.of(path));
  }

  private static boolean isFor(String path, Set<Language> languages) {
    return isIn(path, folders(languages));
  }

  /** Whether the file at this path below the root is for all, or in one of these folders. */
  public static boolean isIn(String path, Set<String> folders) {
    String folder = path.substring(0, Math.max(0, path.indexOf('/')));
    return !LANGUAGE_FOLDERS.contains(folder) || folders.contains(folder);
  }

  /** The folders that hold rules for these languages. */
  public static Set<String> folders(Set<Language> languages) {
    Set<String> folders = new HashSet<>();
    for (Language language : languages) {
      folders.add(language.id());
      switch (language) {
        case TYPESCRIPT -> folders.add(Language.JAVASCRIPT.id());
        case CPP -> folders.add(Language.C.id());
        default -> {}
      }
    }
    return folders;
  }
}

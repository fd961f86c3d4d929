package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules in a folder of YAML files, or in a single one.
 *
 * <p>Hidden files, fixtures ({@code x.test.yaml}, {@code x.fixed.yaml}) and links are left out.
 * Files below a folder {@code models} hold models.
 */
public final class RuleFolder implements RuleSource {
  private static final long MOST_BYTES = 8_000_000;

  private final Path root;
  private final List<Path> files;

  /**
   * @throws RulesUnreadable if there is nothing at {@code root} or it cannot be listed
   */
  public RuleFolder(Path root) {
    this.root = root;
    this.files = list(root);
  }

  private static List<Path> list(Path root) {
    if (Files.isRegularFile(root)) {
      return List.of(root);
    }
    if (!Files.isDirectory(root)) {
      throw new RulesUnreadable(root + ": no such file or folder of rules");
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> isRuleFile(root.relativize(path)) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RulesUnreadable(
          root + ": the folder of rules cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether a file of this name, relative to a folder of rules, holds rules or models. */
  public static boolean isRuleFile(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = relative.toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.matches(".*\\.(test|fixed)\\.ya?ml");
  }

  /** The rule files, in order. */
  public List<Path> ruleFiles() {
    return files.stream().filter(file -> !isModel(file)).toList();
  }

  private boolean isModel(Path file) {
    for (Path part : root.relativize(file)) {
      if (part.toString().equals("models")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<RuleText> rules(Set<Language> languages) {
    return ruleFiles().stream().map(RuleFolder::read).toList();
  }

  @Override
  public List<RuleText> models(Set<Language> languages) {
    return files.stream().filter(this::isModel).map(RuleFolder::read).toList();
  }

  /**
   * The text of one rule file.
   *
   * @throws RulesUnreadable if it cannot be read, is too large or no UTF-8
   */
  public static RuleText read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new RulesUnreadable(file + ": larger than " + MOST_BYTES + " bytes");
      }
      return new RuleText(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new RulesUnreadable(file + ": the rule file is not valid UTF-8", e);
    } catch (IOException e) {
      throw new RulesUnreadable(file + ": the rule file cannot be read: " + e.getMessage(), e);
    }
  }
}

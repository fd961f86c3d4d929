package dev.coderev.review.workspace;

import dev.coderev.analysis.source.Language;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Tells a file's language by its name and, where the name leaves it open, by its first lines. */
final class LanguageDetector {
  private static final Map<String, Language> BY_EXTENSION = byExtension();

  private static final Map<String, Language> BY_NAME =
      Map.ofEntries(
          Map.entry("rakefile", Language.RUBY),
          Map.entry("gemfile", Language.RUBY),
          Map.entry("vagrantfile", Language.RUBY),
          Map.entry("podfile", Language.RUBY),
          Map.entry("guardfile", Language.RUBY),
          Map.entry("capfile", Language.RUBY),
          Map.entry("brewfile", Language.RUBY),
          Map.entry("sconstruct", Language.PYTHON),
          Map.entry("sconscript", Language.PYTHON),
          Map.entry("wscript", Language.PYTHON),
          Map.entry("jakefile", Language.JAVASCRIPT),
          Map.entry("dockerfile", Language.DOCKERFILE),
          Map.entry("containerfile", Language.DOCKERFILE));

  private static final Pattern CPP_HEADER =
      Pattern.compile(
          "^\\s*(class\\s+\\w+|namespace\\b|template\\s*<|using\\s+\\w+|public:|private:|protected:)"
              + "|\\bstd::|#include\\s*<(?:string|vector|memory|map|iostream|cstd\\w+)>",
          Pattern.MULTILINE);

  private static final int HEAD = 16_384;

  private LanguageDetector() {}

  /** The language that the file's name promises, if it promises one. */
  static Optional<Language> byName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    Language named = BY_NAME.get(name);
    if (named != null) {
      return Optional.of(named);
    }
    if (name.startsWith("dockerfile.") || name.startsWith("containerfile.")) {
      return Optional.of(Language.DOCKERFILE);
    }
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1)));
  }

  /** The language of a file with this name and text. */
  static Language of(String fileName, String text) {
    Optional<Language> promised = byName(fileName);
    if (promised.isPresent()) {
      boolean sharedHeader = fileName.toLowerCase(Locale.ROOT).endsWith(".h");
      return sharedHeader && CPP_HEADER.matcher(head(text)).find() ? Language.CPP : promised.get();
    }
    boolean hasInterpreter = text.startsWith("#!") && fileName.indexOf('.') <= 0;
    return hasInterpreter ? byInterpreter(text) : Language.TEXT;
  }

  /**
   * The languages that a file may turn out to be in, as far as its name and first bytes tell.
   *
   * @param firstLine without reading more than that
   */
  static Set<Language> candidates(String fileName, Supplier<String> firstLine) {
    Optional<Language> promised = byName(fileName);
    if (promised.isPresent()) {
      return fileName.toLowerCase(Locale.ROOT).endsWith(".h")
          ? EnumSet.of(Language.C, Language.CPP)
          : EnumSet.of(promised.get());
    }
    if (fileName.indexOf('.') > 0) {
      return EnumSet.of(Language.TEXT);
    }
    String line = firstLine.get();
    return EnumSet.of(line.startsWith("#!") ? byInterpreter(line) : Language.TEXT);
  }

  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), HEAD));
  }

  private static Language byInterpreter(String text) {
    String line = text.lines().findFirst().orElse("");
    String[] words = line.substring(2).strip().split("\\s+", -1);
    String program = words[0].substring(words[0].lastIndexOf('/') + 1);
    if (program.equals("env")) {
      program = "";
      for (int i = 1; i < words.length && program.isEmpty(); i++) {
        program = words[i].startsWith("-") || words[i].contains("=") ? "" : words[i];
      }
    }
    return switch (program.replaceFirst("[0-9.]+$", "")) {
      case "python", "pypy" -> Language.PYTHON;
      case "node", "nodejs", "bun" -> Language.JAVASCRIPT;
      case "deno", "ts-node", "tsx" -> Language.TYPESCRIPT;
      case "ruby", "jruby" -> Language.RUBY;
      case "php" -> Language.PHP;
      case "kotlin", "kotlinc" -> Language.KOTLIN;
      case "swift" -> Language.SWIFT;
      case "java" -> Language.JAVA;
      case "scala" -> Language.SCALA;
      default -> Language.TEXT;
    };
  }

  private static Map<String, Language> byExtension() {
    Map<String, Language> all = new HashMap<>();
    for (Language language : Language.values()) {
      language.extensions().forEach(extension -> all.put(extension, language));
    }
    return Map.copyOf(all);
  }
}

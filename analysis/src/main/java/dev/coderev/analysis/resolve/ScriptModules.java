package dev.coderev.analysis.resolve;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules of JavaScript by the name that patterns know them by: the last part of the path, in camel
 * case ({@code cross-spawn} is {@code crossSpawn}), and where one package stands in for another,
 * the name of that other.
 */
final class ScriptModules {
  /** Packages with all that the named module has, and those whose parts are modules themselves. */
  private static final Map<String, String> STAND_FOR =
      Map.ofEntries(
          Map.entry("fs/promises", "fs.promises"),
          Map.entry("fs-extra", "fs"),
          Map.entry("graceful-fs", "fs"),
          Map.entry("original-fs", "fs"),
          Map.entry("fs-promise", "fs"),
          Map.entry("promise-fs", "fs"),
          Map.entry("child-process-promise", "child_process"),
          Map.entry("mysql2/promise", "mysql2"),
          Map.entry("crypto-js", "CryptoJS"),
          Map.entry("aws-sdk", "AWS"),
          Map.entry("lodash-es", "lodash"));

  /** Packages whose functions are also modules of their own: {@code lodash/merge}. */
  private static final Map<String, String> PARTS =
      Map.of(
          "lodash",
          "lodash",
          "lodash-es",
          "lodash",
          "lodash/fp",
          "lodash",
          "crypto-js",
          "CryptoJS");

  private static final Pattern FILE_ENDING =
      Pattern.compile("\\.(?:js|mjs|cjs|jsx|ts|tsx)$|\\.v\\d+$");
  private static final Pattern HYPHEN = Pattern.compile("-(\\w)");
  private static final Pattern VERSION = Pattern.compile("v\\d+");

  /** Ends of the names of functions that hand back what they are given, called another way. */
  private static final Set<String> WRAPPERS =
      Set.of("promisify", "promisifyall", "pify", "thenify", "thenifyall", "denodeify");

  private ScriptModules() {}

  /** The dotted name of the module with this path. */
  static String name(String path) {
    String module = path.startsWith("node:") ? path.substring("node:".length()) : path;
    String other = STAND_FOR.get(module);
    if (other != null) {
      return other;
    }
    int slash = module.lastIndexOf('/');
    String owner = slash < 0 ? null : PARTS.get(module.substring(0, slash));
    if (owner != null) {
      return owner + "." + module.substring(slash + 1);
    }
    String last = module.substring(slash + 1);
    if (slash > 0 && VERSION.matcher(last).matches()) {
      last = module.substring(module.lastIndexOf('/', slash - 1) + 1, slash);
    }
    last = last.substring(last.indexOf(':') + 1);
    return camelCase(FILE_ENDING.matcher(last).replaceFirst(""));
  }

  /** Whether what a function of this dotted name returns does the same as its argument. */
  static boolean isWrapper(String dotted) {
    String last = dotted.substring(dotted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return WRAPPERS.stream().anyMatch(last::endsWith);
  }

  private static String camelCase(String name) {
    Matcher hyphens = HYPHEN.matcher(name);
    return hyphens.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}

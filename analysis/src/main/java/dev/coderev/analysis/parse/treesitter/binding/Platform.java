package dev.coderev.analysis.parse.treesitter.binding;

import dev.coderev.analysis.parse.ParseFailure;
import java.util.Locale;

/**
 * A kind of machine that native libraries are built for.
 *
 * @param name as the libraries are named, for example {@code x86_64-linux-gnu}
 * @param suffix of a library file, for example {@code .so}
 */
record Platform(String name, String suffix) {

  /**
   * The platform of this process.
   *
   * @throws ParseFailure if no natives are built for it
   */
  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String osName, String archName) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch =
        switch (archName.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> "";
        };
    if (os.contains("linux") && !arch.isEmpty()) {
      return new Platform(arch + "-linux-gnu", ".so");
    }
    if (os.contains("mac") && !arch.isEmpty()) {
      return new Platform(arch + "-macos", ".dylib");
    }
    if (os.contains("windows") && arch.equals("x86_64")) {
      return new Platform(arch + "-windows", ".dll");
    }
    throw new ParseFailure(
        "There is no tree-sitter library for "
            + osName
            + " on "
            + archName
            + "; only Java can be parsed here");
  }

  /** Where the class path holds a library, for example {@code tree-sitter-python}. */
  String resource(String library) {
    return "lib/" + name + "-" + library + suffix;
  }
}

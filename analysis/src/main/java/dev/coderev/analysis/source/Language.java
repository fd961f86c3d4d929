package dev.coderev.analysis.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that source can be written in, or {@link #TEXT} for any other text file.
 *
 * <p>The identifiers are those of the Semgrep rule syntax, first the canonical one. A rule for
 * {@code regex} or {@code none} applies to every file, whatever its language.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Language {
  JAVA(List.of("java"), List.of("java")),
  PYTHON(List.of("python", "py", "python2", "python3"), List.of("py", "pyi", "pyw")),
  JAVASCRIPT(List.of("javascript", "js"), List.of("js", "jsx", "mjs", "cjs")),
  TYPESCRIPT(List.of("typescript", "ts"), List.of("ts", "tsx", "mts", "cts")),
  GO(List.of("go", "golang"), List.of("go")),
  C(List.of("c"), List.of("c", "h")),
  CPP(List.of("cpp", "c++"), List.of("cpp", "cc", "cxx", "c++", "hpp", "hh", "hxx", "h++", "ipp")),
  CSHARP(List.of("csharp", "c#", "cs"), List.of("cs", "csx")),
  RUBY(List.of("ruby", "rb"), List.of("rb", "rake", "gemspec", "ru")),
  PHP(List.of("php"), List.of("php", "phtml", "php5", "php7", "inc")),
  KOTLIN(List.of("kotlin", "kt"), List.of("kt", "kts")),
  RUST(List.of("rust", "rs"), List.of("rs")),
  SWIFT(List.of("swift"), List.of("swift")),
  SCALA(List.of("scala"), List.of("scala", "sc", "sbt")),
  SOLIDITY(List.of("solidity", "sol"), List.of("sol")),
  HCL(List.of("hcl", "tf", "terraform"), List.of("tf", "hcl", "tfvars", "tofu")),
  DOCKERFILE(List.of("dockerfile", "docker"), List.of("dockerfile", "containerfile")),
  HTML(List.of("html"), List.of("html", "htm", "xhtml")),
  XML(List.of("xml"), List.of("xml", "plist", "xsd", "wsdl", "pom")),
  YAML(List.of("yaml"), List.of("yaml", "yml")),
  JSON(List.of("json"), List.of("json", "jsonc", "ipynb", "webmanifest")),
  TEXT(List.of("text"), List.of());

  private final List<String> ids;
  private final List<String> extensions;

  Language(List<String> ids, List<String> extensions) {
    this.ids = ids;
    this.extensions = extensions;
  }

  /** The canonical identifier, for example {@code csharp}. */
  public String id() {
    return ids.getFirst();
  }

  /** All identifiers by which rules may name this language, the canonical one first. */
  public List<String> ids() {
    return ids;
  }

  /** File name extensions, lower case and without the dot, the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** Whether source in this language is parsed into a tree. */
  public boolean isParsed() {
    return this != TEXT;
  }

  /** The language with this identifier or alias, case-insensitively. */
  public static Optional<Language> byId(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(l -> l.ids.contains(wanted)).findFirst();
  }
}

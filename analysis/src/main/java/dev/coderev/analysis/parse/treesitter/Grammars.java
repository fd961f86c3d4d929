package dev.coderev.analysis.parse.treesitter;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.treesitter.binding.Grammar;
import dev.coderev.analysis.parse.treesitter.language.CConstructs;
import dev.coderev.analysis.parse.treesitter.language.CSharpConstructs;
import dev.coderev.analysis.parse.treesitter.language.CppConstructs;
import dev.coderev.analysis.parse.treesitter.language.GoConstructs;
import dev.coderev.analysis.parse.treesitter.language.JavaScriptConstructs;
import dev.coderev.analysis.parse.treesitter.language.KotlinConstructs;
import dev.coderev.analysis.parse.treesitter.language.PhpConstructs;
import dev.coderev.analysis.parse.treesitter.language.PythonConstructs;
import dev.coderev.analysis.parse.treesitter.language.RubyConstructs;
import dev.coderev.analysis.parse.treesitter.language.RustConstructs;
import dev.coderev.analysis.parse.treesitter.language.ScalaConstructs;
import dev.coderev.analysis.parse.treesitter.language.SwiftConstructs;
import dev.coderev.analysis.parse.treesitter.language.TypeScriptConstructs;
import dev.coderev.analysis.parse.treesitter.lowering.BoundGrammar;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.source.SourceFile;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The grammars by language, each loaded when it is first asked for. */
@SuppressWarnings("ImmutableEnumChecker") // the set comes from Set.of
enum Grammars {
  PYTHON("python"),
  JAVASCRIPT("javascript"),
  TYPESCRIPT("typescript"),
  TSX("tsx"),
  GO("go"),
  C("c"),
  CPP("cpp"),
  CSHARP("c-sharp", "this", "base"),
  RUBY("ruby"),
  PHP("php"),
  KOTLIN("kotlin", "null"),
  RUST("rust", "_"),
  SWIFT("swift", "nil"),
  SCALA("scala");

  private static final ConcurrentHashMap<Grammars, BoundGrammar> LOADED = new ConcurrentHashMap<>();

  private final String library;
  private final Set<String> words;

  Grammars(String library, String... words) {
    this.library = library;
    this.words = Set.of(words);
  }

  /**
   * The grammar for this file.
   *
   * @throws ParseFailure if there is none
   */
  static BoundGrammar of(SourceFile file) {
    Grammars grammar =
        switch (file.language()) {
          case PYTHON -> PYTHON;
          case JAVASCRIPT -> JAVASCRIPT;
          case TYPESCRIPT -> file.path().endsWith(".tsx") ? TSX : TYPESCRIPT;
          case GO -> GO;
          case C -> C;
          case CPP -> CPP;
          case CSHARP -> CSHARP;
          case RUBY -> RUBY;
          case PHP -> PHP;
          case KOTLIN -> KOTLIN;
          case RUST -> RUST;
          case SWIFT -> SWIFT;
          case SCALA -> SCALA;
          default -> throw new ParseFailure("No grammar for " + file.language().id());
        };
    return grammar.load();
  }

  BoundGrammar load() {
    return LOADED.computeIfAbsent(
        this, g -> new BoundGrammar(Grammar.load(g.library, g.words), g.constructs()));
  }

  Constructs constructs() {
    return switch (this) {
      case PYTHON -> PythonConstructs.all();
      case JAVASCRIPT -> JavaScriptConstructs.all();
      case TYPESCRIPT -> TypeScriptConstructs.all();
      case TSX -> TypeScriptConstructs.withJsx();
      case GO -> GoConstructs.all();
      case C -> CConstructs.all();
      case CPP -> CppConstructs.all();
      case CSHARP -> CSharpConstructs.all();
      case RUBY -> RubyConstructs.all();
      case PHP -> PhpConstructs.all();
      case KOTLIN -> KotlinConstructs.all();
      case RUST -> RustConstructs.all();
      case SWIFT -> SwiftConstructs.all();
      case SCALA -> ScalaConstructs.all();
    };
  }
}

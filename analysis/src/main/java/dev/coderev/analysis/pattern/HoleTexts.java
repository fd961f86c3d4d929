package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;

/** What a language can parse in the place of an ellipsis, by where the ellipsis stands. */
record HoleTexts(Language language) {
  /** Java takes only statements before the first semicolon. */
  String restOfHeader() {
    return language == Language.JAVA ? "++;;" : ";;";
  }

  /** Java and C# allow no plain name as a statement, but a call of it. */
  String call() {
    return language == Language.JAVA || language == Language.CSHARP ? "()" : "";
  }

  boolean needsSemicolon() {
    return switch (language) {
      case JAVA, C, CPP, CSHARP, PHP, RUST, JAVASCRIPT, TYPESCRIPT -> true;
      default -> false;
    };
  }

  String member() {
    return switch (language) {
      case JAVA -> Holes.ELLIPSIS + " __m();";
      case CSHARP, C, CPP -> Holes.ELLIPSIS + " __m;";
      case JAVASCRIPT, TYPESCRIPT -> Holes.ELLIPSIS + ";";
      case KOTLIN -> "val " + Holes.ELLIPSIS + ": Int";
      case SWIFT -> "var " + Holes.ELLIPSIS + ": Int";
      case PHP -> "public $" + Holes.ELLIPSIS + ";";
      case RUST -> "const " + Holes.ELLIPSIS + ": i32 = 0;";
      default -> Holes.ELLIPSIS;
    };
  }

  String field() {
    return switch (language) {
      case GO -> Holes.ELLIPSIS + " int";
      case RUST -> Holes.ELLIPSIS + ": i32,";
      case C, CPP, CSHARP -> Holes.ELLIPSIS + " __m;";
      case SWIFT -> "var " + Holes.ELLIPSIS + ": Int";
      default -> Holes.ELLIPSIS;
    };
  }

  String parameter(String name) {
    return switch (language) {
      case JAVA, C, CPP, CSHARP -> name + " __p";
      case GO -> name + " int";
      case KOTLIN, SWIFT -> name + ": Int";
      case SCALA -> name + " : Int";
      case RUST -> name + ": i32";
      case PHP -> "$" + name;
      default -> name;
    };
  }
}

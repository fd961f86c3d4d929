package dev.coderev.analysis.taint;

/** Groups of operators that treat taint alike. */
final class Operators {
  private Operators() {}

  /** Whether the result only says something about the operands. */
  static boolean yieldTruth(String operator) {
    return switch (operator) {
      case "==",
          "!=",
          "===",
          "!==",
          "<",
          ">",
          "<=",
          ">=",
          "<=>",
          "in",
          "not in",
          "instanceof",
          "is",
          "is not",
          "!in",
          "!is",
          "!1",
          "not1",
          "typeof1",
          "=~",
          "!~",
          "sizeof1",
          "delete1",
          "void1" ->
          true;
      default -> false;
    };
  }

  /** Whether the result is one of the operands. */
  static boolean chooses(String operator) {
    return switch (operator) {
      case "&&", "||", "??", "?:", "and", "or" -> true;
      default -> false;
    };
  }
}

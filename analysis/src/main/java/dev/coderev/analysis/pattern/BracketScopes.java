package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.Set;

/** Tells from the text around a bracket what it holds. */
record BracketScopes(PatternText code, Language language) {
  /** Words before a parenthesis that call nothing. */
  static final Set<String> NOT_CALLED =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "return",
          "foreach",
          "when",
          "match",
          "with",
          "using",
          "lock",
          "synchronized",
          "elif",
          "elsif",
          "unless",
          "until",
          "case",
          "in",
          "and",
          "or",
          "not",
          "throw",
          "yield",
          "await",
          "typeof",
          "delete",
          "else",
          "assert",
          "raise",
          "guard",
          "do");

  /** What the parenthesis here holds. */
  HoleScope parenthesis(int at) {
    String text = code.text();
    String word = code.wordBefore(at);
    if (word.equals("catch")) {
      return HoleScope.CATCH;
    }
    int close = code.closing(at);
    if (close < 0) {
      return HoleScope.ARGUMENTS;
    }
    String after = text.substring(close + 1).stripLeading();
    if (word.equals("for") || word.equals("try") || word.equals("if") || word.equals("while")) {
      return HoleScope.ARGUMENTS;
    }
    boolean arrow = (after.startsWith("->") && language == Language.JAVA) || after.startsWith("=>");
    if (arrow) {
      return isScriptOrPlain() || language == Language.CSHARP || language == Language.JAVA
          ? HoleScope.ARGUMENTS
          : HoleScope.PARAMETERS;
    }
    String head = text.substring(0, at).stripTrailing();
    return switch (language) {
      case JAVA, CSHARP, C, CPP ->
          isDeclared(head, word)
                  && (after.startsWith("{")
                      || after.startsWith("throws")
                      || after.startsWith(":")
                      || (after.isEmpty() && hasTypeBefore(head)))
              ? HoleScope.PARAMETERS
              : HoleScope.ARGUMENTS;
      case SCALA ->
          code.before(at) != ')' && followsKeyword(head, "def|class")
              ? HoleScope.PARAMETERS
              : HoleScope.ARGUMENTS;
      case GO, RUST, SWIFT, KOTLIN, PHP ->
          code.before(at) != ')' && followsKeyword(head, "func|fn|fun|function|init")
              ? HoleScope.PARAMETERS
              : HoleScope.ARGUMENTS;
      default -> HoleScope.ARGUMENTS;
    };
  }

  /** What the brace here holds where no word before it tells. */
  HoleScope brace(int at) {
    String text = code.text();
    char before = code.before(at);
    String word = code.wordBefore(at);
    if (language == Language.JAVA && before == ')' && isCreation(at)) {
      return HoleScope.CLASS_BODY;
    }
    if (language == Language.PYTHON) {
      return code.hasColon(at) || text.startsWith("{...}", at)
          ? HoleScope.DICTIONARY
          : HoleScope.ELEMENTS;
    }
    if (language == Language.RUBY) {
      boolean value = before != 0 && "=(,[:".indexOf(before) >= 0;
      return value || (before == '>' && code.hasColon(at)) || (before == 0 && code.hasColon(at))
          ? HoleScope.DICTIONARY
          : HoleScope.BLOCK;
    }
    if (("=(,[:?".indexOf(before) >= 0 && before != 0)
        || (before == '>' && language == Language.CPP)
        || before == ']'
        || word.equals("return")) {
      return HoleScope.ELEMENTS;
    }
    if (language == Language.CSHARP
        && text.substring(0, at).matches("(?s).*\\bnew\\s+[\\w.$<>]+\\s*(?:\\([^{}()]*\\)\\s*)?")) {
      return HoleScope.ELEMENTS;
    }
    boolean literalType =
        (language == Language.GO || language == Language.RUST || language == Language.CPP)
            && Character.isLetterOrDigit(before)
            && isComposite(word, at);
    if (literalType) {
      return HoleScope.ELEMENTS;
    }
    if (before == 0 && isScriptOrPlain() && code.hasColon(at)) {
      return HoleScope.ELEMENTS;
    }
    return HoleScope.BLOCK;
  }

  private boolean isScriptOrPlain() {
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT, PYTHON, RUBY -> true;
      default -> false;
    };
  }

  private boolean isDeclared(String head, String word) {
    if (word.isEmpty() || NOT_CALLED.contains(word)) {
      return false;
    }
    String before = head.substring(0, head.length() - word.length()).stripTrailing();
    if (before.endsWith("$")) {
      before = before.substring(0, before.length() - 1).stripTrailing();
    }
    return !before.endsWith("new")
        && (!before.endsWith(".") || before.endsWith("..."))
        && !before.endsWith("@")
        && !before.endsWith("return")
        && !before.endsWith("=");
  }

  private boolean hasTypeBefore(String head) {
    return head.matches("(?s).*[\\w>\\]]\\s+\\$?\\w+");
  }

  /** Whether the parenthesis at the end of {@code head} belongs to a declaration by a keyword. */
  private static boolean followsKeyword(String head, String keywords) {
    return head.matches(
            "(?s).*(?<![\\w$.])(?:"
                + keywords
                + ")(?:\\s*\\([^()]*\\))?(?:\\s*&?\\s*[\\w$.<>?:, ]+)?")
        && head.matches("(?s).*(?<![\\w$.])(?:" + keywords + ")[^{};=]*");
  }

  /**
   * Whether a brace after {@code word} opens a composite literal rather than the head of a block.
   */
  private boolean isComposite(String word, int at) {
    String text = code.text();
    if (NOT_CALLED.contains(word)
        || Set.of(
                "func",
                "range",
                "else",
                "loop",
                "unsafe",
                "try",
                "select",
                "defer",
                "go",
                "async",
                "int",
                "string",
                "bool",
                "error",
                "const",
                "noexcept",
                "override")
            .contains(word)) {
      return false;
    }
    int line = text.lastIndexOf('\n', at) + 1;
    String head = text.substring(line, at).stripLeading();
    return !head.matches(
        "(?:}?\\s*else\\s+)?(?:if|for|while|switch|match|func|fn|impl|mod|trait|type|namespace|pub|class)\\b.*");
  }

  private boolean isCreation(int at) {
    String text = code.text();
    int depth = 0;
    int i = at - 1;
    while (i >= 0 && text.charAt(i) != ')') {
      i--;
    }
    for (; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && --depth == 0) {
        return text.substring(0, i).matches("(?s).*\\bnew\\s+[\\w.$<>, ?]+");
      }
    }
    return false;
  }
}

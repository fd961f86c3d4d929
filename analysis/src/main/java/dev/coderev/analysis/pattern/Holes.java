package dev.coderev.analysis.pattern;

import java.util.List;

/**
 * A pattern text whose holes were replaced by names that its language can parse.
 *
 * @param text with placeholders
 * @param strings what the string literals {@code __str_0__}, {@code __str_1__} … stand for
 */
record Holes(String text, List<String> strings) {
  static final String ELLIPSIS = "__ellipsis__";
  static final String TAIL = "__tail__";
  static final String DEEP = "__deep__";
  static final String TYPED = "__typed__";
  static final String METAVARIABLE = "__mv_";
  static final String CONSTANT = "Mv__";
  static final String ELLIPSIS_METAVARIABLE = "__me_";
  static final String STATEMENT = "__ms_";
  static final String STRING = "__str_";

  Holes {
    strings = List.copyOf(strings);
  }

  /** The metavariable that a placeholder stands for, {@code $X} or {@code $...X}, or empty. */
  static String metavariable(String symbol) {
    String bare = symbol.startsWith("$") ? symbol.substring(1) : symbol;
    if (bare.startsWith(METAVARIABLE)) {
      return "$" + bare.substring(METAVARIABLE.length());
    }
    if (bare.startsWith(CONSTANT)) {
      return "$" + bare.substring(CONSTANT.length());
    }
    if (bare.startsWith(STATEMENT)) {
      return "$" + bare.substring(STATEMENT.length());
    }
    if (bare.startsWith(ELLIPSIS_METAVARIABLE)) {
      return "$..." + bare.substring(ELLIPSIS_METAVARIABLE.length());
    }
    return "";
  }

  static boolean isEllipsis(String symbol) {
    return symbol.equals(ELLIPSIS) || symbol.equals("$" + ELLIPSIS);
  }
}

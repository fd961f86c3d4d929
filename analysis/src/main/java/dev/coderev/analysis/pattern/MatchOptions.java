package dev.coderev.analysis.pattern;

import java.util.Map;

/** The options of a rule that matching honours. */
record MatchOptions(
    boolean constantPropagation,
    boolean symbolicPropagation,
    boolean acMatching,
    boolean commutativeBooleans,
    boolean symmetricEquality,
    boolean assignMatchesVariable,
    boolean callMatchesAnnotation,
    boolean deepStatements,
    boolean deepExpressionStatements,
    boolean letIsVar,
    boolean arrowIsFunction,
    boolean implicitReturn,
    Generic generic) {
  /**
   * What holds for generic patterns.
   *
   * @param span how many lines an ellipsis may skip
   * @param comments the style of comments to leave out, or nothing
   */
  record Generic(int span, boolean caseless, String comments) {}

  private static final int LINES = 10;
  private static final int MOST_LINES = 1_000_000;

  static MatchOptions of(Map<String, Object> options) {
    return new MatchOptions(
        flag(options, "constant_propagation", true),
        flag(options, "symbolic_propagation", false),
        flag(options, "ac_matching", true),
        flag(options, "commutative_boolop", false),
        flag(options, "symmetric_eq", false),
        flag(options, "vardef_assign", true),
        flag(options, "attr_expr", true),
        flag(options, "go_deeper_stmt", true),
        flag(options, "implicit_deep_exprstmt", true),
        flag(options, "let_is_var", true),
        flag(options, "arrow_is_function", true),
        flag(options, "implicit_return", true),
        new Generic(
            options.get("generic_ellipsis_max_span") instanceof Long span
                ? Math.clamp(span, 0, MOST_LINES)
                : LINES,
            flag(options, "generic_caseless", false),
            options.get("generic_comment_style") instanceof String style ? style : ""));
  }

  /** All of them as one number, by which equal options can be told. */
  int bits() {
    boolean[] all = {
      constantPropagation,
      symbolicPropagation,
      acMatching,
      commutativeBooleans,
      symmetricEquality,
      assignMatchesVariable,
      callMatchesAnnotation,
      deepStatements,
      deepExpressionStatements,
      letIsVar,
      arrowIsFunction,
      implicitReturn
    };
    int bits = 0;
    for (boolean one : all) {
      bits = bits << 1 | (one ? 1 : 0);
    }
    return bits;
  }

  private static boolean flag(Map<String, Object> options, String name, boolean otherwise) {
    return options.get(name) instanceof Boolean given ? given : otherwise;
  }
}

package dev.coderev.analysis.pattern;

import dev.coderev.analysis.tree.Kind;

/** Which kinds of nodes are expressions, statements, or parts of neither. */
final class Kinds {
  private Kinds() {}

  static boolean isExpression(Kind kind) {
    return switch (kind) {
      case IDENTIFIER,
          MEMBER,
          INDEX,
          CALL,
          NEW,
          NEW_ARRAY,
          STRING,
          TEMPLATE,
          NUMBER,
          CHARACTER,
          BOOLEAN,
          NULL,
          REGEX,
          ATOM,
          BINARY,
          UNARY,
          UPDATE,
          ASSIGN,
          COMPOUND_ASSIGN,
          CONDITIONAL,
          CAST,
          TYPE_TEST,
          LAMBDA,
          METHOD_REFERENCE,
          LIST,
          TUPLE,
          SET,
          MAP,
          COMPOSITE,
          COMPREHENSION,
          AWAIT,
          YIELD,
          ELEMENT,
          SPREAD,
          METAVARIABLE,
          TYPED_METAVARIABLE,
          DEEP_ELLIPSIS,
          ELLIPSIS ->
          true;
      default -> false;
    };
  }

  static boolean isType(Kind kind) {
    return switch (kind) {
      case GENERIC_TYPE, ARRAY_TYPE, POINTER_TYPE, NULLABLE_TYPE, TYPE_ARGUMENT_LIST -> true;
      default -> false;
    };
  }

  static boolean isLiteral(Kind kind) {
    return switch (kind) {
      case STRING, NUMBER, BOOLEAN -> true;
      default -> false;
    };
  }
}

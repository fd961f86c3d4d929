package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;

/** What a node is by where it stands. */
final class Positions {
  private Positions() {}

  /** Whether the node is an expression: not a declared name, a type or a part of an import. */
  static boolean isExpression(SyntaxTree tree, int node, Kind kind) {
    if (!Kinds.isExpression(kind)) {
      return false;
    }
    int parent = tree.parent(node);
    if (parent == NONE) {
      return false;
    }
    return switch (tree.role(node)) {
      case NAME ->
          tree.is(parent, Kind.FOR_EACH)
              || tree.is(parent, Kind.COMPREHENSION_CLAUSE)
              || tree.is(parent, Kind.ANNOTATION)
              || tree.is(parent, Kind.GLOBAL);
      case TYPE, TYPE_ARGUMENTS, ALIAS, MODULE, SUPERCLASS, INTERFACE, THROWS, ATTRIBUTE -> false;
      case KEY -> kind != Kind.IDENTIFIER || !isBareKey(tree);
      case ARGUMENT -> !tree.is(parent, Kind.TYPE_ARGUMENT_LIST);
      case OBJECT -> kind == Kind.CALL || !isWithinType(tree, parent);
      default -> true;
    };
  }

  private static boolean isBareKey(SyntaxTree tree) {
    return switch (tree.file().language()) {
      case PYTHON, PHP, RUBY, SWIFT -> false;
      default -> true;
    };
  }

  private static boolean isWithinType(SyntaxTree tree, int member) {
    int at = member;
    while (at != NONE && tree.is(at, Kind.MEMBER) && tree.role(at) == Role.OBJECT) {
      at = tree.parent(at);
    }
    if (at == NONE || !tree.is(at, Kind.MEMBER)) {
      return false;
    }
    return switch (tree.role(at)) {
      case TYPE, MODULE, SUPERCLASS, INTERFACE, THROWS -> true;
      case NAME -> tree.is(tree.parent(at), Kind.PACKAGE);
      default -> false;
    };
  }
}

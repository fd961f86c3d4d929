package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every place of one file that gives a variable a value, and which of them reaches a use. */
final class Assignments {
  private final SyntaxTree tree;
  private final Declarations declarations;
  private final Map<Integer, List<Definition>> byDeclaration = new HashMap<>();

  /**
   * One place that gives a value.
   *
   * @param node the assignment, declaration, loop, …
   * @param value the assigned expression, NONE where it is no single known expression
   */
  private record Definition(int node, int value) {}

  Assignments(SyntaxTree tree, Declarations declarations) {
    this.tree = tree;
    this.declarations = declarations;
    collect();
  }

  /** The expression that the variable is known to have as its value at {@code use}, or NONE. */
  int reaching(int use) {
    int declaration = declarations.of(use);
    if (declaration == NONE || use == declaration) {
      return NONE;
    }
    List<Definition> definitions = byDeclaration.get(declaration);
    if (definitions == null) {
      return NONE;
    }
    if (definitions.size() == 1) {
      Definition only = definitions.getFirst();
      return only.value() == NONE
              || tree.isWithin(use, only.node())
              || !isTrusted(only, use, declaration)
          ? NONE
          : only.value();
    }
    if (tree.is(use, Kind.MEMBER) || !sameFunction(use, declaration)) {
      return NONE;
    }
    return nearest(use, definitions);
  }

  /**
   * A variable with one definition has its value everywhere, but a field or parameter that anyone
   * may set has not.
   */
  private boolean isTrusted(Definition only, int use, int declaration) {
    int declaring = declarations.declaring(declaration);
    if (tree.is(declaring, Kind.PARAMETER)) {
      return false;
    }
    if (declarations.isLocal(declaration)) {
      return only.node() < use;
    }
    if (!tree.is(declaring, Kind.VARIABLE)) {
      return true;
    }
    int modifiers = tree.child(declaring, Role.MODIFIERS);
    return switch (tree.file().language()) {
      case JAVA, CSHARP ->
          hasModifier(modifiers, "final")
              || hasModifier(modifiers, "const")
              || hasModifier(modifiers, "readonly")
              || hasModifier(modifiers, "private");
      case GO, C, CPP, KOTLIN, SWIFT, RUST ->
          !tree.symbol(declaring).equals("var") || hasModifier(modifiers, "const");
      default -> true;
    };
  }

  private boolean hasModifier(int modifiers, String keyword) {
    if (modifiers == NONE) {
      return false;
    }
    for (int at = tree.firstChild(modifiers); at != NONE; at = tree.nextSibling(at)) {
      if (tree.symbol(at).equals(keyword)) {
        return true;
      }
    }
    return false;
  }

  /** Goes up from the use, at each level to the last thing before it that defines. */
  private int nearest(int use, List<Definition> definitions) {
    int at = use;
    while (true) {
      int parent = tree.parent(at);
      if (parent == NONE) {
        return NONE;
      }
      Kind kind = tree.kind(parent);
      if (isLoop(kind) && defines(parent, definitions)) {
        return NONE;
      }
      if (kind == Kind.TRY && tree.role(at) != Role.BODY && defines(parent, definitions)) {
        return NONE;
      }
      for (int i = definitions.size() - 1; i >= 0; i--) {
        Definition definition = definitions.get(i);
        if (definition.node() <= parent) {
          break;
        }
        if (definition.node() < at) {
          int sibling = below(definition.node(), parent);
          if (kind == Kind.IF && tree.role(sibling) == Role.THEN) {
            continue;
          }
          return isUnconditional(definition.node(), sibling) ? definition.value() : NONE;
        }
      }
      if (kind == Kind.FUNCTION || kind == Kind.LAMBDA) {
        return NONE;
      }
      at = parent;
    }
  }

  private int below(int node, int ancestor) {
    int at = node;
    while (tree.parent(at) != ancestor) {
      at = tree.parent(at);
    }
    return at;
  }

  private boolean isUnconditional(int definition, int statement) {
    int at = definition;
    while (at != statement) {
      at = tree.parent(at);
      if (!tree.is(at, Kind.EXPRESSION_STATEMENT) && !tree.is(at, Kind.ASSIGN) && at != statement) {
        return false;
      }
    }
    return tree.is(statement, Kind.EXPRESSION_STATEMENT)
        || tree.is(statement, Kind.VARIABLE)
        || tree.is(statement, Kind.ASSIGN);
  }

  private boolean defines(int node, List<Definition> definitions) {
    for (Definition definition : definitions) {
      if (definition.node() != node && tree.isWithin(definition.node(), node)) {
        return true;
      }
    }
    return false;
  }

  private boolean sameFunction(int use, int declaration) {
    return function(use) == function(declaration);
  }

  private int function(int node) {
    int at = tree.parent(node);
    while (at != NONE && !tree.is(at, Kind.FUNCTION) && !tree.is(at, Kind.LAMBDA)) {
      at = tree.parent(at);
    }
    return at;
  }

  private static boolean isLoop(Kind kind) {
    return kind == Kind.FOR || kind == Kind.FOR_EACH || kind == Kind.WHILE || kind == Kind.DO_WHILE;
  }

  private void collect() {
    for (int node = 0; node < tree.size(); node++) {
      switch (tree.kind(node)) {
        case VARIABLE -> {
          int name = tree.child(node, Role.NAME);
          int value = tree.child(node, Role.VALUE);
          if (name != NONE && value != NONE) {
            define(name, node, value);
          }
        }
        case ASSIGN -> define(tree.child(node, Role.LEFT), node, tree.child(node, Role.RIGHT));
        case COMPOUND_ASSIGN -> define(tree.child(node, Role.LEFT), node, NONE);
        case UPDATE -> define(tree.child(node, Role.VALUE), node, NONE);
        case FOR_EACH, COMPREHENSION_CLAUSE -> define(tree.child(node, Role.NAME), node, NONE);
        case PARAMETER -> define(tree.child(node, Role.NAME), node, NONE);
        case UNARY -> {
          if (tree.symbol(node).equals("&")) {
            define(tree.child(node, Role.VALUE), node, NONE);
          }
        }
        default -> {}
      }
    }
  }

  private void define(int target, int node, int value) {
    if (target == NONE) {
      return;
    }
    switch (tree.kind(target)) {
      case IDENTIFIER, MEMBER -> {
        int declaration = declarations.of(target);
        if (declaration != NONE) {
          byDeclaration
              .computeIfAbsent(declaration, _ -> new ArrayList<>())
              .add(new Definition(node, value));
        }
      }
      case VARIABLE -> define(tree.child(target, Role.NAME), node, NONE);
      case TUPLE, LIST, MAP, PAIR, SPREAD -> {
        int values = value;
        boolean pairwise =
            values != NONE
                && (tree.is(values, Kind.TUPLE) || tree.is(values, Kind.LIST))
                && tree.childCount(values) == tree.childCount(target);
        int each = pairwise ? tree.firstChild(values) : NONE;
        for (int at = tree.firstChild(target); at != NONE; at = tree.nextSibling(at)) {
          define(at, node, each);
          each = each == NONE ? NONE : tree.nextSibling(each);
        }
      }
      default -> {}
    }
  }
}

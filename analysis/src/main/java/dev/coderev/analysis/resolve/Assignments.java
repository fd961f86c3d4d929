package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every place of one file that gives a variable a value, and which of them reaches a use. */
final class Assignments {
  private final SyntaxTree tree;
  private final Declarations declarations;
  private final Map<Integer, List<Definition>> byDeclaration = new HashMap<>();

  /** Names of fields that are written through some object, declared here or not. */
  private final Set<String> writtenElsewhere = new HashSet<>();

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

  /**
   * The expressions of which one is the variable's value at {@code use}; empty where another value
   * may reach it.
   */
  List<Integer> reaching(int use) {
    int declaration = declarations.of(use);
    if (declaration == NONE || use == declaration || isTarget(use)) {
      return List.of();
    }
    List<Definition> definitions = byDeclaration.get(declaration);
    if (definitions == null) {
      return List.of();
    }
    if (definitions.size() == 1) {
      Definition only = definitions.getFirst();
      boolean known =
          only.value() != NONE
              && !tree.isWithin(use, only.node())
              && isTrusted(only, use, declaration);
      if (known || declarations.isLocal(declaration)) {
        return known ? List.of(only.value()) : List.of();
      }
    }
    return nearest(use, definitions);
  }

  private boolean isTarget(int use) {
    int parent = tree.parent(use);
    return tree.role(use) == Role.LEFT
        && (tree.is(parent, Kind.ASSIGN) || tree.is(parent, Kind.COMPOUND_ASSIGN));
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
      return only.node() < use && dominates(only.node(), use);
    }
    if (!tree.is(declaring, Kind.VARIABLE)) {
      return true;
    }
    if (writtenElsewhere.contains(tree.symbol(declaration))) {
      return false;
    }
    int modifiers = tree.child(declaring, Role.MODIFIERS);
    return switch (tree.file().language()) {
      case JAVA, CSHARP ->
          hasModifier(modifiers, "final")
              || hasModifier(modifiers, "const")
              || hasModifier(modifiers, "readonly")
              || (hasModifier(modifiers, "private") && only.node() == declaring);
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

  /** Whether the list of statements that holds the definition also holds the use. */
  private boolean dominates(int definition, int use) {
    int at = definition;
    while (tree.role(at) != Role.STATEMENT && tree.parent(at) != NONE) {
      at = tree.parent(at);
    }
    int list = tree.parent(at);
    return list == NONE || tree.isWithin(use, list);
  }

  /** Goes up from the use, at each level to the last thing before it that defines. */
  private List<Integer> nearest(int use, List<Definition> definitions) {
    int at = use;
    while (true) {
      int parent = tree.parent(at);
      if (parent == NONE) {
        return List.of();
      }
      Kind kind = tree.kind(parent);
      if (isLoop(kind) && defines(parent, definitions)) {
        return List.of();
      }
      if (kind == Kind.TRY && tree.role(at) != Role.BODY && defines(parent, definitions)) {
        return List.of();
      }
      int last = lastBetween(parent + 1, at, definitions);
      if (last >= 0) {
        int sibling = below(definitions.get(last).node(), parent);
        boolean otherBranch =
            (kind == Kind.IF || kind == Kind.CONDITIONAL) && tree.role(sibling) == Role.THEN;
        if (!otherBranch && tree.role(sibling) != Role.CASE) {
          return within(sibling, definitions);
        }
        int before = lastBetween(parent + 1, sibling, definitions);
        if (before >= 0 && otherBranch) {
          return within(below(definitions.get(before).node(), parent), definitions);
        }
      }
      if (kind == Kind.FUNCTION || kind == Kind.LAMBDA) {
        return List.of();
      }
      at = parent;
    }
  }

  /** The values that a statement, which defines the variable somewhere, leaves it with. */
  private List<Integer> within(int statement, List<Definition> definitions) {
    Kind kind = tree.kind(statement);
    if (kind == Kind.IF) {
      int then = tree.child(statement, Role.THEN);
      int otherwise = tree.child(statement, Role.ELSE);
      if (then == NONE || otherwise == NONE) {
        return List.of();
      }
      List<Integer> both = new ArrayList<>(within(then, definitions));
      List<Integer> second = within(otherwise, definitions);
      both.addAll(second);
      return second.isEmpty() || second.size() == both.size() ? List.of() : both;
    }
    int last = lastBetween(statement, tree.subtreeEnd(statement), definitions);
    if (last < 0) {
      return List.of();
    }
    Definition definition = definitions.get(last);
    int at = definition.node();
    while (at != statement) {
      at = tree.parent(at);
      if (at != statement && tree.is(at, Kind.IF)) {
        return within(at, definitions);
      }
      if (at != statement && !isAlwaysRun(at)) {
        return List.of();
      }
    }
    return (isAlwaysRun(statement) || statement == definition.node()) && definition.value() != NONE
        ? List.of(definition.value())
        : List.of();
  }

  /** The last definition at {@code from} or after and before {@code to}, or -1. */
  private static int lastBetween(int from, int to, List<Definition> definitions) {
    for (int i = definitions.size() - 1; i >= 0; i--) {
      int node = definitions.get(i).node();
      if (node < from) {
        return -1;
      }
      if (node < to) {
        return i;
      }
    }
    return -1;
  }

  private int below(int node, int ancestor) {
    int at = node;
    while (tree.parent(at) != ancestor) {
      at = tree.parent(at);
    }
    return at;
  }

  /** Whether what is below the node is run whenever the node is. */
  private boolean isAlwaysRun(int node) {
    return switch (tree.kind(node)) {
      case EXPRESSION_STATEMENT,
          BLOCK,
          VARIABLE,
          ASSIGN,
          SYNCHRONIZED,
          WITH,
          LABELED,
          CALL,
          ARGUMENT_LIST,
          MEMBER,
          TUPLE,
          LIST ->
          true;
      case BINARY -> !tree.symbol(node).equals("&&") && !tree.symbol(node).equals("||");
      default -> false;
    };
  }

  private boolean defines(int node, List<Definition> definitions) {
    for (Definition definition : definitions) {
      if (definition.node() != node && tree.isWithin(definition.node(), node)) {
        return true;
      }
    }
    return false;
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
        if (declaration == NONE && tree.is(target, Kind.MEMBER)) {
          writtenElsewhere.add(tree.symbol(tree.child(target, Role.NAME)));
        }
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

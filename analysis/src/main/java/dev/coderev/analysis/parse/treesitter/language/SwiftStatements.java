package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Swift's control flow, whose grammar has no node for braces and conditions.
 *
 * <p>{@code guard c else {…}} is an IF of the contrary; {@code let a = b} in a condition an ASSIGN.
 */
final class SwiftStatements {
  private SwiftStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "statements",
            "if_statement",
            "guard_statement",
            "switch_statement",
            "for_statement",
            "while_statement",
            "repeat_while_statement",
            "do_statement",
            "control_transfer_statement",
            "statement_label",
            "directive")
        .on("statements", Construct.CHILDREN)
        .on(List.of("statement_label", "directive"), Construct.NOTHING)
        .on("if_statement", SwiftStatements::ifStatement)
        .on("guard_statement", SwiftStatements::guard)
        .on("switch_statement", SwiftStatements::switchStatement)
        .on("switch_entry", SwiftStatements::entry)
        .on("switch_pattern", Construct.ONLY_CHILD)
        .on("pattern", SwiftStatements::pattern)
        .on("for_statement", SwiftStatements::forEach)
        .on("while_statement", SwiftStatements::whileLoop)
        .on("repeat_while_statement", SwiftStatements::repeat)
        .on("do_statement", SwiftStatements::doStatement)
        .on("catch_block", SwiftStatements::catchBlock)
        .on("control_transfer_statement", SwiftStatements::transfer);
  }

  /** Writes what stands between a brace among the children of {@code node} and its match. */
  static void braces(Lowering to, int node, int brace, Role role) {
    ConcreteTree tree = to.tree();
    to.openAt(Kind.BLOCK, role, brace == NONE ? tree.end(node) : tree.start(brace));
    int end = tree.end(node);
    for (int c = brace; c != NONE; c = tree.nextSibling(c)) {
      if (tree.is(c, "}")) {
        end = tree.end(c);
        break;
      }
      if (tree.isNamed(c)) {
        to.lower(c, Role.STATEMENT);
      }
    }
    to.closeAt(end);
  }

  private static int brace(ConcreteTree tree, int node) {
    return tree.childOfType(node, "{");
  }

  /** The parts of a condition, each an expression or the first node of a binding. */
  private static void condition(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    List<Integer> parts = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int brace = brace(tree, node);
    for (int c = tree.firstNamed(node);
        c != NONE && (brace == NONE || c < brace) && !tree.is(c, "else");
        c = tree.nextNamed(c)) {
      int value = NONE;
      if (tree.is(c, "value_binding_pattern")) {
        int name = tree.nextNamed(c);
        value = name == NONE ? NONE : tree.nextNamed(name);
        parts.add(name == NONE ? c : name);
      } else {
        parts.add(c);
      }
      values.add(value);
      c = value == NONE ? c : value;
    }
    for (int i = parts.size() - 1; i > 0; i--) {
      int opened = to.open(Kind.BINARY, i == parts.size() - 1 ? role : Role.LEFT, parts.get(0));
      to.symbol(opened, "&&");
    }
    for (int i = 0; i < parts.size(); i++) {
      Role part = i > 0 ? Role.RIGHT : parts.size() > 1 ? Role.LEFT : role;
      int last = part(to, parts.get(i), values.get(i), part);
      if (i > 0) {
        to.close(last);
      }
    }
  }

  private static int part(Lowering to, int node, int value, Role role) {
    if (value == NONE) {
      to.lower(node, role);
      return node;
    }
    int opened = to.open(Kind.ASSIGN, role, node);
    to.symbol(opened, "=");
    to.lower(node, Role.LEFT);
    to.lower(value, Role.RIGHT);
    to.close(value);
    return value;
  }

  private static void ifStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int brace = brace(tree, node);
    to.open(Kind.IF, role, node);
    condition(to, node, Role.CONDITION);
    braces(to, node, brace, Role.THEN);
    int otherwise = tree.childOfType(node, "else");
    int next = otherwise == NONE ? NONE : tree.nextSibling(otherwise);
    if (tree.is(next, "if_statement")) {
      to.lower(next, Role.ELSE);
    } else if (next != NONE) {
      braces(to, node, next, Role.ELSE);
    }
    to.close(node);
  }

  private static void guard(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int first = tree.firstNamed(node);
    int last = tree.childOfType(node, "else");
    to.open(Kind.IF, role, node);
    int opened = to.open(Kind.UNARY, Role.CONDITION, first == NONE ? node : first);
    to.symbol(opened, "!");
    condition(to, node, Role.VALUE);
    to.closeAt(last == NONE ? tree.end(node) : tree.start(last));
    braces(to, node, brace(tree, node), Role.THEN);
    to.close(node);
  }

  private static void switchStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    to.field(node, "expr", Role.VALUE);
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "switch_entry")) {
        to.lower(c, Role.CASE);
      }
    }
    to.close(node);
  }

  private static void entry(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, tree.has(node, "fallthrough") ? "" : "->");
    int statements = NONE;
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      switch (tree.type(c)) {
        case "switch_pattern" -> to.lower(c, Role.LABEL);
        case "statements" -> statements = c;
        case "where_keyword", "default_keyword", "modifiers" -> {}
        default -> to.lower(c, Role.GUARD);
      }
    }
    to.blockFrom(statements == NONE ? NONE : tree.firstNamed(statements), node, Role.BODY);
    to.close(node);
  }

  /** A name, a TUPLE of patterns, or the one thing in it. */
  private static void pattern(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int bound = tree.child(node, "bound_identifier");
    int first = tree.firstNamed(node);
    if (bound != NONE) {
      to.lower(bound, role);
    } else if (first != NONE && tree.namedCount(node) == 1) {
      to.lower(first, role);
    } else if (tree.is(first, "pattern")) {
      to.open(Kind.TUPLE, role, node);
      to.children(node, Role.ELEMENT);
      to.close(node);
    } else {
      to.other(node, role);
    }
  }

  private static void forEach(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.FOR_EACH, role, node);
    to.field(node, "item", Role.NAME);
    to.field(node, "collection", Role.ITERABLE);
    int where = tree.childOfType(node, "where_clause");
    if (where != NONE && tree.lastNamed(where) != NONE) {
      to.lower(tree.lastNamed(where), Role.CONDITION);
    }
    braces(to, node, brace(tree, node), Role.BODY);
    to.close(node);
  }

  private static void whileLoop(Lowering to, int node, Role role) {
    to.open(Kind.WHILE, role, node);
    condition(to, node, Role.CONDITION);
    braces(to, node, brace(to.tree(), node), Role.BODY);
    to.close(node);
  }

  private static void repeat(Lowering to, int node, Role role) {
    to.open(Kind.DO_WHILE, role, node);
    braces(to, node, brace(to.tree(), node), Role.BODY);
    to.field(node, "condition", Role.CONDITION);
    to.close(node);
  }

  /** Without a {@code catch} it is a BLOCK only. */
  private static void doStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (!tree.has(node, "catch_block")) {
      braces(to, node, brace(tree, node), role);
      return;
    }
    to.open(Kind.TRY, role, node);
    braces(to, node, brace(tree, node), Role.BODY);
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "catch_block")) {
        to.lower(c, Role.CATCH);
      }
    }
    to.close(node);
  }

  private static void catchBlock(Lowering to, int node, Role role) {
    int error = to.tree().child(node, "error");
    to.open(Kind.CATCH, role, node);
    if (error != NONE) {
      int type = to.tree().child(error, "name");
      int name = to.tree().firstNamed(error);
      to.open(Kind.PARAMETER, Role.PARAMETER, error);
      if (name != NONE && name != type) {
        pattern(to, to.tree().is(name, "pattern") ? name : error, Role.NAME);
      }
      to.field(error, "name", Role.TYPE);
      to.close(error);
    }
    braces(to, node, brace(to.tree(), node), Role.BODY);
    to.close(node);
  }

  private static void transfer(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstChild(node);
    String word = keyword == NONE ? "" : to.text(keyword);
    Kind kind =
        switch (word) {
          case "throw" -> Kind.THROW;
          case "break" -> Kind.BREAK;
          case "continue" -> Kind.CONTINUE;
          default -> Kind.RETURN;
        };
    int opened = to.open(kind, role, node);
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (kind == Kind.BREAK || kind == Kind.CONTINUE) {
        to.symbol(opened, to.text(c));
      } else if (!tree.is(c, "throw_keyword")) {
        to.lower(c, Role.VALUE);
      }
    }
    to.close(node);
  }
}

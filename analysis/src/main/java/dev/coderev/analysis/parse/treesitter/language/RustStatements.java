package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Set;

/** Rust's statements and the expressions that branch, loop or leave. */
final class RustStatements {
  private static final Set<String> MUTABLE = Set.of("mutable_specifier");

  private RustStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "expression_statement",
            "empty_statement",
            "let_declaration",
            "if_expression",
            "match_expression",
            "for_expression",
            "while_expression",
            "loop_expression",
            "return_expression",
            "break_expression",
            "continue_expression",
            "unsafe_block",
            "block")
        .on("block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", RustStatements::expressionStatement)
        .on("empty_statement", Shape.leaf(Kind.EMPTY, ""))
        .on("let_declaration", RustStatements::let)
        .on(
            "if_expression",
            Shape.of(Kind.IF)
                .field("condition", Role.CONDITION)
                .field("consequence", Role.THEN)
                .field("alternative", Role.ELSE))
        .on("else_clause", Construct.ONLY_CHILD)
        .on("match_expression", Shape.of(Kind.SWITCH).field("value", Role.VALUE).rest(Role.CASE))
        .on("match_block", Construct.CHILDREN)
        .on("match_arm", RustStatements::arm)
        .on(
            "for_expression",
            (to, node, role) -> {
              to.open(Kind.FOR_EACH, role, node);
              to.field(node, "pattern", Role.NAME);
              to.field(node, "value", Role.ITERABLE);
              to.field(node, "body", Role.BODY);
              to.close(node);
            })
        .on(
            "while_expression",
            (to, node, role) -> {
              to.open(Kind.WHILE, role, node);
              to.field(node, "condition", Role.CONDITION);
              to.field(node, "body", Role.BODY);
              to.close(node);
            })
        .on(
            "loop_expression",
            (to, node, role) -> {
              to.open(Kind.FOR, role, node);
              to.field(node, "body", Role.BODY);
              to.close(node);
            })
        .on("return_expression", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_expression", (to, node, role) -> jump(to, node, role, Kind.BREAK))
        .on("continue_expression", (to, node, role) -> jump(to, node, role, Kind.CONTINUE));
  }

  /** The semicolon belongs to the statement, also where the expression is one by itself. */
  private static void expressionStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int only = tree.firstNamed(node);
    if (only == NONE) {
      to.leaf(Kind.EMPTY, role, "", node);
    } else if (to.isStatement(only)) {
      to.reach(only, tree.end(node));
      to.lower(only, role);
    } else {
      to.open(Kind.EXPRESSION_STATEMENT, role, node);
      to.children(node, Role.VALUE);
      to.close(node);
    }
  }

  private static void let(Lowering to, int node, Role role) {
    int opened = to.open(Kind.VARIABLE, role, node);
    to.symbol(opened, "let");
    to.modifiers(MUTABLE, node);
    to.field(node, "pattern", Role.NAME);
    to.field(node, "type", Role.TYPE);
    to.field(node, "value", Role.VALUE);
    to.field(node, "alternative", Role.ELSE);
    to.close(node);
  }

  /** {@code a | b} are two labels, {@code _} alone is none. */
  private static void arm(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int pattern = tree.child(node, "pattern");
    int value = tree.child(node, "value");
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    if (pattern != NONE) {
      for (int c = tree.firstNamed(pattern); c != NONE; c = tree.nextNamed(c)) {
        if (tree.field(c).equals("condition")) {
          to.lower(c, Role.GUARD);
        } else if (tree.is(c, "or_pattern")) {
          labels(to, c);
        } else if (!tree.is(c, "_")) {
          to.lower(c, Role.LABEL);
        }
      }
    }
    if (tree.is(value, "block")) {
      to.lower(value, Role.BODY);
    } else if (value != NONE) {
      to.open(Kind.BLOCK, Role.BODY, value);
      to.statement(value, Role.STATEMENT);
      to.close(value);
    }
    to.close(node);
  }

  private static void labels(Lowering to, int orPattern) {
    ConcreteTree tree = to.tree();
    if (!to.enter(orPattern, Role.LABEL)) {
      return;
    }
    for (int c = tree.firstNamed(orPattern); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "or_pattern")) {
        labels(to, c);
      } else {
        to.lower(c, Role.LABEL);
      }
    }
    to.leave();
  }

  private static void jump(Lowering to, int node, Role role, Kind kind) {
    ConcreteTree tree = to.tree();
    int opened = to.open(kind, role, node);
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "label")) {
        int name = tree.firstNamed(c);
        to.symbol(opened, to.text(name == NONE ? c : name));
      } else {
        to.lower(c, Role.VALUE);
      }
    }
    to.close(node);
  }
}

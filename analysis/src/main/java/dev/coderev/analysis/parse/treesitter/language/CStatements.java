package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Operators;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** The statements of C and C++. */
final class CStatements {
  private CStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("compound_statement", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", CStatements::expressionStatement)
        .on(
            "if_statement",
            (to, node, role) -> {
              to.open(Kind.IF, role, node);
              condition(to, node, Role.CONDITION);
              to.field(node, "consequence", Role.THEN);
              to.field(node, "alternative", Role.ELSE);
              to.close(node);
            })
        .on("else_clause", Construct.ONLY_CHILD)
        .on(
            "while_statement",
            (to, node, role) -> {
              to.open(Kind.WHILE, role, node);
              condition(to, node, Role.CONDITION);
              to.field(node, "body", Role.BODY);
              to.close(node);
            })
        .on(
            "do_statement",
            Shape.of(Kind.DO_WHILE).field("body", Role.BODY).field("condition", Role.CONDITION))
        .on(
            "for_statement",
            Shape.of(Kind.FOR)
                .field("initializer", Role.INIT)
                .field("condition", Role.CONDITION)
                .field("update", Role.UPDATE)
                .field("body", Role.BODY))
        .on("switch_statement", CStatements::switchStatement)
        .on("case_statement", CStatements::caseStatement)
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Operators.jump(Kind.BREAK))
        .on("continue_statement", Operators.jump(Kind.CONTINUE))
        .on("goto_statement", Operators.jump(Kind.GOTO))
        .on("labeled_statement", Shape.of(Kind.LABELED).symbolOf("label").rest(Role.BODY));
  }

  private static void expressionStatement(Lowering to, int node, Role role) {
    boolean empty = to.tree().firstNamed(node) == NONE;
    to.open(empty ? Kind.EMPTY : Kind.EXPRESSION_STATEMENT, role, node);
    to.children(node, Role.VALUE);
    to.close(node);
  }

  /** The condition in its parentheses; in C++ an initializer may stand before it. */
  private static void condition(Lowering to, int node, Role role) {
    int clause = to.tree().child(node, "condition");
    if (to.tree().is(clause, "condition_clause")) {
      to.field(clause, "initializer", Role.INIT);
      to.field(clause, "value", role);
    } else {
      to.field(node, "condition", role);
    }
  }

  private static void switchStatement(Lowering to, int node, Role role) {
    to.open(Kind.SWITCH, role, node);
    condition(to, node, Role.VALUE);
    int body = to.tree().child(node, "body");
    if (body != NONE) {
      to.children(body, Role.CASE);
    }
    to.close(node);
  }

  private static void caseStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CASE, role, node);
    to.field(node, "value", Role.LABEL);
    int first = tree.firstNamed(node);
    while (first != NONE && tree.field(first).equals("value")) {
      first = tree.nextNamed(first);
    }
    to.blockFrom(first, node, Role.BODY);
    to.close(node);
  }
}

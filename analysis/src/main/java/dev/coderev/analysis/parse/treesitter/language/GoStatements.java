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
import java.util.List;

/** Go's statements. */
final class GoStatements {
  private GoStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("statement_list", Construct.CHILDREN)
        .on("expression_statement", simple(Construct.ONLY_CHILD))
        .on("assignment_statement", simple(Operators.ASSIGNMENT))
        .on(
            "short_var_declaration",
            simple(
                Shape.of(Kind.ASSIGN)
                    .symbol(":=")
                    .field("left", Role.LEFT)
                    .field("right", Role.RIGHT)))
        .on("inc_statement", simple(Shape.of(Kind.UPDATE).symbol("x++").rest(Role.VALUE)))
        .on("dec_statement", simple(Shape.of(Kind.UPDATE).symbol("x--").rest(Role.VALUE)))
        .on(
            "send_statement",
            simple(
                Shape.of(Kind.BINARY)
                    .symbol("<-")
                    .field("channel", Role.LEFT)
                    .field("value", Role.RIGHT)))
        .on("receive_statement", GoStatements::receive)
        .on("empty_statement", Shape.leaf(Kind.EMPTY, ""))
        .on(
            "if_statement",
            Shape.of(Kind.IF)
                .field("initializer", Role.INIT)
                .field("condition", Role.CONDITION)
                .field("consequence", Role.THEN)
                .field("alternative", Role.ELSE))
        .on("for_statement", GoStatements::forStatement)
        .on(
            "expression_switch_statement",
            Shape.of(Kind.SWITCH)
                .field("initializer", Role.INIT)
                .field("value", Role.VALUE)
                .rest(Role.CASE))
        .on("type_switch_statement", GoStatements::typeSwitch)
        .on("select_statement", Shape.of(Kind.SWITCH).rest(Role.CASE))
        .on(
            List.of("expression_case", "type_case", "communication_case", "default_case"),
            GoStatements::switchCase)
        .on("go_statement", Shape.of(Kind.SPAWN).rest(Role.VALUE))
        .on("defer_statement", Shape.of(Kind.DEFER).rest(Role.VALUE))
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Operators.jump(Kind.BREAK))
        .on("continue_statement", Operators.jump(Kind.CONTINUE))
        .on("goto_statement", Operators.jump(Kind.GOTO))
        .on("labeled_statement", Shape.of(Kind.LABELED).symbolOf("label").rest(Role.BODY));
  }

  /** A simple statement: wrapped where a statement stands, bare in a header or a case. */
  private static Construct simple(Construct expression) {
    return (to, node, role) -> {
      if (role == Role.STATEMENT || role == Role.BODY) {
        to.open(Kind.EXPRESSION_STATEMENT, role, node);
        expression.lower(to, node, Role.VALUE);
        to.close(node);
      } else {
        expression.lower(to, node, role);
      }
    };
  }

  /** {@code v := <-c} of a {@code select}. */
  private static void receive(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.child(node, "left") == NONE) {
      to.field(node, "right", role);
      return;
    }
    int opened = to.open(Kind.ASSIGN, role, node);
    to.symbol(opened, tree.has(node, ":=") ? ":=" : "=");
    to.field(node, "left", Role.LEFT);
    to.field(node, "right", Role.RIGHT);
    to.close(node);
  }

  private static void forStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int header = tree.firstNamed(node);
    int opened = to.open(Kind.FOR, role, node);
    if (tree.is(header, "range_clause")) {
      to.kind(opened, Kind.FOR_EACH);
      to.symbol(opened, tree.has(header, ":=") ? ":=" : tree.has(header, "=") ? "=" : "");
      to.field(header, "left", Role.NAME);
      to.field(header, "right", Role.ITERABLE);
    } else if (tree.is(header, "for_clause")) {
      to.field(header, "initializer", Role.INIT);
      to.field(header, "condition", Role.CONDITION);
      to.field(header, "update", Role.UPDATE);
    } else if (header != NONE && !tree.field(header).equals("body")) {
      to.lower(header, Role.CONDITION);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** {@code switch v := x.(type)}: the assignment comes first, as INIT. */
  private static void typeSwitch(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    to.field(node, "initializer", Role.INIT);
    int alias = tree.child(node, "alias");
    int value = tree.child(node, "value");
    if (alias != NONE && value != NONE) {
      int opened = to.open(Kind.ASSIGN, Role.INIT, alias);
      to.symbol(opened, ":=");
      to.lower(alias, Role.LEFT);
      to.lower(value, Role.RIGHT);
      to.close(value);
    } else {
      to.field(node, "value", Role.VALUE);
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.field(child).isEmpty()) {
        to.lower(child, Role.CASE);
      }
    }
    to.close(node);
  }

  private static void switchCase(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int body = tree.childOfType(node, "statement_list");
    int last = body == NONE ? NONE : tree.lastNamed(body);
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, tree.is(last, "fallthrough_statement") ? "" : "->");
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "expression_list")) {
        to.children(child, Role.LABEL);
      } else if (child != body) {
        to.lower(child, Role.LABEL);
      }
    }
    to.blockFrom(body == NONE ? NONE : tree.firstNamed(body), node, Role.BODY);
    to.close(node);
  }
}

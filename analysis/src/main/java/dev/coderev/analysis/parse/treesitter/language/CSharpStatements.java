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

/** C#'s statements. */
final class CSharpStatements {
  private CSharpStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("global_statement", Construct.ONLY_CHILD)
        .on("block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on(List.of("checked_statement", "unsafe_statement"), Construct.ONLY_CHILD)
        .on("expression_statement", Shape.of(Kind.EXPRESSION_STATEMENT).rest(Role.VALUE))
        .on("empty_statement", Shape.leaf(Kind.EMPTY, ""))
        .on(
            "if_statement",
            Shape.of(Kind.IF)
                .field("condition", Role.CONDITION)
                .field("consequence", Role.THEN)
                .field("alternative", Role.ELSE))
        .on(
            "while_statement",
            Shape.of(Kind.WHILE).field("condition", Role.CONDITION).field("body", Role.BODY))
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
        .on("foreach_statement", CSharpStatements::forEach)
        .on("switch_statement", Shape.of(Kind.SWITCH).field("value", Role.VALUE).rest(Role.CASE))
        .on("switch_body", Construct.CHILDREN)
        .on("switch_section", CSharpStatements::section)
        .on("switch_expression", CSharpStatements::switchExpression)
        .on("switch_expression_arm", CSharpStatements::arm)
        .on("when_clause", Construct.ONLY_CHILD)
        .on("try_statement", CSharpStatements::tryStatement)
        .on("catch_clause", CSharpStatements::catchClause)
        .on("finally_clause", Construct.ONLY_CHILD)
        .on(
            List.of("using_statement", "fixed_statement"),
            (to, node, role) -> headAndBody(to, node, role, Kind.WITH, Role.RESOURCE))
        .on(
            "lock_statement",
            (to, node, role) -> headAndBody(to, node, role, Kind.SYNCHRONIZED, Role.VALUE))
        .on("throw_statement", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("yield_statement", CSharpStatements::yieldStatement)
        .on("break_statement", Operators.jump(Kind.BREAK))
        .on("continue_statement", Operators.jump(Kind.CONTINUE))
        .on("goto_statement", Operators.jump(Kind.GOTO))
        .on("labeled_statement", CSharpStatements::labeled);
  }

  private static void forEach(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int type = tree.child(node, "type");
    int left = tree.child(node, "left");
    to.open(Kind.FOR_EACH, role, node);
    if (type != NONE && left != NONE) {
      int opened = to.open(Kind.VARIABLE, Role.NAME, type);
      CSharpDeclarations.type(to, node, opened);
      to.lower(left, Role.NAME);
      to.close(left);
    } else {
      to.field(node, "left", Role.NAME);
    }
    to.field(node, "right", Role.ITERABLE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** Before the last colon stand labels and a guard, after it statements. */
  private static void section(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CASE, role, node);
    int colon = NONE;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      colon = tree.is(child, ":") ? child : colon;
    }
    int child = tree.firstNamed(node);
    for (; child != NONE && child < colon; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "when_clause") ? Role.GUARD : Role.LABEL);
    }
    to.blockFrom(child, node, Role.BODY);
    to.close(node);
  }

  private static void switchExpression(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "switch_expression_arm") ? Role.CASE : Role.VALUE);
    }
    to.close(node);
  }

  private static void arm(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.lastNamed(node);
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    for (int child = tree.firstNamed(node); child != value; child = tree.nextNamed(child)) {
      if (tree.is(child, "when_clause")) {
        to.lower(child, Role.GUARD);
      } else if (!tree.is(child, "discard")) {
        to.lower(child, Role.LABEL);
      }
    }
    to.expressionBlock(value, Role.BODY);
    to.close(node);
  }

  private static void tryStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TRY, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      Role part =
          switch (tree.type(child)) {
            case "catch_clause" -> Role.CATCH;
            case "finally_clause" -> Role.FINALLY;
            default -> Role.BODY;
          };
      to.lower(child, part);
    }
    to.close(node);
  }

  private static void catchClause(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CATCH, role, node);
    int declaration = tree.childOfType(node, "catch_declaration");
    if (declaration != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, declaration);
      to.field(declaration, "type", Role.TYPE);
      to.field(declaration, "name", Role.NAME);
      to.close(declaration);
    }
    int filter = tree.childOfType(node, "catch_filter_clause");
    if (filter != NONE) {
      to.children(filter, Role.GUARD);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** A header of one or more parts, then the body, which comes last. */
  private static void headAndBody(Lowering to, int node, Role role, Kind kind, Role head) {
    ConcreteTree tree = to.tree();
    int body = tree.lastNamed(node);
    to.open(kind, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, child == body ? Role.BODY : head);
    }
    to.close(node);
  }

  private static void yieldStatement(Lowering to, int node, Role role) {
    if (to.tree().has(node, "break")) {
      to.leaf(Kind.RETURN, role, "", node);
      return;
    }
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    int opened = to.open(Kind.YIELD, Role.VALUE, node);
    to.symbol(opened, "yield");
    to.children(node, Role.VALUE);
    to.close(node);
    to.close(node);
  }

  private static void labeled(Lowering to, int node, Role role) {
    int label = to.tree().firstNamed(node);
    int body = label == NONE ? NONE : to.tree().nextNamed(label);
    int opened = to.open(Kind.LABELED, role, node);
    to.symbol(opened, label == NONE ? "" : to.text(label));
    if (body != NONE) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }
}

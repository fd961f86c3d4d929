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

/** The statements of JavaScript and TypeScript. */
final class JavaScriptStatements {
  private JavaScriptStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("statement_block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", Shape.of(Kind.EXPRESSION_STATEMENT).rest(Role.VALUE))
        .on("empty_statement", Shape.leaf(Kind.EMPTY, ""))
        .on(List.of("lexical_declaration", "variable_declaration"), JavaScriptStatements::variables)
        .on(
            "if_statement",
            Shape.of(Kind.IF)
                .field("condition", Role.CONDITION)
                .field("consequence", Role.THEN)
                .field("alternative", Role.ELSE))
        .on("else_clause", Construct.ONLY_CHILD)
        .on(
            "while_statement",
            Shape.of(Kind.WHILE).field("condition", Role.CONDITION).field("body", Role.BODY))
        .on(
            "do_statement",
            Shape.of(Kind.DO_WHILE).field("body", Role.BODY).field("condition", Role.CONDITION))
        .on("for_statement", JavaScriptStatements::forStatement)
        .on("for_in_statement", JavaScriptStatements::forEach)
        .on("switch_statement", Shape.of(Kind.SWITCH).field("value", Role.VALUE).rest(Role.CASE))
        .on("switch_body", (to, node, role) -> to.children(node, Role.CASE))
        .on(List.of("switch_case", "switch_default"), JavaScriptStatements::switchCase)
        .on(
            "try_statement",
            Shape.of(Kind.TRY)
                .field("body", Role.BODY)
                .field("handler", Role.CATCH)
                .field("finalizer", Role.FINALLY))
        .on("catch_clause", JavaScriptStatements::catchClause)
        .on("finally_clause", Construct.ONLY_CHILD)
        .on("throw_statement", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Operators.jump(Kind.BREAK))
        .on("continue_statement", Operators.jump(Kind.CONTINUE))
        .on("labeled_statement", Shape.of(Kind.LABELED).symbolOf("label").field("body", Role.BODY))
        .on(
            "with_statement",
            Shape.of(Kind.WITH).field("object", Role.RESOURCE).field("body", Role.BODY));
  }

  /** {@code const a = 1, b = 2}: one VARIABLE for each; a single one spans the statement. */
  static void variables(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int whole = JavaScriptDefinitions.whole(tree, node);
    boolean single = tree.namedCount(node) == 1;
    for (int item = tree.firstNamed(node); item != NONE; item = tree.nextNamed(item)) {
      if (!tree.is(item, "variable_declarator")) {
        to.lower(item, role);
        continue;
      }
      int opened = to.open(Kind.VARIABLE, role, single ? whole : item);
      to.symbol(opened, to.text(tree.firstChild(node)));
      if (single && whole != node) {
        to.modifiers(JavaScriptDefinitions.MODIFIERS, whole);
      }
      to.field(item, "name", Role.NAME);
      to.field(item, "type", Role.TYPE);
      to.field(item, "value", Role.VALUE);
      to.close(single ? whole : item);
    }
  }

  private static void forStatement(Lowering to, int node, Role role) {
    to.open(Kind.FOR, role, node);
    expressions(to, to.tree().child(node, "initializer"), Role.INIT);
    expressions(to, to.tree().child(node, "condition"), Role.CONDITION);
    expressions(to, to.tree().child(node, "increment"), Role.UPDATE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** A part of a {@code for}: nothing, a declaration, an expression or several. */
  private static void expressions(Lowering to, int part, Role role) {
    ConcreteTree tree = to.tree();
    if (part == NONE || !tree.isNamed(part) || tree.is(part, "empty_statement")) {
      return;
    }
    if (tree.is(part, "expression_statement")) {
      expressions(to, tree.firstNamed(part), role);
    } else if (tree.is(part, "sequence_expression") && role != Role.CONDITION) {
      to.children(part, role);
    } else {
      to.lower(part, role);
    }
  }

  private static void forEach(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.FOR_EACH, role, node);
    int operator = tree.child(node, "operator");
    to.symbol(opened, operator == NONE ? "" : to.operator(operator));
    int kind = tree.child(node, "kind");
    int left = tree.child(node, "left");
    if (kind != NONE && left != NONE) {
      int variable = to.open(Kind.VARIABLE, Role.NAME, kind);
      to.symbol(variable, to.text(kind));
      to.lower(left, Role.NAME);
      to.close(left);
    } else {
      to.field(node, "left", Role.NAME);
    }
    to.field(node, "right", Role.ITERABLE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void switchCase(Lowering to, int node, Role role) {
    to.open(Kind.CASE, role, node);
    to.field(node, "value", Role.LABEL);
    to.block(node, "body", Role.BODY);
    to.close(node);
  }

  private static void catchClause(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CATCH, role, node);
    int parameter = tree.child(node, "parameter");
    if (parameter != NONE) {
      int type = tree.child(node, "type");
      to.open(Kind.PARAMETER, Role.PARAMETER, parameter);
      to.lower(parameter, Role.NAME);
      to.field(node, "type", Role.TYPE);
      to.close(type == NONE ? parameter : type);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }
}

package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Statements of Python. */
final class PythonStatements {
  private PythonStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", PythonStatements::expressionStatement)
        .on("if_statement", new IfChains("consequence", "elif_clause")::lower)
        .on("else_clause", Construct.ONLY_CHILD)
        .on("finally_clause", Construct.ONLY_CHILD)
        .on(
            "while_statement",
            Shape.of(Kind.WHILE)
                .field("condition", Role.CONDITION)
                .field("body", Role.BODY)
                .field("alternative", Role.ELSE))
        .on(
            "for_statement",
            Shape.of(Kind.FOR_EACH)
                .field("left", Role.NAME)
                .field("right", Role.ITERABLE)
                .field("body", Role.BODY)
                .field("alternative", Role.ELSE))
        .on("try_statement", PythonStatements::tryStatement)
        .on("except_clause", PythonStatements::except)
        .on("raise_statement", Shape.of(Kind.THROW).field("cause", Role.CAUSE).rest(Role.VALUE))
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Shape.leaf(Kind.BREAK, ""))
        .on("continue_statement", Shape.leaf(Kind.CONTINUE, ""))
        .on("pass_statement", Shape.leaf(Kind.EMPTY, ""))
        .on("with_statement", Shape.of(Kind.WITH).field("body", Role.BODY).rest(Role.RESOURCE))
        .on("with_clause", Construct.CHILDREN)
        .on("with_item", PythonStatements::withItem)
        .on("assert_statement", PythonStatements::assertStatement)
        .on("delete_statement", PythonStatements::delete)
        .on("global_statement", Shape.of(Kind.GLOBAL).symbol("global").rest(Role.NAME))
        .on("nonlocal_statement", Shape.of(Kind.GLOBAL).symbol("nonlocal").rest(Role.NAME))
        .on("print_statement", PythonStatements::callStatement)
        .on("exec_statement", PythonStatements::callStatement);
  }

  private static void expressionStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int first = tree.firstNamed(node);
    boolean declares =
        tree.is(first, "assignment")
            && tree.child(first, "type") != NONE
            && (tree.is(tree.child(first, "left"), "identifier")
                || tree.child(first, "right") == NONE);
    if (declares) {
      to.lower(first, role);
      return;
    }
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    if (tree.has(node, ",")) {
      to.open(Kind.TUPLE, Role.VALUE, node);
      to.children(node, Role.ELEMENT);
      to.close(node);
    } else {
      to.children(node, Role.VALUE);
    }
    to.close(node);
  }

  private static void tryStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TRY, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      Role part =
          switch (tree.type(child)) {
            case "block" -> Role.BODY;
            case "else_clause" -> Role.ELSE;
            case "finally_clause" -> Role.FINALLY;
            default -> Role.CATCH;
          };
      to.lower(child, part);
    }
    to.close(node);
  }

  private static void except(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CATCH, role, node);
    int value = tree.child(node, "value");
    if (value != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, value);
      if (tree.is(value, "as_pattern")) {
        to.lower(tree.firstNamed(value), Role.TYPE);
        alias(to, value);
      } else {
        to.field(node, "value", Role.TYPE);
      }
      to.close(value);
    }
    int body = tree.lastNamed(node);
    if (tree.is(body, "block")) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }

  /** The name after {@code as}. */
  private static void alias(Lowering to, int asPattern) {
    int alias = to.tree().child(asPattern, "alias");
    if (alias != NONE) {
      to.children(alias, Role.NAME);
    }
  }

  private static void withItem(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.child(node, "value");
    if (tree.is(value, "as_pattern")) {
      to.open(Kind.VARIABLE, role, node);
      to.lower(tree.firstNamed(value), Role.VALUE);
      alias(to, value);
      to.close(node);
    } else {
      to.children(node, role);
    }
  }

  private static void assertStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ASSERT, role, node);
    Role next = Role.CONDITION;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.MESSAGE;
    }
    to.close(node);
  }

  private static void delete(Lowering to, int node, Role role) {
    int only = to.tree().firstNamed(node);
    to.open(Kind.DELETE, role, node);
    to.children(to.tree().is(only, "expression_list") ? only : node, Role.VALUE);
    to.close(node);
  }

  /** {@code print x} and {@code exec x} of Python 2 are calls. */
  private static void callStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstChild(node);
    int first = tree.firstNamed(node);
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    to.open(Kind.CALL, Role.VALUE, node);
    to.leaf(Kind.IDENTIFIER, Role.CALLEE, to.text(keyword), keyword);
    if (first != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
      to.children(node, Role.ARGUMENT);
      to.close(node);
    }
    to.close(node);
    to.close(node);
  }
}

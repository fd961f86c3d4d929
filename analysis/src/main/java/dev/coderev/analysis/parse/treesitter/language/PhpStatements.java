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

/** PHP's statements, and the text around its code. */
final class PhpStatements {
  private PhpStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("text", Shape.leaf(Kind.MARKUP_TEXT))
        .on("text_interpolation", Construct.CHILDREN)
        .on(List.of("php_tag", "php_end_tag"), Construct.NOTHING)
        .on(List.of("compound_statement", "colon_block"), Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", PhpStatements::expressionStatement)
        .on("empty_statement", Shape.leaf(Kind.EMPTY, ""))
        .on(List.of("echo_statement", "exit_statement"), PhpStatements::callStatement)
        .on("unset_statement", Shape.of(Kind.DELETE).rest(Role.VALUE))
        .on("global_declaration", Shape.of(Kind.GLOBAL).symbol("global").rest(Role.NAME))
        .on("if_statement", new IfChains("body", "else_if_clause")::lower)
        .on("else_clause", Construct.ONLY_CHILD)
        .on(
            "while_statement",
            Shape.of(Kind.WHILE).field("condition", Role.CONDITION).field("body", Role.BODY))
        .on(
            "do_statement",
            Shape.of(Kind.DO_WHILE).field("body", Role.BODY).field("condition", Role.CONDITION))
        .on(
            "for_statement",
            Shape.of(Kind.FOR)
                .field("initialize", Role.INIT)
                .field("condition", Role.CONDITION)
                .field("update", Role.UPDATE)
                .field("body", Role.BODY))
        .on("foreach_statement", PhpStatements::forEach)
        .on(
            "switch_statement",
            Shape.of(Kind.SWITCH).field("condition", Role.VALUE).rest(Role.CASE))
        .on(
            "match_expression",
            Shape.of(Kind.SWITCH).field("condition", Role.VALUE).rest(Role.CASE))
        .on(List.of("switch_block", "match_block"), Construct.CHILDREN)
        .on(List.of("case_statement", "default_statement"), PhpStatements::caseStatement)
        .on(
            List.of("match_conditional_expression", "match_default_expression"),
            PhpStatements::matchArm)
        .on("match_condition_list", Construct.CHILDREN)
        .on("try_statement", PhpStatements::tryStatement)
        .on("catch_clause", PhpStatements::catchClause)
        .on("finally_clause", Construct.ONLY_CHILD)
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Operators.jump(Kind.BREAK))
        .on("continue_statement", Operators.jump(Kind.CONTINUE))
        .on("goto_statement", Operators.jump(Kind.GOTO))
        .on("named_label_statement", Operators.jump(Kind.LABELED));
  }

  /** {@code throw e;} is a THROW; what follows {@code <?=} is echoed. */
  private static void expressionStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int only = tree.firstNamed(node);
    if (tree.is(only, "throw_expression")) {
      to.open(Kind.THROW, role, node);
      to.children(only, Role.VALUE);
      to.close(node);
      return;
    }
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    if (only != NONE && isEchoed(to, node)) {
      to.open(Kind.CALL, Role.VALUE, node);
      to.leaf(Kind.IDENTIFIER, Role.CALLEE, "echo", only);
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, only);
      to.children(node, Role.ARGUMENT);
      to.close(node);
      to.close(node);
    } else {
      to.children(node, Role.VALUE);
    }
    to.close(node);
  }

  private static boolean isEchoed(Lowering to, int node) {
    int at = to.tree().start(node) - 1;
    while (at >= 0 && Character.isWhitespace(to.charAt(at))) {
      at--;
    }
    return at >= 2 && to.text(at - 2, at + 1).equals("<?=");
  }

  private static void callStatement(Lowering to, int node, Role role) {
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    PhpConstructs.keywordCall(to, node, Role.VALUE);
    to.close(node);
  }

  private static void forEach(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int iterable = tree.firstNamed(node);
    int name = iterable == NONE ? NONE : tree.nextNamed(iterable);
    to.open(Kind.FOR_EACH, role, node);
    if (name != NONE) {
      to.lower(iterable, Role.ITERABLE);
      if (tree.is(name, "pair")) {
        to.open(Kind.TUPLE, Role.NAME, name);
        to.children(name, Role.ELEMENT);
        to.close(name);
      } else if (tree.is(name, "by_ref")) {
        to.children(name, Role.NAME);
      } else {
        to.lower(name, Role.NAME);
      }
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void caseStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CASE, role, node);
    to.field(node, "value", Role.LABEL);
    int first = tree.firstNamed(node);
    if (first != NONE && tree.field(first).equals("value")) {
      first = tree.nextNamed(first);
    }
    to.blockFrom(first, node, Role.BODY);
    to.close(node);
  }

  private static void matchArm(Lowering to, int node, Role role) {
    int value = to.tree().child(node, "return_expression");
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    to.field(node, "conditional_expressions", Role.LABEL);
    if (value != NONE) {
      to.expressionBlock(value, Role.BODY);
    }
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
    int types = tree.child(node, "type");
    int name = tree.child(node, "name");
    to.open(Kind.CATCH, role, node);
    if (types != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, types);
      if (tree.namedCount(types) > 1) {
        to.open(Kind.TUPLE, Role.TYPE, types);
        to.children(types, Role.ELEMENT);
        to.close(types);
      } else {
        to.children(types, Role.TYPE);
      }
      to.field(node, "name", Role.NAME);
      to.close(name == NONE ? types : name);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }
}

package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** Scala's control flow. */
final class ScalaStatements {
  private ScalaStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "if_expression",
            "while_expression",
            "do_while_expression",
            "for_expression",
            "try_expression",
            "throw_expression",
            "return_expression",
            "match_expression",
            "block",
            "indented_block",
            "template_body",
            "val_definition",
            "var_definition",
            "val_declaration",
            "var_declaration",
            "function_definition",
            "function_declaration",
            "class_definition",
            "object_definition",
            "trait_definition",
            "import_declaration",
            "package_clause",
            "type_definition")
        .on(
            List.of("block", "indented_block", "template_body"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("case_block", Shape.of(Kind.SWITCH).rest(Role.CASE))
        .on("if_expression", ScalaStatements::branch)
        .on(
            "while_expression",
            Shape.of(Kind.WHILE).field("condition", Role.CONDITION).field("body", Role.BODY))
        .on(
            "do_while_expression",
            Shape.of(Kind.DO_WHILE).field("body", Role.BODY).field("condition", Role.CONDITION))
        .on("throw_expression", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on("return_expression", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("match_expression", ScalaStatements::match)
        .on("case_clause", ScalaStatements::clause)
        .on("guard", (to, node, role) -> to.lower(to.tree().firstNamed(node), role))
        .on("try_expression", ScalaStatements::tried)
        .on("for_expression", ScalaStatements::loop);
  }

  /** As a value it is a CONDITIONAL. */
  private static void branch(Lowering to, int node, Role role) {
    boolean statement = role == Role.STATEMENT || role == Role.THEN || role == Role.ELSE;
    to.open(statement ? Kind.IF : Kind.CONDITIONAL, role, node);
    to.field(node, "condition", Role.CONDITION);
    to.field(node, "consequence", Role.THEN);
    to.field(node, "alternative", Role.ELSE);
    to.close(node);
  }

  private static void match(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    to.field(node, "value", Role.VALUE);
    int body = tree.child(node, "body");
    if (body != NONE) {
      to.children(body, Role.CASE);
    }
    to.close(node);
  }

  private static void clause(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    int pattern = tree.child(node, "pattern");
    if (pattern != NONE && !tree.is(pattern, "wildcard")) {
      to.lower(pattern, Role.LABEL);
    }
    int guard = tree.childOfType(node, "guard");
    if (guard != NONE) {
      to.lower(guard, Role.GUARD);
    }
    to.block(node, "body", Role.BODY);
    to.close(node);
  }

  private static void tried(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TRY, role, node);
    to.field(node, "body", Role.BODY);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "catch_clause")) {
        handlers(to, tree.firstNamed(child));
      } else if (tree.is(child, "finally_clause")) {
        to.lower(tree.firstNamed(child), Role.FINALLY);
      }
    }
    to.close(node);
  }

  private static void handlers(Lowering to, int block) {
    ConcreteTree tree = to.tree();
    if (block == NONE) {
      return;
    }
    for (int child = tree.firstNamed(block); child != NONE; child = tree.nextNamed(child)) {
      int pattern = tree.child(child, "pattern");
      to.open(Kind.CATCH, Role.CATCH, child);
      if (pattern != NONE && tree.is(pattern, "typed_pattern")) {
        to.open(Kind.PARAMETER, Role.PARAMETER, pattern);
        to.lower(tree.firstNamed(pattern), Role.NAME);
        to.lower(tree.lastNamed(pattern), Role.TYPE);
        to.close(pattern);
      }
      to.block(child, "body", Role.BODY);
      to.close(child);
    }
  }

  /** One loop for each generator, within each other. */
  private static void loop(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int enumerators = tree.childOfType(node, "enumerators");
    int first = enumerators == NONE ? NONE : tree.firstNamed(enumerators);
    int opened = 0;
    for (int at = first; at != NONE; at = tree.nextNamed(at)) {
      int name = tree.firstNamed(at);
      if (tree.is(at, "enumerator") && name != NONE && tree.nextNamed(name) != NONE) {
        to.open(Kind.FOR_EACH, opened == 0 ? role : Role.BODY, node);
        to.lower(name, Role.NAME);
        to.lower(tree.nextNamed(name), Role.ITERABLE);
        opened++;
      }
    }
    int body = tree.lastNamed(node);
    if (opened == 0) {
      to.other(node, role);
      return;
    }
    if (body != NONE) {
      if (to.isStatement(body)) {
        to.lower(body, Role.BODY);
      } else {
        to.expressionBlock(body, Role.BODY);
      }
    }
    for (int i = 0; i < opened; i++) {
      to.close(node);
    }
  }
}

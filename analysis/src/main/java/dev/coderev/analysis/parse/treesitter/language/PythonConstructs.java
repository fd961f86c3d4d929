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

/** Python 3, and of Python 2 what the grammar reads: expressions here, the rest beside it. */
public final class PythonConstructs {
  private PythonConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    expressions(constructs);
    PythonStatements.addTo(constructs);
    PythonDefinitions.addTo(constructs);
    PythonStrings.addTo(constructs);
    PythonImports.addTo(constructs);
    PythonPatterns.addTo(constructs);
    return constructs;
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on("identifier", Shape.leaf(Kind.IDENTIFIER))
        .on(
            "attribute",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("object", Role.OBJECT)
                .field("attribute", Role.NAME))
        .on(
            "subscript",
            Shape.of(Kind.INDEX).field("value", Role.OBJECT).field("subscript", Role.INDEX))
        .on("slice", PythonConstructs::slice)
        .on("call", PythonConstructs::call)
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            "keyword_argument",
            Shape.of(Kind.KEYWORD_ARGUMENT).field("name", Role.NAME).field("value", Role.VALUE))
        .on(
            List.of("list_splat", "list_splat_pattern"),
            Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE))
        .on(
            List.of("dictionary_splat", "dictionary_splat_pattern"),
            Shape.of(Kind.SPREAD).symbol("**").rest(Role.VALUE))
        .on(List.of("parenthesized_expression", "parenthesized_list_splat"), Construct.ONLY_CHILD)
        .on(List.of("integer", "float"), Operators.NUMBER)
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("none", Shape.leaf(Kind.NULL, ""))
        .on(List.of("binary_operator", "boolean_operator"), Operators.BINARY)
        .on("comparison_operator", PythonConstructs::comparison)
        .on("not_operator", Shape.of(Kind.UNARY).symbol("!").field("argument", Role.VALUE))
        .on("unary_operator", Operators.UNARY)
        .on("assignment", PythonConstructs::assignment)
        .on(
            "augmented_assignment",
            Shape.of(Kind.COMPOUND_ASSIGN)
                .field("left", Role.LEFT)
                .symbolOf("operator")
                .field("right", Role.RIGHT))
        .on(
            "named_expression",
            Shape.of(Kind.ASSIGN).symbol(":=").field("name", Role.LEFT).field("value", Role.RIGHT))
        .on("conditional_expression", PythonConstructs::conditional)
        .on(
            "lambda",
            Shape.of(Kind.LAMBDA).field("parameters", Role.PARAMETERS).field("body", Role.BODY))
        .on("list", Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on(
            List.of("tuple", "expression_list", "pattern_list", "tuple_pattern", "list_pattern"),
            Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on("set", Shape.of(Kind.SET).rest(Role.ELEMENT))
        .on("dictionary", Shape.of(Kind.MAP).rest(Role.ELEMENT))
        .on("pair", Shape.of(Kind.PAIR).field("key", Role.KEY).field("value", Role.VALUE))
        .on("list_comprehension", comprehension("list"))
        .on("set_comprehension", comprehension("set"))
        .on("dictionary_comprehension", comprehension("map"))
        .on("generator_expression", comprehension("generator"))
        .on("await", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on(
            "yield",
            (to, node, role) -> {
              int opened = to.open(Kind.YIELD, role, node);
              to.symbol(opened, to.tree().has(node, "from") ? "yield from" : "yield");
              to.children(node, Role.VALUE);
              to.close(node);
            })
        .on("type", Construct.ONLY_CHILD)
        .on("generic_type", PythonConstructs::genericType)
        .on("type_parameter", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            "member_type",
            (to, node, role) -> {
              ConcreteTree tree = to.tree();
              int opened = to.open(Kind.MEMBER, role, node);
              to.symbol(opened, ".");
              to.lower(tree.firstNamed(node), Role.OBJECT);
              to.lower(tree.lastNamed(node), Role.NAME);
              to.close(node);
            })
        .on(
            "union_type",
            (to, node, role) -> {
              ConcreteTree tree = to.tree();
              int opened = to.open(Kind.BINARY, role, node);
              to.symbol(opened, "|");
              to.lower(tree.firstNamed(node), Role.LEFT);
              to.lower(tree.lastNamed(node), Role.RIGHT);
              to.close(node);
            });
  }

  private static void slice(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SLICE, role, node);
    int colons = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, ":")) {
        colons++;
      } else if (tree.isNamed(child)) {
        to.lower(child, colons == 0 ? Role.LOWER : colons == 1 ? Role.UPPER : Role.STEP);
      }
    }
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    int arguments = tree.child(node, "arguments");
    if (tree.is(arguments, "generator_expression")) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, arguments);
      to.lower(arguments, Role.ARGUMENT);
      to.close(arguments);
    } else if (arguments != NONE) {
      to.lower(arguments, Role.ARGUMENTS);
    }
    to.close(node);
  }

  /** {@code a < b < c} is {@code (a < b) < c}. */
  private static void comparison(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int operators = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.field(child).equals("operators")) {
        operators++;
      }
    }
    for (int i = operators; i > 0; i--) {
      int opened = to.open(Kind.BINARY, i == operators ? role : Role.LEFT, node);
      to.symbol(opened, comparisonOperator(to, node, i));
    }
    int operand = tree.firstNamed(node);
    to.lower(operand, Role.LEFT);
    for (int i = 0; i < operators; i++) {
      operand = tree.nextNamed(operand);
      if (operand == NONE) {
        to.closeAt(tree.end(node));
      } else {
        to.lower(operand, Role.RIGHT);
        to.close(operand);
      }
    }
  }

  private static String comparisonOperator(Lowering to, int node, int wanted) {
    ConcreteTree tree = to.tree();
    int seen = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.field(child).equals("operators") && ++seen == wanted) {
        return to.operator(child);
      }
    }
    return "";
  }

  private static void assignment(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int type = tree.child(node, "type");
    int left = tree.child(node, "left");
    int right = tree.child(node, "right");
    if (type != NONE && (tree.is(left, "identifier") || right == NONE)) {
      to.open(Kind.VARIABLE, role, node);
      to.lower(left, Role.NAME);
      to.lower(type, Role.TYPE);
      if (right != NONE) {
        to.lower(right, Role.VALUE);
      }
    } else {
      int opened = to.open(Kind.ASSIGN, role, node);
      to.symbol(opened, "=");
      to.field(node, "left", Role.LEFT);
      to.field(node, "right", Role.RIGHT);
    }
    to.close(node);
  }

  private static void conditional(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CONDITIONAL, role, node);
    Role next = Role.THEN;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = next == Role.THEN ? Role.CONDITION : Role.ELSE;
    }
    to.close(node);
  }

  private static Construct comprehension(String symbol) {
    return (to, node, role) -> {
      ConcreteTree tree = to.tree();
      int opened = to.open(Kind.COMPREHENSION, role, node);
      to.symbol(opened, symbol);
      to.field(node, "body", Role.ELEMENT);
      int clause = NONE;
      for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
        if (tree.is(child, "for_in_clause")) {
          clause = child;
          to.open(Kind.COMPREHENSION_CLAUSE, Role.CLAUSE, clause);
          to.field(clause, "left", Role.NAME);
          to.field(clause, "right", Role.ITERABLE);
        } else if (tree.is(child, "if_clause")) {
          to.children(child, Role.CONDITION);
        }
        int next = tree.nextNamed(child);
        if (clause != NONE && (next == NONE || !tree.is(next, "if_clause"))) {
          to.close(child);
          clause = NONE;
        }
      }
      to.close(node);
    };
  }

  private static void genericType(Lowering to, int node, Role role) {
    to.open(Kind.GENERIC_TYPE, role, node);
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "type_parameter") ? Role.TYPE_ARGUMENTS : Role.TYPE);
    }
    to.close(node);
  }
}

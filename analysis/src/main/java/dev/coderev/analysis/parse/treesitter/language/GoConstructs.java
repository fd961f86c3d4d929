package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Operators;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** Go: its expressions and types here, the rest beside it. */
public final class GoConstructs {
  private GoConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    literals(constructs);
    expressions(constructs);
    types(constructs);
    GoStatements.addTo(constructs);
    GoDeclarations.addTo(constructs);
    return constructs;
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(
            List.of(
                "identifier",
                "blank_identifier",
                "field_identifier",
                "package_identifier",
                "type_identifier",
                "iota"),
            Shape.leaf(Kind.IDENTIFIER))
        .on(List.of("int_literal", "float_literal", "imaginary_literal"), Operators.NUMBER)
        .on(
            "rune_literal",
            (to, node, role) ->
                to.leaf(Kind.CHARACTER, role, Literals.unescape(to.inner(node, 1), false), node))
        .on(
            "interpreted_string_literal",
            (to, node, role) ->
                to.leaf(Kind.STRING, role, Literals.unescape(to.inner(node, 1), false), node))
        .on(
            "raw_string_literal",
            (to, node, role) -> to.leaf(Kind.STRING, role, to.inner(node, 1), node))
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("nil", Shape.leaf(Kind.NULL, ""))
        .on(
            "composite_literal",
            Shape.of(Kind.COMPOSITE).field("type", Role.TYPE).field("body", Role.ELEMENT))
        .on("literal_value", GoConstructs::literalValue)
        .on("literal_element", Construct.ONLY_CHILD)
        .on("keyed_element", Shape.of(Kind.PAIR).field("key", Role.KEY).field("value", Role.VALUE));
  }

  /** The braces of a typed literal vanish; within another literal they are a literal. */
  private static void literalValue(Lowering to, int node, Role role) {
    if (to.tree().is(to.tree().parent(node), "composite_literal")) {
      to.children(node, Role.ELEMENT);
    } else {
      to.open(Kind.COMPOSITE, role, node);
      to.children(node, Role.ELEMENT);
      to.close(node);
    }
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on(
            "selector_expression",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("operand", Role.OBJECT)
                .field("field", Role.NAME))
        .on(
            "index_expression",
            Shape.of(Kind.INDEX).field("operand", Role.OBJECT).field("index", Role.INDEX))
        .on("slice_expression", GoConstructs::slice)
        .on(
            "call_expression",
            Shape.of(Kind.CALL)
                .field("function", Role.CALLEE)
                .field("type_arguments", Role.TYPE_ARGUMENTS)
                .field("arguments", Role.ARGUMENTS))
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("variadic_argument", Shape.of(Kind.SPREAD).symbol("...").rest(Role.VALUE))
        .on("type_conversion_expression", GoConstructs::conversion)
        .on(
            "type_assertion_expression",
            Shape.of(Kind.CAST).field("operand", Role.VALUE).field("type", Role.TYPE))
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("binary_expression", Operators.BINARY)
        .on(
            "unary_expression",
            Shape.of(Kind.UNARY).symbolOf("operator").field("operand", Role.VALUE))
        .on("expression_list", GoConstructs::expressionList)
        .on(
            "func_literal",
            Shape.of(Kind.LAMBDA)
                .field("parameters", Role.PARAMETERS)
                .field("result", Role.TYPE)
                .field("body", Role.BODY));
  }

  private static void slice(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.INDEX, role, node);
    to.field(node, "operand", Role.OBJECT);
    int bracket = tree.childOfType(node, "[");
    int inside = bracket == NONE ? NONE : tree.nextSibling(bracket);
    if (inside != NONE) {
      to.open(Kind.SLICE, Role.INDEX, inside);
      to.field(node, "start", Role.LOWER);
      to.field(node, "end", Role.UPPER);
      to.field(node, "capacity", Role.STEP);
      to.closeAt(Math.max(tree.start(inside), tree.end(node) - 1));
    }
    to.close(node);
  }

  /** {@code []byte(s)} is a call of the type. */
  private static void conversion(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "type", Role.CALLEE);
    int parenthesis = tree.childOfType(node, "(");
    to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, parenthesis == NONE ? node : parenthesis);
    to.field(node, "operand", Role.ARGUMENT);
    to.close(node);
    to.close(node);
  }

  private static void expressionList(Lowering to, int node, Role role) {
    int only = to.tree().firstNamed(node);
    if (to.tree().namedCount(node) == 1) {
      to.lower(only, role);
      return;
    }
    to.open(Kind.TUPLE, role, node);
    to.children(node, Role.ELEMENT);
    to.close(node);
  }

  private static void types(Constructs constructs) {
    constructs
        .on("pointer_type", Shape.of(Kind.POINTER_TYPE).symbol("*").rest(Role.TYPE))
        .on("slice_type", Shape.of(Kind.ARRAY_TYPE).field("element", Role.TYPE))
        .on(
            List.of("array_type", "implicit_length_array_type"),
            Shape.of(Kind.ARRAY_TYPE).field("length", Role.CHILD).field("element", Role.TYPE))
        .on("map_type", GoConstructs::mapType)
        .on(
            "qualified_type",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("package", Role.OBJECT)
                .field("name", Role.NAME))
        .on(
            "generic_type",
            Shape.of(Kind.GENERIC_TYPE)
                .field("type", Role.TYPE)
                .field("type_arguments", Role.TYPE_ARGUMENTS))
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(List.of("type_elem", "type_constraint"), Construct.ONLY_CHILD)
        .on("parenthesized_type", Construct.ONLY_CHILD);
  }

  /** {@code map[K]V} is the generic type {@code map} of two arguments. */
  private static void mapType(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.GENERIC_TYPE, role, node);
    int keyword = tree.firstChild(node);
    to.leaf(Kind.IDENTIFIER, Role.TYPE, "map", keyword);
    int bracket = tree.childOfType(node, "[");
    to.open(Kind.TYPE_ARGUMENT_LIST, Role.TYPE_ARGUMENTS, bracket == NONE ? node : bracket);
    to.field(node, "key", Role.ARGUMENT);
    to.field(node, "value", Role.ARGUMENT);
    to.close(node);
    to.close(node);
  }
}

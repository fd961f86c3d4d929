package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Operators;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.parse.treesitter.lowering.Templates;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** JavaScript with JSX, and the expressions that TypeScript shares with it. */
public final class JavaScriptConstructs {
  private static final Templates TEMPLATES =
      new Templates(text -> Literals.unescape(text, false), "template_substitution");

  private JavaScriptConstructs() {}

  public static Constructs all() {
    return shared()
        .including(JsxConstructs.all())
        .on("field_definition", JavaScriptDefinitions::field)
        .on("using_declaration", JavaScriptStatements::variables);
  }

  /** What JavaScript and TypeScript have in common. */
  static Constructs shared() {
    Constructs constructs = new Constructs();
    names(constructs);
    literals(constructs);
    operators(constructs);
    JavaScriptStatements.addTo(constructs);
    JavaScriptDefinitions.addTo(constructs);
    JavaScriptModules.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of(
                "identifier",
                "property_identifier",
                "private_property_identifier",
                "shorthand_property_identifier",
                "shorthand_property_identifier_pattern",
                "statement_identifier",
                "this",
                "super",
                "undefined",
                "import",
                "meta_property"),
            Shape.leaf(Kind.IDENTIFIER))
        .on("member_expression", JavaScriptConstructs::member)
        .on(
            "subscript_expression",
            Shape.of(Kind.INDEX)
                .field("object", Role.OBJECT)
                .field("index", Role.INDEX)
                .without("optional_chain"))
        .on("call_expression", JavaScriptConstructs::call)
        .on(
            "new_expression",
            Shape.of(Kind.NEW)
                .field("constructor", Role.TYPE)
                .field("type_arguments", Role.TYPE_ARGUMENTS)
                .field("arguments", Role.ARGUMENTS))
        .on("arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            List.of("spread_element", "rest_pattern"),
            Shape.of(Kind.SPREAD).symbol("...").rest(Role.VALUE))
        .on("parenthesized_expression", Construct.ONLY_CHILD);
  }

  private static void literals(Constructs constructs) {
    constructs
        .on("string", (to, node, role) -> TEMPLATES.lower(to, node, role, 1, 1))
        .on("template_string", (to, node, role) -> TEMPLATES.lower(to, node, role, 1, 1))
        .on("template_substitution", Templates.INTERPOLATION)
        .on("number", Operators.NUMBER)
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("null", Shape.leaf(Kind.NULL, ""))
        .on(
            "regex",
            (to, node, role) -> {
              int pattern = to.tree().child(node, "pattern");
              to.leaf(Kind.REGEX, role, pattern == NONE ? "" : to.text(pattern), node);
            })
        .on("array", Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on("object", Shape.of(Kind.MAP).rest(Role.ELEMENT))
        .on(
            List.of("pair", "pair_pattern"),
            Shape.of(Kind.PAIR).field("key", Role.KEY).field("value", Role.VALUE))
        .on(
            List.of("array_pattern", "object_pattern", "sequence_expression"),
            Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on(
            List.of("assignment_pattern", "object_assignment_pattern"),
            Shape.of(Kind.ASSIGN).symbol("=").field("left", Role.LEFT).field("right", Role.RIGHT));
  }

  private static void operators(Constructs constructs) {
    constructs
        .on("binary_expression", JavaScriptConstructs::binary)
        .on("unary_expression", JavaScriptConstructs::unary)
        .on("update_expression", Operators.UPDATE)
        .on(
            "assignment_expression",
            Shape.of(Kind.ASSIGN).symbol("=").field("left", Role.LEFT).field("right", Role.RIGHT))
        .on(
            "augmented_assignment_expression",
            Shape.of(Kind.COMPOUND_ASSIGN)
                .field("left", Role.LEFT)
                .symbolOf("operator")
                .field("right", Role.RIGHT))
        .on("ternary_expression", Operators.CONDITIONAL)
        .on("await_expression", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on(
            "yield_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.YIELD, role, node);
              to.symbol(opened, to.tree().has(node, "*") ? "yield from" : "yield");
              to.children(node, Role.VALUE);
              to.close(node);
            });
  }

  private static void member(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, tree.has(node, "optional_chain") ? "?." : ".");
    to.field(node, "object", Role.OBJECT);
    to.field(node, "property", Role.NAME);
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    to.field(node, "type_arguments", Role.TYPE_ARGUMENTS);
    int arguments = tree.child(node, "arguments");
    if (tree.is(arguments, "template_string")) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, arguments);
      to.lower(arguments, Role.ARGUMENT);
      to.close(arguments);
    } else if (arguments != NONE) {
      to.lower(arguments, Role.ARGUMENTS);
    }
    to.close(node);
  }

  private static void binary(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int operator = tree.child(node, "operator");
    boolean tests = tree.is(operator, "instanceof");
    int opened = to.open(tests ? Kind.TYPE_TEST : Kind.BINARY, role, node);
    if (!tests && operator != NONE) {
      to.symbol(opened, to.operator(operator));
    }
    to.field(node, "left", tests ? Role.VALUE : Role.LEFT);
    to.field(node, "right", tests ? Role.TYPE : Role.RIGHT);
    to.close(node);
  }

  private static void unary(Lowering to, int node, Role role) {
    int operator = to.tree().child(node, "operator");
    boolean deletes = to.tree().is(operator, "delete");
    int opened = to.open(deletes ? Kind.DELETE : Kind.UNARY, role, node);
    if (!deletes && operator != NONE) {
      to.symbol(opened, to.operator(operator));
    }
    to.field(node, "argument", Role.VALUE);
    to.close(node);
  }
}

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

/**
 * PHP: its expressions here, the rest beside it.
 *
 * <p>A variable keeps its {@code $}, a name its namespace but not a leading backslash. {@code
 * echo}, {@code print}, {@code include}, {@code exit} and backquotes are calls.
 */
public final class PhpConstructs {
  private PhpConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    access(constructs);
    operators(constructs);
    PhpStrings.addTo(constructs);
    PhpStatements.addTo(constructs);
    PhpDeclarations.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of("name", "variable_name", "relative_scope", "primitive_type", "cast_type"),
            Shape.leaf(Kind.IDENTIFIER))
        .on(List.of("qualified_name", "namespace_name", "relative_name"), PhpConstructs::qualified)
        .on("named_type", Construct.ONLY_CHILD)
        .on("optional_type", Shape.of(Kind.NULLABLE_TYPE).rest(Role.TYPE))
        .on(List.of("integer", "float"), Operators.NUMBER)
        .on(
            "boolean",
            (to, node, role) ->
                to.leaf(
                    Kind.BOOLEAN,
                    role,
                    to.text(node).equalsIgnoreCase("true") ? "true" : "false",
                    node))
        .on("null", Shape.leaf(Kind.NULL, ""));
  }

  static String name(String written) {
    return written.startsWith("\\") ? written.substring(1) : written;
  }

  private static void qualified(Lowering to, int node, Role role) {
    to.leaf(Kind.IDENTIFIER, role, name(to.text(node)), node);
  }

  private static void access(Constructs constructs) {
    constructs
        .on("member_access_expression", member("->", "object"))
        .on("nullsafe_member_access_expression", member("?.", "object"))
        .on("scoped_property_access_expression", member("::", "scope"))
        .on(
            "class_constant_access_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.MEMBER, role, node);
              to.symbol(opened, "::");
              to.lower(to.tree().firstNamed(node), Role.OBJECT);
              to.lower(to.tree().lastNamed(node), Role.NAME);
              to.close(node);
            })
        .on(
            "function_call_expression",
            Shape.of(Kind.CALL).field("function", Role.CALLEE).field("arguments", Role.ARGUMENTS))
        .on("member_call_expression", call("->", "object"))
        .on("nullsafe_member_call_expression", call("?.", "object"))
        .on("scoped_call_expression", call("::", "scope"))
        .on("arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("argument", PhpConstructs::argument)
        .on("variadic_unpacking", Shape.of(Kind.SPREAD).symbol("...").rest(Role.VALUE))
        .on("by_ref", Shape.of(Kind.UNARY).symbol("&").rest(Role.VALUE))
        .on("object_creation_expression", PhpConstructs::creation)
        .on("subscript_expression", PhpConstructs::subscript)
        .on("array_creation_expression", PhpConstructs::array)
        .on("array_element_initializer", PhpConstructs::element)
        .on("list_literal", PhpConstructs::list)
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("sequence_expression", PhpConstructs::sequence);
  }

  private static Construct member(String symbol, String object) {
    return Shape.of(Kind.MEMBER).symbol(symbol).field(object, Role.OBJECT).field("name", Role.NAME);
  }

  private static Construct call(String symbol, String object) {
    return (to, node, role) -> {
      int arguments = to.tree().child(node, "arguments");
      int name = to.tree().child(node, "name");
      to.open(Kind.CALL, role, node);
      int opened = to.open(Kind.MEMBER, Role.CALLEE, node);
      to.symbol(opened, symbol);
      to.field(node, object, Role.OBJECT);
      to.field(node, "name", Role.NAME);
      to.close(name == NONE ? node : name);
      if (arguments != NONE) {
        to.lower(arguments, Role.ARGUMENTS);
      }
      to.close(node);
    };
  }

  private static void argument(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    if (name == NONE) {
      int last = to.tree().lastNamed(node);
      if (last != NONE) {
        to.lower(last, role);
      }
      return;
    }
    to.open(Kind.KEYWORD_ARGUMENT, role, node);
    to.lower(name, Role.NAME);
    to.lower(to.tree().lastNamed(node), Role.VALUE);
    to.close(node);
  }

  private static void creation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int anonymous = tree.childOfType(node, "anonymous_class");
    int from = anonymous == NONE ? node : anonymous;
    to.open(Kind.NEW, role, node);
    for (int child = tree.firstNamed(from); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "arguments" -> to.lower(child, Role.ARGUMENTS);
        case "base_clause" -> to.children(child, Role.TYPE);
        case "class_interface_clause" -> to.children(child, Role.CHILD);
        case "declaration_list" -> to.lower(child, Role.BODY);
        default -> to.lower(child, anonymous == NONE ? Role.TYPE : Role.CHILD);
      }
    }
    to.close(node);
  }

  private static void subscript(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.INDEX, role, node);
    Role next = Role.OBJECT;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.INDEX;
    }
    to.close(node);
  }

  /** With a key it is a MAP, without any a LIST. */
  private static void array(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean keyed = false;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      keyed |= tree.has(child, "=>");
    }
    to.open(keyed ? Kind.MAP : Kind.LIST, role, node);
    to.children(node, Role.ELEMENT);
    to.close(node);
  }

  private static void element(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (!tree.has(node, "=>")) {
      to.children(node, role);
      return;
    }
    to.open(Kind.PAIR, role, node);
    to.lower(tree.firstNamed(node), Role.KEY);
    to.lower(tree.lastNamed(node), Role.VALUE);
    to.close(node);
  }

  private static void list(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TUPLE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      int value = tree.is(tree.nextSibling(child), "=>") ? tree.nextNamed(child) : NONE;
      if (value == NONE) {
        to.lower(child, Role.ELEMENT);
      } else {
        to.open(Kind.PAIR, Role.ELEMENT, child);
        to.lower(child, Role.KEY);
        to.lower(value, Role.VALUE);
        to.close(value);
        child = value;
      }
    }
    to.close(node);
  }

  /** {@code a, b}: each for itself among arguments and in the header of a {@code for}. */
  private static void sequence(Lowering to, int node, Role role) {
    if (role == Role.INIT || role == Role.UPDATE || role == Role.ARGUMENT) {
      to.children(node, role);
      return;
    }
    to.open(Kind.TUPLE, role, node);
    to.children(node, Role.ELEMENT);
    to.close(node);
  }

  private static void operators(Constructs constructs) {
    constructs
        .on("binary_expression", PhpConstructs::binary)
        .on("unary_op_expression", Operators.UNARY)
        .on("update_expression", Operators.UPDATE)
        .on("error_suppression_expression", Shape.of(Kind.UNARY).symbol("@").rest(Role.VALUE))
        .on("clone_expression", Shape.of(Kind.UNARY).symbol("clone").rest(Role.VALUE))
        .on(
            List.of("assignment_expression", "reference_assignment_expression"),
            Shape.of(Kind.ASSIGN).symbol("=").field("left", Role.LEFT).field("right", Role.RIGHT))
        .on("augmented_assignment_expression", Operators.ASSIGNMENT)
        .on(
            "conditional_expression",
            Shape.of(Kind.CONDITIONAL)
                .field("condition", Role.CONDITION)
                .field("body", Role.THEN)
                .field("alternative", Role.ELSE))
        .on(
            "cast_expression",
            Shape.of(Kind.CAST).field("type", Role.TYPE).field("value", Role.VALUE))
        .on("throw_expression", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on("print_intrinsic", (to, node, role) -> keywordCall(to, node, role))
        .on(
            List.of(
                "include_expression",
                "include_once_expression",
                "require_expression",
                "require_once_expression"),
            (to, node, role) -> keywordCall(to, node, role))
        .on(
            "yield_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.YIELD, role, node);
              to.symbol(opened, to.tree().has(node, "yield from") ? "yield from" : "yield");
              to.children(node, Role.VALUE);
              to.close(node);
            });
  }

  private static void binary(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (!tree.is(tree.child(node, "operator"), "instanceof")) {
      Operators.BINARY.lower(to, node, role);
      return;
    }
    to.open(Kind.TYPE_TEST, role, node);
    to.field(node, "left", Role.VALUE);
    to.field(node, "right", Role.TYPE);
    to.close(node);
  }

  /** {@code include $x} is a call of {@code include}. */
  static void keywordCall(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstChild(node);
    int first = tree.firstNamed(node);
    to.open(Kind.CALL, role, node);
    to.leaf(Kind.IDENTIFIER, Role.CALLEE, to.text(keyword), keyword);
    int last = first == NONE ? keyword : tree.lastNamed(node);
    int start = first == NONE ? tree.end(keyword) : tree.start(first);
    to.openAt(Kind.ARGUMENT_LIST, Role.ARGUMENTS, start);
    to.children(node, Role.ARGUMENT);
    to.closeAt(tree.end(last));
    to.close(node);
  }
}

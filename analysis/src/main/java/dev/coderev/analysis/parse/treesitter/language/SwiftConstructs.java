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

/** Swift: names, types, literals, operators and calls here, the rest beside it. */
public final class SwiftConstructs {
  private SwiftConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    literals(constructs);
    operators(constructs);
    SwiftCalls.addTo(constructs);
    SwiftStatements.addTo(constructs);
    SwiftDeclarations.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(List.of("simple_identifier", "type_identifier"), Shape.leaf(Kind.IDENTIFIER))
        .on("self_expression", Shape.leaf(Kind.IDENTIFIER, "self"))
        .on("super_expression", Shape.leaf(Kind.IDENTIFIER, "super"))
        .on(List.of("identifier", "user_type"), DottedNames::lower)
        .on("type_annotation", Construct.ONLY_CHILD)
        .on("optional_type", Shape.of(Kind.NULLABLE_TYPE).rest(Role.TYPE))
        .on("array_type", Shape.of(Kind.ARRAY_TYPE).rest(Role.TYPE))
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("type_parameters", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            "type_parameter",
            (to, node, role) -> {
              to.open(Kind.PARAMETER, role, node);
              int name = to.tree().childOfType(node, "type_identifier");
              if (name != NONE) {
                to.lower(name, Role.NAME);
              }
              to.field(node, "name", Role.TYPE);
              to.close(node);
            });
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(
            List.of("integer_literal", "hex_literal", "oct_literal", "bin_literal", "real_literal"),
            Operators.NUMBER)
        .on("boolean_literal", Shape.leaf(Kind.BOOLEAN))
        .on("nil", Shape.leaf(Kind.NULL, ""))
        .on(List.of("line_string_literal", "multi_line_string_literal"), SwiftConstructs::string)
        .on("array_literal", Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on("dictionary_literal", SwiftConstructs::dictionary)
        .on("tuple_expression", SwiftConstructs::tuple);
  }

  private static void string(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int quote = tree.is(node, "line_string_literal") ? 1 : 3;
    if (tree.child(node, "interpolation") == NONE) {
      to.leaf(Kind.STRING, role, to.decoded(node, quote), node);
      return;
    }
    to.open(Kind.TEMPLATE, role, node);
    int child = tree.firstNamed(node);
    while (child != NONE) {
      if (tree.field(child).equals("interpolation")) {
        to.open(Kind.INTERPOLATION, Role.PART, child);
        to.children(child, Role.VALUE);
        to.close(child);
        child = tree.nextNamed(child);
      } else {
        child = text(to, child);
      }
    }
    to.close(node);
  }

  /** Writes a run of text and escapes as one part; the node after it. */
  private static int text(Lowering to, int first) {
    ConcreteTree tree = to.tree();
    int last = first;
    int next = tree.nextNamed(first);
    while (next != NONE && !tree.field(next).equals("interpolation")) {
      last = next;
      next = tree.nextNamed(next);
    }
    int start = tree.start(first);
    int end = tree.end(last);
    String value = Literals.unescape(to.text(start, end), false);
    to.leafAt(Kind.STRING, Role.PART, value, start, end);
    return next;
  }

  private static void dictionary(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.MAP, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      int value = tree.field(child).equals("key") ? tree.nextNamed(child) : NONE;
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

  /** One value without a name is in parentheses only. */
  private static void tuple(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.namedCount(node) == 1) {
      to.children(node, role);
      return;
    }
    to.open(Kind.TUPLE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      int value = tree.field(child).equals("name") ? tree.nextNamed(child) : NONE;
      if (value == NONE) {
        to.lower(child, Role.ELEMENT);
      } else {
        to.open(Kind.KEYWORD_ARGUMENT, Role.ELEMENT, child);
        to.lower(child, Role.NAME);
        to.lower(value, Role.VALUE);
        to.close(value);
        child = value;
      }
    }
    to.close(node);
  }

  private static void operators(Constructs constructs) {
    constructs
        .on(
            List.of(
                "additive_expression",
                "multiplicative_expression",
                "comparison_expression",
                "equality_expression",
                "conjunction_expression",
                "disjunction_expression",
                "infix_expression",
                "bitwise_operation"),
            Shape.of(Kind.BINARY).field("lhs", Role.LEFT).symbolOf("op").field("rhs", Role.RIGHT))
        .on(
            "range_expression",
            Shape.of(Kind.BINARY).field("start", Role.LEFT).symbolOf("op").field("end", Role.RIGHT))
        .on(
            "nil_coalescing_expression",
            Shape.of(Kind.BINARY)
                .symbol("??")
                .field("value", Role.LEFT)
                .field("if_nil", Role.RIGHT))
        .on("prefix_expression", SwiftConstructs::prefix)
        .on(
            "try_expression",
            (to, node, role) -> {
              int sign = to.tree().childOfType(node, "try_operator");
              int opened = to.open(Kind.UNARY, role, node);
              to.symbol(opened, sign == NONE ? "try" : to.text(sign));
              to.field(node, "expr", Role.VALUE);
              to.close(node);
            })
        .on("await_expression", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on("as_operator", Construct.NOTHING)
        .on("as_expression", Shape.of(Kind.CAST).field("expr", Role.VALUE).field("name", Role.TYPE))
        .on(
            "check_expression",
            Shape.of(Kind.TYPE_TEST).field("target", Role.VALUE).field("name", Role.TYPE))
        .on(
            "ternary_expression",
            Shape.of(Kind.CONDITIONAL)
                .field("condition", Role.CONDITION)
                .field("if_true", Role.THEN)
                .field("if_false", Role.ELSE))
        .on("assignment", SwiftConstructs::assignment)
        .on("directly_assignable_expression", Construct.ONLY_CHILD);
  }

  /** {@code .name} alone names a member of a type that only the compiler knows. */
  private static void prefix(Lowering to, int node, Role role) {
    int operation = to.tree().child(node, "operation");
    String sign = operation == NONE ? "" : to.text(operation);
    if (sign.equals(".")) {
      to.other(node, role);
      return;
    }
    int opened = to.open(Kind.UNARY, role, node);
    to.symbol(opened, sign);
    to.field(node, "target", Role.VALUE);
    to.close(node);
  }

  private static void assignment(Lowering to, int node, Role role) {
    int operator = to.tree().child(node, "operator");
    String sign = operator == NONE ? "=" : to.text(operator);
    int opened = to.open(sign.equals("=") ? Kind.ASSIGN : Kind.COMPOUND_ASSIGN, role, node);
    to.symbol(opened, sign);
    to.field(node, "target", Role.LEFT);
    to.field(node, "result", Role.RIGHT);
    to.close(node);
  }
}

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

/** C, and the expressions that C++ shares with it. */
public final class CConstructs {
  private CConstructs() {}

  public static Constructs all() {
    return shared()
        .on("variadic_parameter", Shape.of(Kind.PARAMETER).symbol("..."))
        .on("macro_type_specifier", Shape.leaf(Kind.IDENTIFIER));
  }

  /** What C and C++ have in common. */
  static Constructs shared() {
    Constructs constructs = new Constructs();
    literals(constructs);
    expressions(constructs);
    CStatements.addTo(constructs);
    CDeclarations.addTo(constructs);
    CTypes.addTo(constructs);
    return constructs;
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(
            List.of("identifier", "field_identifier", "type_identifier", "statement_identifier"),
            Shape.leaf(Kind.IDENTIFIER))
        .on("number_literal", Operators.NUMBER)
        .on("char_literal", (to, node, role) -> quoted(to, Kind.CHARACTER, node, role, '\''))
        .on("string_literal", (to, node, role) -> quoted(to, Kind.STRING, node, role, '"'))
        .on("concatenated_string", Shape.of(Kind.TEMPLATE).rest(Role.PART))
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("null", Shape.leaf(Kind.NULL, ""))
        .on("initializer_list", Shape.of(Kind.COMPOSITE).rest(Role.ELEMENT))
        .on(
            "initializer_pair",
            Shape.of(Kind.PAIR).field("designator", Role.KEY).field("value", Role.VALUE))
        .on(List.of("field_designator", "subscript_designator"), Construct.ONLY_CHILD)
        .on(
            "compound_literal_expression",
            (to, node, role) -> {
              to.open(Kind.COMPOSITE, role, node);
              to.field(node, "type", Role.TYPE);
              int value = to.tree().child(node, "value");
              if (value != NONE) {
                to.children(value, Role.ELEMENT);
              }
              to.close(node);
            });
  }

  /** A literal with an encoding prefix such as {@code L} or {@code u8} before its quote. */
  private static void quoted(Lowering to, Kind kind, int node, Role role, char quote) {
    String written = to.text(node);
    int open = written.indexOf(quote);
    int close = written.lastIndexOf(quote);
    String content = open >= 0 && open < close ? written.substring(open + 1, close) : "";
    to.leaf(kind, role, Literals.unescape(content, false), node);
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on("field_expression", CConstructs::member)
        .on(
            "subscript_expression",
            Shape.of(Kind.INDEX)
                .field("argument", Role.OBJECT)
                .field("index", Role.INDEX)
                .field("indices", Role.INDEX))
        .on(
            "call_expression",
            Shape.of(Kind.CALL).field("function", Role.CALLEE).field("arguments", Role.ARGUMENTS))
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("binary_expression", Operators.BINARY)
        .on(List.of("unary_expression", "pointer_expression"), Operators.UNARY)
        .on("update_expression", Operators.UPDATE)
        .on("assignment_expression", Operators.ASSIGNMENT)
        .on("conditional_expression", Operators.CONDITIONAL)
        .on("comma_expression", CConstructs::comma)
        .on(
            "cast_expression",
            Shape.of(Kind.CAST).field("type", Role.TYPE).field("value", Role.VALUE))
        .on("sizeof_expression", Shape.of(Kind.UNARY).symbol("sizeof").rest(Role.VALUE));
  }

  private static void member(Lowering to, int node, Role role) {
    int operator = to.tree().child(node, "operator");
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, operator == NONE ? "." : to.operator(operator));
    to.field(node, "argument", Role.OBJECT);
    to.field(node, "field", Role.NAME);
    to.close(node);
  }

  /** {@code a, b, c} is one TUPLE; in the header of a {@code for} each stands for itself. */
  private static void comma(Lowering to, int node, Role role) {
    boolean inHeader = role == Role.INIT || role == Role.UPDATE;
    if (!inHeader) {
      to.open(Kind.TUPLE, role, node);
    }
    commaElements(to, node, inHeader ? role : Role.ELEMENT);
    if (!inHeader) {
      to.close(node);
    }
  }

  private static void commaElements(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (!to.enter(node, role)) {
      return;
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "comma_expression")) {
        commaElements(to, child, role);
      } else {
        to.lower(child, role);
      }
    }
    to.leave();
  }
}

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

/** Scala: names, literals, operators and calls here, the rest beside it. */
public final class ScalaConstructs {
  private ScalaConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    literals(constructs);
    operators(constructs);
    ScalaStatements.addTo(constructs);
    ScalaDefinitions.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of("identifier", "type_identifier", "operator_identifier", "wildcard"),
            Shape.leaf(Kind.IDENTIFIER))
        .on(List.of("stable_identifier", "stable_type_identifier"), DottedNames::lower)
        .on("package_identifier", DottedNames::lower)
        .on(
            "generic_type",
            Shape.of(Kind.GENERIC_TYPE)
                .field("type", Role.TYPE)
                .field("type_arguments", Role.TYPE_ARGUMENTS))
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("parenthesized_expression", Construct.ONLY_CHILD);
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(List.of("integer_literal", "floating_point_literal"), Operators.NUMBER)
        .on("boolean_literal", Shape.leaf(Kind.BOOLEAN))
        .on("null_literal", Shape.leaf(Kind.NULL, ""))
        .on(
            "character_literal",
            (to, node, role) -> to.leaf(Kind.CHARACTER, role, to.decoded(node, 1), node))
        .on("string", ScalaConstructs::string)
        .on("interpolated_string_expression", ScalaConstructs::interpolated)
        .on("tuple_expression", Shape.of(Kind.TUPLE).rest(Role.ELEMENT));
  }

  private static void string(Lowering to, int node, Role role) {
    boolean raw = to.text(node).startsWith("\"\"\"");
    to.leaf(Kind.STRING, role, raw ? to.inner(node, 3) : to.decoded(node, 1), node);
  }

  /** {@code s"a $b"} is a call of {@code s} with the text. */
  private static void interpolated(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int interpolator = tree.firstNamed(node);
    int string = tree.lastNamed(node);
    to.open(Kind.CALL, role, node);
    to.lower(interpolator, Role.CALLEE);
    to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, string);
    text(to, string);
    to.close(string);
    to.close(node);
  }

  private static void text(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int quote = to.text(node).startsWith("\"\"\"") ? 3 : 1;
    if (tree.childOfType(node, "interpolation") == NONE) {
      to.leaf(Kind.STRING, Role.ARGUMENT, to.inner(node, quote), node);
      return;
    }
    to.open(Kind.TEMPLATE, Role.ARGUMENT, node);
    int from = tree.start(node) + quote;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "interpolation")) {
        piece(to, from, tree.start(child));
        to.open(Kind.INTERPOLATION, Role.PART, child);
        int value = tree.firstNamed(child);
        boolean block = value != NONE && tree.is(value, "block") && tree.namedCount(value) == 1;
        if (value != NONE) {
          to.lower(block ? tree.firstNamed(value) : value, Role.VALUE);
        }
        to.close(child);
        from = tree.end(child);
      }
    }
    piece(to, from, tree.end(node) - quote);
    to.close(node);
  }

  private static void piece(Lowering to, int from, int end) {
    if (from < end) {
      to.leafAt(Kind.STRING, Role.PART, to.text(from, end), from, end);
    }
  }

  private static void operators(Constructs constructs) {
    constructs
        .on("infix_expression", ScalaConstructs::infix)
        .on(
            "prefix_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.UNARY, role, node);
              int operand = to.tree().lastNamed(node);
              to.symbol(opened, to.text(to.tree().start(node), to.tree().start(operand)).strip());
              to.lower(operand, Role.VALUE);
              to.close(node);
            })
        .on("postfix_expression", ScalaConstructs::member)
        .on("field_expression", ScalaConstructs::member)
        .on("assignment_expression", ScalaConstructs::assignment)
        .on("call_expression", ScalaConstructs::call)
        .on("arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            "generic_function",
            (to, node, role) -> to.lower(to.tree().child(node, "function"), role))
        .on("instance_expression", ScalaConstructs::creation)
        .on("ascription_expression", (to, node, role) -> to.lower(to.tree().firstNamed(node), role))
        .on("lambda_expression", ScalaConstructs::lambda);
  }

  private static void infix(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    String operator = to.text(tree.child(node, "operator"));
    boolean assigns =
        operator.endsWith("=") && operator.length() > 1 && !operator.matches("[=!<>]=+|[<>]=");
    int opened = to.open(assigns ? Kind.COMPOUND_ASSIGN : Kind.BINARY, role, node);
    to.symbol(opened, operator);
    to.field(node, "left", Role.LEFT);
    to.field(node, "right", Role.RIGHT);
    to.close(node);
  }

  private static void member(Lowering to, int node, Role role) {
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, ".");
    to.lower(to.tree().firstNamed(node), Role.OBJECT);
    to.lower(to.tree().lastNamed(node), Role.NAME);
    to.close(node);
  }

  private static void assignment(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean named = role == Role.ARGUMENT && tree.is(tree.child(node, "left"), "identifier");
    int opened = to.open(named ? Kind.KEYWORD_ARGUMENT : Kind.ASSIGN, role, node);
    to.symbol(opened, named ? "" : "=");
    to.field(node, "left", named ? Role.NAME : Role.LEFT);
    to.field(node, "right", named ? Role.VALUE : Role.RIGHT);
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int arguments = tree.child(node, "arguments");
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    if (arguments != NONE && !tree.is(arguments, "arguments")) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, arguments);
      braces(to, arguments);
      to.close(arguments);
    } else if (arguments != NONE) {
      to.lower(arguments, Role.ARGUMENTS);
    }
    to.close(node);
  }

  /** {@code f { … }}: what stands in braces is a function, with parameters or without. */
  private static void braces(Lowering to, int block) {
    ConcreteTree tree = to.tree();
    int only = tree.firstNamed(block);
    boolean lambda =
        only != NONE && tree.nextNamed(only) == NONE && tree.is(only, "lambda_expression");
    if (lambda) {
      to.lower(only, Role.ARGUMENT);
      return;
    }
    to.open(Kind.LAMBDA, Role.ARGUMENT, block);
    to.lower(block, Role.BODY);
    to.close(block);
  }

  private static void creation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.NEW, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(
          child,
          tree.is(child, "arguments")
              ? Role.ARGUMENTS
              : tree.is(child, "template_body") ? Role.BODY : Role.TYPE);
    }
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int parameters = tree.child(node, "parameters");
    int body = tree.lastNamed(node);
    to.open(Kind.LAMBDA, role, node);
    if (parameters != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameters);
      if (tree.is(parameters, "bindings")) {
        to.children(parameters, Role.PARAMETER);
      } else {
        to.open(Kind.PARAMETER, Role.PARAMETER, parameters);
        to.lower(parameters, Role.NAME);
        to.close(parameters);
      }
      to.close(parameters);
    }
    if (body != parameters && body != NONE) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }
}

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
import java.util.Set;

/** C#: its expressions and types here, the rest beside it. */
public final class CSharpConstructs {
  private static final Set<String> ASYNC = Set.of("modifier");

  private CSharpConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    CSharpLiterals.addTo(constructs);
    names(constructs);
    expressions(constructs);
    CSharpStatements.addTo(constructs);
    CSharpDeclarations.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of("identifier", "predefined_type", "implicit_type", "this", "base"),
            Shape.leaf(Kind.IDENTIFIER))
        .on(
            "qualified_name",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("qualifier", Role.OBJECT)
                .field("name", Role.NAME))
        .on(
            "alias_qualified_name",
            Shape.of(Kind.MEMBER).symbol("::").field("alias", Role.OBJECT).field("name", Role.NAME))
        .on("generic_name", CSharpConstructs::genericName)
        .on("type_argument_list", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("nullable_type", Shape.of(Kind.NULLABLE_TYPE).rest(Role.TYPE))
        .on("array_type", Shape.of(Kind.ARRAY_TYPE).field("type", Role.TYPE).without("rank"))
        .on("pointer_type", Shape.of(Kind.POINTER_TYPE).symbol("*").rest(Role.TYPE))
        .on("tuple_type", Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on(
            "tuple_element",
            Shape.of(Kind.PARAMETER).field("type", Role.TYPE).field("name", Role.NAME))
        .on(List.of("ref_type", "scoped_type"), Construct.ONLY_CHILD);
  }

  /** {@code F<T>} is a generic type, but the plain name where it is called. */
  private static void genericName(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean called =
        role == Role.CALLEE || (role == Role.NAME && !tree.is(tree.parent(node), "qualified_name"));
    int name = tree.firstNamed(node);
    if (called) {
      to.lower(name, role);
      return;
    }
    to.open(Kind.GENERIC_TYPE, role, node);
    to.lower(name, Role.TYPE);
    int arguments = tree.nextNamed(name);
    if (arguments != NONE) {
      to.lower(arguments, Role.TYPE_ARGUMENTS);
    }
    to.close(node);
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on(
            "member_access_expression",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("expression", Role.OBJECT)
                .field("name", Role.NAME))
        .on("conditional_access_expression", CSharpConstructs::conditionalAccess)
        .on("member_binding_expression", CSharpConstructs::binding)
        .on("element_binding_expression", CSharpConstructs::binding)
        .on(
            "element_access_expression",
            Shape.of(Kind.INDEX).field("expression", Role.OBJECT).field("subscript", Role.INDEX))
        .on("bracketed_argument_list", Construct.CHILDREN)
        .on("invocation_expression", CSharpConstructs::call)
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(List.of("argument", "attribute_argument"), CSharpConstructs::argument)
        .on(
            List.of("object_creation_expression", "implicit_object_creation_expression"),
            CSharpConstructs::creation)
        .on("anonymous_object_creation_expression", CSharpConstructs::anonymousObject)
        .on("array_creation_expression", CSharpConstructs::arrayCreation)
        .on("implicit_array_creation_expression", Shape.of(Kind.NEW_ARRAY).rest(Role.VALUE))
        .on("initializer_expression", CSharpConstructs::initializer)
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("binary_expression", Operators.BINARY)
        .on("assignment_expression", Operators.ASSIGNMENT)
        .on("conditional_expression", Operators.CONDITIONAL)
        .on("prefix_unary_expression", (to, node, role) -> unary(to, node, role, true))
        .on("postfix_unary_expression", (to, node, role) -> unary(to, node, role, false))
        .on(
            "cast_expression",
            Shape.of(Kind.CAST).field("type", Role.TYPE).field("value", Role.VALUE))
        .on(
            "as_expression",
            Shape.of(Kind.CAST).field("left", Role.VALUE).field("right", Role.TYPE))
        .on(
            "is_expression",
            Shape.of(Kind.TYPE_TEST).field("left", Role.VALUE).field("right", Role.TYPE))
        .on("is_pattern_expression", CSharpConstructs::isPattern)
        .on(List.of("constant_pattern", "type_pattern"), Construct.ONLY_CHILD)
        .on("await_expression", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on("throw_expression", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on(
            List.of("tuple_expression", "tuple_pattern", "parenthesized_variable_designation"),
            Shape.of(Kind.TUPLE).field("name", Role.ELEMENT).rest(Role.ELEMENT))
        .on(
            "declaration_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.VARIABLE, role, node);
              CSharpDeclarations.type(to, node, opened);
              to.field(node, "name", Role.NAME);
              to.close(node);
            })
        .on(List.of("lambda_expression", "anonymous_method_expression"), CSharpConstructs::lambda);
  }

  /** {@code a?.b.c}: the binding at the left edge of {@code .b.c} takes {@code a} as its object. */
  private static void conditionalAccess(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int bound = tree.lastNamed(node);
    to.leftEdge(tree.start(bound), tree.start(node), () -> to.lower(bound, role));
  }

  private static void binding(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean member = tree.is(node, "member_binding_expression");
    int below = node;
    int at = tree.parent(node);
    while (at != NONE
        && (!tree.is(at, "conditional_access_expression")
            || tree.field(below).equals("condition"))) {
      below = at;
      at = tree.parent(at);
    }
    int opened = to.open(member ? Kind.MEMBER : Kind.INDEX, role, node);
    if (member) {
      to.symbol(opened, "?.");
    }
    if (at != NONE) {
      to.field(at, "condition", Role.OBJECT);
    }
    to.children(node, member ? Role.NAME : Role.INDEX);
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    int function = tree.child(node, "function");
    while (function != NONE && !tree.is(function, "generic_name")) {
      int name = tree.child(function, "name");
      boolean conditional = tree.is(function, "conditional_access_expression");
      function = conditional ? tree.lastNamed(function) : name;
    }
    if (function != NONE) {
      int arguments = tree.childOfType(function, "type_argument_list");
      if (arguments != NONE) {
        to.lower(arguments, Role.TYPE_ARGUMENTS);
      }
    }
    to.field(node, "arguments", Role.ARGUMENTS);
    to.close(node);
  }

  /** The expression; {@code ref} and {@code out} vanish; a named argument keeps its name. */
  private static void argument(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int name = tree.firstNamed(node);
    int value = name == NONE ? NONE : tree.nextNamed(name);
    if (value == NONE) {
      to.children(node, role);
      return;
    }
    to.open(Kind.KEYWORD_ARGUMENT, role, node);
    to.lower(name, Role.NAME);
    to.lower(value, Role.VALUE);
    to.close(node);
  }

  private static void creation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.NEW, role, node);
    to.field(node, "type", Role.TYPE);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "argument_list")) {
        to.lower(child, Role.ARGUMENTS);
      } else if (tree.is(child, "initializer_expression")) {
        to.lower(child, Role.VALUE);
      }
    }
    to.close(node);
  }

  /** {@code new { X = 1, b }} is a MAP. */
  private static void anonymousObject(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.MAP, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      int next = tree.nextSibling(child);
      if (tree.is(next, "=")) {
        int value = tree.nextNamed(child);
        to.open(Kind.PAIR, Role.ELEMENT, child);
        to.lower(child, Role.KEY);
        to.lower(value, Role.VALUE);
        to.close(value);
        child = value;
      } else {
        to.lower(child, Role.ELEMENT);
      }
    }
    to.close(node);
  }

  private static void arrayCreation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int type = tree.child(node, "type");
    to.open(Kind.NEW_ARRAY, role, node);
    if (tree.is(type, "array_type")) {
      to.field(type, "type", Role.TYPE);
      int rank = tree.child(type, "rank");
      if (rank != NONE) {
        to.children(rank, Role.INDEX);
      }
    } else {
      to.field(node, "type", Role.TYPE);
    }
    int values = tree.childOfType(node, "initializer_expression");
    if (values != NONE) {
      to.lower(values, Role.VALUE);
    }
    to.close(node);
  }

  /** Braces of an array are a LIST, those of an object a COMPOSITE of pairs and values. */
  private static void initializer(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    String parent = tree.type(tree.parent(node));
    boolean array = parent.endsWith("array_creation_expression") || parent.contains("declarator");
    to.open(array ? Kind.LIST : Kind.COMPOSITE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "assignment_expression")) {
        to.open(Kind.PAIR, Role.ELEMENT, child);
        int left = tree.child(child, "left");
        if (tree.is(left, "element_binding_expression")) {
          to.children(left, Role.KEY);
        } else {
          to.field(child, "left", Role.KEY);
        }
        to.field(child, "right", Role.VALUE);
        to.close(child);
      } else {
        to.lower(child, Role.ELEMENT);
      }
    }
    to.close(node);
  }

  private static void unary(Lowering to, int node, Role role, boolean prefix) {
    ConcreteTree tree = to.tree();
    int operator = tree.firstChild(node);
    while (operator != NONE && tree.isNamed(operator)) {
      operator = tree.nextSibling(operator);
    }
    String sign = operator == NONE ? "" : to.operator(operator);
    boolean update = sign.equals("++") || sign.equals("--");
    if (!prefix && !update) {
      to.other(node, role);
      return;
    }
    int opened = to.open(update ? Kind.UPDATE : Kind.UNARY, role, node);
    to.symbol(opened, update ? (prefix ? sign + "x" : "x" + sign) : sign);
    to.children(node, Role.VALUE);
    to.close(node);
  }

  /** {@code x is T t} is a type test, {@code x is null} and {@code x is not 1} compare. */
  private static void isPattern(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int pattern = tree.child(node, "pattern");
    boolean negated = tree.is(pattern, "negated_pattern");
    int inner = negated ? tree.firstNamed(pattern) : pattern;
    int constant = tree.is(inner, "constant_pattern") ? tree.firstNamed(inner) : NONE;
    boolean compares = negated || (constant != NONE && tree.type(constant).endsWith("_literal"));
    int opened = to.open(compares ? Kind.BINARY : Kind.TYPE_TEST, role, node);
    if (compares) {
      to.symbol(opened, negated ? "is not" : "is");
    }
    to.field(node, "expression", compares ? Role.LEFT : Role.VALUE);
    if (tree.is(inner, "declaration_pattern")) {
      to.field(inner, "type", compares ? Role.RIGHT : Role.TYPE);
      to.field(inner, "name", Role.NAME);
    } else if (inner != NONE) {
      to.lower(inner, compares ? Role.RIGHT : Role.TYPE);
    }
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.LAMBDA, role, node);
    to.modifiers(ASYNC, node);
    int parameters = tree.child(node, "parameters");
    if (tree.is(parameters, "implicit_parameter")) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameters);
      to.open(Kind.PARAMETER, Role.PARAMETER, parameters);
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(parameters), parameters);
      to.close(parameters);
      to.close(parameters);
    } else if (parameters != NONE) {
      to.lower(parameters, Role.PARAMETERS);
    }
    int last = tree.lastNamed(node);
    if (last != NONE && last != parameters) {
      to.lower(last, Role.BODY);
    }
    to.close(node);
  }
}

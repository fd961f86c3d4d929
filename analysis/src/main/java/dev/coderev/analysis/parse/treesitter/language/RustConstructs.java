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

/**
 * Rust: its names, types and expressions here, the rest beside it.
 *
 * <p>A macro is called like a function of its name; arguments of several tokens, which the grammar
 * does not parse, stay OTHER. {@code x?} is the operator {@code ?} on {@code x}.
 */
public final class RustConstructs {
  private static final Set<String> CLOSURE_MODIFIERS = Set.of("move", "async", "static");

  private RustConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    literals(constructs);
    access(constructs);
    operators(constructs);
    RustStatements.addTo(constructs);
    RustItems.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of(
                "identifier",
                "field_identifier",
                "type_identifier",
                "shorthand_field_identifier",
                "primitive_type",
                "metavariable",
                "self",
                "super",
                "crate",
                "_"),
            Shape.leaf(Kind.IDENTIFIER))
        .on(
            List.of("scoped_identifier", "scoped_type_identifier"),
            (to, node, role) -> {
              if (to.tree().child(node, "path") == NONE) {
                to.field(node, "name", role);
                return;
              }
              int opened = to.open(Kind.MEMBER, role, node);
              to.symbol(opened, "::");
              to.field(node, "path", Role.OBJECT);
              to.field(node, "name", Role.NAME);
              to.close(node);
            })
        .on("bracketed_type", Construct.ONLY_CHILD)
        .on(
            "generic_type",
            Shape.of(Kind.GENERIC_TYPE)
                .field("type", Role.TYPE)
                .field("type_arguments", Role.TYPE_ARGUMENTS))
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("reference_type", pointer("&"))
        .on("pointer_type", pointer("*"))
        .on("array_type", Shape.of(Kind.ARRAY_TYPE).field("element", Role.TYPE))
        .on(List.of("tuple_type", "unit_type"), Shape.of(Kind.TUPLE).rest(Role.ELEMENT));
  }

  private static Construct pointer(String symbol) {
    return (to, node, role) -> {
      int opened = to.open(Kind.POINTER_TYPE, role, node);
      to.symbol(opened, symbol);
      to.field(node, "type", Role.TYPE);
      to.close(node);
    };
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(List.of("integer_literal", "float_literal"), Operators.NUMBER)
        .on("boolean_literal", Shape.leaf(Kind.BOOLEAN))
        .on(
            "string_literal",
            (to, node, role) -> to.leaf(Kind.STRING, role, decoded(to, node, '"'), node))
        .on(
            "raw_string_literal",
            (to, node, role) -> {
              int content = to.tree().childOfType(node, "string_content");
              to.leaf(Kind.STRING, role, content == NONE ? "" : to.text(content), node);
            })
        .on(
            "char_literal",
            (to, node, role) -> to.leaf(Kind.CHARACTER, role, decoded(to, node, '\''), node))
        .on(List.of("tuple_expression", "unit_expression"), tuple())
        .on(List.of("tuple_pattern", "slice_pattern"), tuple())
        .on("array_expression", Shape.of(Kind.LIST).field("length", Role.CHILD).rest(Role.ELEMENT))
        .on("struct_expression", composite("name"))
        .on(List.of("tuple_struct_pattern", "struct_pattern"), composite("type"))
        .on("field_initializer_list", Construct.CHILDREN)
        .on("shorthand_field_initializer", Construct.ONLY_CHILD)
        .on(
            List.of("field_initializer", "field_pattern"),
            (to, node, role) -> {
              ConcreteTree tree = to.tree();
              int value = tree.lastNamed(node);
              int key = tree.firstNamed(node);
              if (key == value) {
                to.lower(key, role);
                return;
              }
              to.open(Kind.PAIR, role, node);
              to.lower(key, Role.KEY);
              to.lower(value, Role.VALUE);
              to.close(node);
            })
        .on("base_field_initializer", Shape.of(Kind.SPREAD).symbol("..").rest(Role.VALUE))
        .on("remaining_field_pattern", Shape.leaf(Kind.SPREAD, ".."))
        .on(List.of("reference_pattern", "ref_pattern", "mut_pattern"), RustConstructs::lastChild);
  }

  private static Construct tuple() {
    return Shape.of(Kind.TUPLE).rest(Role.ELEMENT);
  }

  private static Construct composite(String type) {
    return Shape.of(Kind.COMPOSITE).field(type, Role.TYPE).rest(Role.ELEMENT);
  }

  /** The pattern without {@code ref} and {@code mut}. */
  private static void lastChild(Lowering to, int node, Role role) {
    int last = to.tree().lastNamed(node);
    if (last != NONE) {
      to.lower(last, role);
    }
  }

  private static String decoded(Lowering to, int node, char quote) {
    int prefix = to.text(node).indexOf(quote);
    String inner = to.decoded(node, 1);
    return prefix <= 0 || inner.length() < prefix ? inner : inner.substring(prefix);
  }

  private static void access(Constructs constructs) {
    constructs
        .on("field_expression", RustConstructs::member)
        .on("index_expression", RustConstructs::index)
        .on("range_expression", RustConstructs::range)
        .on("call_expression", RustConstructs::call)
        .on("arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("generic_function", (to, node, role) -> to.field(node, "function", role))
        .on("macro_invocation", RustConstructs::macro)
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("await_expression", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on("closure_expression", RustConstructs::closure)
        .on(List.of("unsafe_block", "async_block", "const_block"), RustConstructs::lastChild);
  }

  private static void member(Lowering to, int node, Role role) {
    int field = to.tree().child(node, "field");
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, ".");
    to.field(node, "value", Role.OBJECT);
    if (field != NONE) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(field), field);
    }
    to.close(node);
  }

  private static void index(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.INDEX, role, node);
    Role next = Role.OBJECT;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.INDEX;
    }
    to.close(node);
  }

  /** {@code a..b}: a SLICE within an index, else an operator. */
  private static void range(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean slice = role == Role.INDEX;
    int opened = to.open(slice ? Kind.SLICE : Kind.BINARY, role, node);
    boolean before = true;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (!tree.isNamed(child)) {
        before = false;
        if (!slice) {
          to.symbol(opened, tree.type(child));
        }
      } else if (before) {
        to.lower(child, slice ? Role.LOWER : Role.LEFT);
      } else {
        to.lower(child, slice ? Role.UPPER : Role.RIGHT);
      }
    }
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    int function = to.tree().child(node, "function");
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    if (to.tree().is(function, "generic_function")) {
      to.field(function, "type_arguments", Role.TYPE_ARGUMENTS);
    }
    to.field(node, "arguments", Role.ARGUMENTS);
    to.close(node);
  }

  private static void macro(Lowering to, int node, Role role) {
    int tokens = to.tree().childOfType(node, "token_tree");
    to.open(Kind.CALL, role, node);
    to.field(node, "macro", Role.CALLEE);
    if (tokens != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, tokens);
      arguments(to, tokens);
      to.close(tokens);
    }
    to.close(node);
  }

  /** Arguments between the commas of a token tree. */
  static void arguments(Lowering to, int tokens) {
    ConcreteTree tree = to.tree();
    int first = NONE;
    int last = NONE;
    int opening = tree.firstChild(tokens);
    for (int c = opening == NONE ? NONE : tree.nextSibling(opening);
        c != NONE;
        c = tree.nextSibling(c)) {
      boolean ends = tree.is(c, ",") || tree.nextSibling(c) == NONE;
      if (!ends) {
        first = first == NONE ? c : first;
        last = c;
      } else if (first != NONE) {
        argument(to, first, last, tokens);
        first = NONE;
      }
    }
  }

  private static void argument(Lowering to, int first, int last, int tokens) {
    ConcreteTree tree = to.tree();
    if (first == last && tree.isNamed(first)) {
      to.lower(first, Role.ARGUMENT);
      return;
    }
    to.openFrom(tree.start(first), Kind.OTHER, Role.ARGUMENT, tokens);
    for (int c = first; c != NONE && c <= last; c = tree.nextSibling(c)) {
      if (tree.isNamed(c)) {
        to.lower(c, Role.CHILD);
      }
    }
    to.close(last);
  }

  private static void closure(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int parameters = tree.child(node, "parameters");
    to.open(Kind.LAMBDA, role, node);
    to.modifiers(CLOSURE_MODIFIERS, node);
    if (parameters != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameters);
      for (int c = tree.firstNamed(parameters); c != NONE; c = tree.nextNamed(c)) {
        if (tree.is(c, "parameter")) {
          to.lower(c, Role.PARAMETER);
        } else {
          to.open(Kind.PARAMETER, Role.PARAMETER, c);
          to.lower(c, Role.NAME);
          to.close(c);
        }
      }
      to.close(parameters);
    }
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void operators(Constructs constructs) {
    constructs
        .on("binary_expression", Operators.BINARY)
        .on("unary_expression", RustConstructs::unary)
        .on("reference_expression", Shape.of(Kind.UNARY).symbol("&").field("value", Role.VALUE))
        .on("mutable_specifier", Construct.NOTHING)
        .on("try_expression", Shape.of(Kind.UNARY).symbol("?").rest(Role.VALUE))
        .on(List.of("assignment_expression", "compound_assignment_expr"), Operators.ASSIGNMENT)
        .on(
            "let_condition",
            Shape.of(Kind.ASSIGN)
                .symbol("=")
                .field("pattern", Role.LEFT)
                .field("value", Role.RIGHT))
        .on(
            "type_cast_expression",
            Shape.of(Kind.CAST).field("value", Role.VALUE).field("type", Role.TYPE));
  }

  private static void unary(Lowering to, int node, Role role) {
    int operator = to.tree().firstChild(node);
    int opened = to.open(Kind.UNARY, role, node);
    to.symbol(opened, operator == NONE ? "" : to.operator(operator));
    to.children(node, Role.VALUE);
    to.close(node);
  }
}

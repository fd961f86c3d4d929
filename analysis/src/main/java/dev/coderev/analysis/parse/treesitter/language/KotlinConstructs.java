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

/** Kotlin: names, types, literals and operators here, the rest beside it. */
public final class KotlinConstructs {
  private static final Set<String> BINARY =
      Set.of(
          "additive_expression",
          "multiplicative_expression",
          "comparison_expression",
          "equality_expression",
          "conjunction_expression",
          "disjunction_expression",
          "elvis_expression",
          "range_expression",
          "infix_expression");

  private KotlinConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    literals(constructs);
    operators(constructs);
    KotlinCalls.addTo(constructs);
    KotlinStatements.addTo(constructs);
    KotlinDeclarations.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(List.of("simple_identifier", "type_identifier"), Shape.leaf(Kind.IDENTIFIER))
        .on("this_expression", Shape.leaf(Kind.IDENTIFIER, "this"))
        .on("super_expression", Shape.leaf(Kind.IDENTIFIER, "super"))
        .on("identifier", DottedNames::lower)
        .on("user_type", DottedNames::lower)
        .on("nullable_type", Shape.of(Kind.NULLABLE_TYPE).rest(Role.TYPE))
        .on("parenthesized_type", Construct.ONLY_CHILD)
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("type_projection", Construct.ONLY_CHILD)
        .on("type_parameters", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on("type_parameter", KotlinConstructs::typeParameter);
  }

  private static void typeParameter(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "type_identifier")) {
        to.lower(child, Role.NAME);
      } else if (!tree.is(child, "type_parameter_modifiers")) {
        to.lower(child, Role.TYPE);
      }
    }
    to.close(node);
  }

  private static void literals(Constructs constructs) {
    constructs
        .on(
            List.of(
                "integer_literal",
                "long_literal",
                "hex_literal",
                "bin_literal",
                "unsigned_literal",
                "real_literal"),
            Operators.NUMBER)
        .on("boolean_literal", Shape.leaf(Kind.BOOLEAN))
        .on("null", Shape.leaf(Kind.NULL, ""))
        .on(
            "character_literal",
            (to, node, role) -> to.leaf(Kind.CHARACTER, role, to.decoded(node, 1), node))
        .on("string_literal", KotlinConstructs::string)
        .on("collection_literal", Shape.of(Kind.LIST).rest(Role.ELEMENT));
  }

  private static void string(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean raw = to.text(node).startsWith("\"\"\"");
    boolean plain = true;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      plain &= !tree.type(child).startsWith("interpolated_");
    }
    if (plain) {
      to.leaf(Kind.STRING, role, raw ? to.inner(node, 3) : to.decoded(node, 1), node);
      return;
    }
    to.open(Kind.TEMPLATE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "interpolated_identifier")) {
        to.open(Kind.INTERPOLATION, Role.PART, child);
        to.leaf(Kind.IDENTIFIER, Role.VALUE, to.text(child), child);
        to.close(child);
      } else if (tree.is(child, "interpolated_expression")) {
        to.open(Kind.INTERPOLATION, Role.PART, child);
        to.children(child, Role.VALUE);
        to.close(child);
      } else {
        to.leaf(Kind.STRING, Role.PART, raw ? to.text(child) : to.decoded(child, 0), child);
      }
    }
    to.close(node);
  }

  private static void operators(Constructs constructs) {
    constructs
        .on(List.copyOf(BINARY), KotlinConstructs::binary)
        .on("prefix_expression", KotlinConstructs::prefix)
        .on("postfix_expression", KotlinConstructs::postfix)
        .on("parenthesized_expression", Construct.ONLY_CHILD)
        .on("check_expression", KotlinConstructs::check)
        .on("as_expression", KotlinConstructs::cast);
  }

  /** The first word or sign between or before operands. */
  private static String sign(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int child = tree.firstChild(node);
    while (child != NONE && tree.isNamed(child)) {
      child = tree.nextSibling(child);
    }
    return child == NONE ? "" : to.operator(child);
  }

  private static void binary(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int left = tree.firstNamed(node);
    int right = tree.lastNamed(node);
    boolean infix = tree.is(node, "infix_expression");
    int opened = to.open(Kind.BINARY, role, node);
    to.symbol(opened, infix ? to.text(tree.nextNamed(left)) : sign(to, node));
    left(to, left, Role.LEFT);
    if (right != left) {
      to.lower(right, Role.RIGHT);
    }
    to.close(node);
  }

  /** The grammar takes {@code !a || b} for {@code !(a || b)}; here the sign goes to its operand. */
  private static void prefix(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int operand = tree.lastNamed(node);
    if (operand == NONE) {
      to.other(node, role);
    } else if (takesSign(tree, operand)) {
      to.leftEdge(tree.start(operand), tree.start(node), () -> to.lower(operand, role));
    } else {
      signed(to, node, operand, role);
    }
  }

  private static boolean takesSign(ConcreteTree tree, int operand) {
    return BINARY.contains(tree.type(operand)) || tree.is(operand, "check_expression");
  }

  private static void signed(Lowering to, int prefix, int operand, Role role) {
    String sign = sign(to, prefix);
    boolean update = sign.equals("++") || sign.equals("--");
    Kind kind = update ? Kind.UPDATE : Kind.UNARY;
    int opened = to.openFrom(to.tree().start(prefix), kind, role, prefix);
    to.symbol(opened, update ? sign + "x" : sign);
    to.lower(operand, Role.VALUE);
    to.close(operand);
  }

  /** The leftmost operand, with the sign that the grammar put before all of the expression. */
  private static void left(Lowering to, int operand, Role role) {
    ConcreteTree tree = to.tree();
    int at = operand;
    int parent = tree.parent(at);
    while (takesSign(tree, parent) && tree.firstNamed(parent) == at) {
      at = parent;
      parent = tree.parent(at);
    }
    boolean signed =
        !takesSign(tree, operand)
            && tree.is(parent, "prefix_expression")
            && tree.lastNamed(parent) == at;
    if (signed) {
      signed(to, parent, operand, role);
    } else {
      to.lower(operand, role);
    }
  }

  private static void postfix(Lowering to, int node, Role role) {
    String sign = sign(to, node);
    if (!sign.equals("++") && !sign.equals("--")) {
      to.other(node, role);
      return;
    }
    int opened = to.open(Kind.UPDATE, role, node);
    to.symbol(opened, "x" + sign);
    to.children(node, Role.VALUE);
    to.close(node);
  }

  /** {@code x is T}, {@code x !is T}, {@code x in xs}. */
  private static void check(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    String sign = sign(to, node);
    int value = tree.firstNamed(node);
    int type = tree.lastNamed(node);
    if (sign.endsWith("in")) {
      int opened = to.open(Kind.BINARY, role, node);
      to.symbol(opened, sign);
      left(to, value, Role.LEFT);
      to.lower(type, Role.RIGHT);
      to.close(node);
      return;
    }
    boolean negated = sign.startsWith("!");
    if (negated) {
      int opened = to.open(Kind.UNARY, role, node);
      to.symbol(opened, "!");
    }
    to.open(Kind.TYPE_TEST, negated ? Role.VALUE : role, node);
    left(to, value, Role.VALUE);
    to.lower(type, Role.TYPE);
    to.close(node);
    if (negated) {
      to.close(node);
    }
  }

  private static void cast(Lowering to, int node, Role role) {
    to.open(Kind.CAST, role, node);
    to.lower(to.tree().firstNamed(node), Role.VALUE);
    to.lower(to.tree().lastNamed(node), Role.TYPE);
    to.close(node);
  }
}

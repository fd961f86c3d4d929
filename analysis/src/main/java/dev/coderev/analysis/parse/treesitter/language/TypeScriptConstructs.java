package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** TypeScript, with and without JSX: JavaScript and what types add to it. */
public final class TypeScriptConstructs {
  private TypeScriptConstructs() {}

  /** Files without JSX. */
  public static Constructs all() {
    Constructs constructs = withoutAssertions();
    return constructs.on(
        "type_assertion",
        (to, node, role) -> {
          ConcreteTree tree = to.tree();
          to.open(Kind.CAST, role, node);
          to.children(tree.firstNamed(node), Role.TYPE);
          to.lower(tree.lastNamed(node), Role.VALUE);
          to.close(node);
        });
  }

  /** Files with JSX, where {@code <T>x} is an element and no cast. */
  public static Constructs withJsx() {
    return withoutAssertions().including(JsxConstructs.all());
  }

  private static Constructs withoutAssertions() {
    Constructs constructs = JavaScriptConstructs.shared();
    types(constructs);
    definitions(constructs);
    return constructs;
  }

  private static void types(Constructs constructs) {
    constructs
        .on(List.of("type_identifier", "predefined_type", "this_type"), Shape.leaf(Kind.IDENTIFIER))
        .on(List.of("type_annotation", "parenthesized_type", "literal_type"), Construct.ONLY_CHILD)
        .on(
            "generic_type",
            Shape.of(Kind.GENERIC_TYPE)
                .field("name", Role.TYPE)
                .field("type_arguments", Role.TYPE_ARGUMENTS))
        .on("type_arguments", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("array_type", Shape.of(Kind.ARRAY_TYPE).rest(Role.TYPE))
        .on(
            "nested_type_identifier",
            Shape.of(Kind.MEMBER).symbol(".").field("module", Role.OBJECT).field("name", Role.NAME))
        .on(
            "nested_identifier",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("object", Role.OBJECT)
                .field("property", Role.NAME))
        .on("type_parameters", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            "type_parameter",
            Shape.of(Kind.PARAMETER)
                .field("name", Role.NAME)
                .field("constraint", Role.TYPE)
                .field("value", Role.VALUE))
        .on(List.of("constraint", "default_type"), Construct.ONLY_CHILD)
        .on(
            List.of("as_expression", "satisfies_expression"),
            (to, node, role) -> {
              int value = to.tree().firstNamed(node);
              int type = to.tree().nextNamed(value);
              to.open(Kind.CAST, role, node);
              to.lower(value, Role.VALUE);
              if (type != NONE) {
                to.lower(type, Role.TYPE);
              }
              to.close(node);
            });
  }

  private static void definitions(Constructs constructs) {
    constructs
        .on(
            "abstract_class_declaration",
            (to, node, role) -> JavaScriptDefinitions.classDefinition(to, node, role, "class"))
        .on(
            "interface_declaration",
            (to, node, role) -> JavaScriptDefinitions.classDefinition(to, node, role, "interface"))
        .on(
            "enum_declaration",
            (to, node, role) -> JavaScriptDefinitions.classDefinition(to, node, role, "enum"))
        .on("enum_body", TypeScriptConstructs::enumBody)
        .on("interface_body", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("extends_clause", TypeScriptConstructs::extendsClause)
        .on("implements_clause", (to, node, role) -> to.children(node, Role.INTERFACE))
        .on(List.of("public_field_definition", "property_signature"), JavaScriptDefinitions::field)
        .on(
            List.of("method_signature", "abstract_method_signature"),
            (to, node, role) -> JavaScriptDefinitions.method(to, node, node, role))
        .on("function_signature", JavaScriptDefinitions::function)
        .on(List.of("module", "internal_module"), TypeScriptConstructs::namespace)
        .on("ambient_declaration", Construct.CHILDREN)
        .on("expression_statement", TypeScriptConstructs::expressionStatement);
  }

  private static void extendsClause(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.child(node, "value");
    int arguments = tree.child(node, "type_arguments");
    if (value == NONE || arguments == NONE) {
      to.children(node, role);
      return;
    }
    to.open(Kind.GENERIC_TYPE, role, value);
    to.lower(value, Role.TYPE);
    to.lower(arguments, Role.TYPE_ARGUMENTS);
    to.close(arguments);
  }

  private static void enumBody(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.BLOCK, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.open(Kind.ENUM_CONSTANT, Role.STATEMENT, child);
      if (tree.is(child, "enum_assignment")) {
        to.field(child, "name", Role.NAME);
        to.field(child, "value", Role.VALUE);
      } else {
        to.lower(child, Role.NAME);
      }
      to.close(child);
    }
    to.close(node);
  }

  private static void namespace(Lowering to, int node, Role role) {
    int whole = JavaScriptDefinitions.whole(to.tree(), node);
    to.open(Kind.NAMESPACE, role, whole);
    to.field(node, "name", Role.NAME);
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  /** The grammar takes {@code namespace N {}} for an expression. */
  private static void expressionStatement(Lowering to, int node, Role role) {
    int only = to.tree().firstNamed(node);
    if (to.tree().is(only, "internal_module")) {
      to.lower(only, role);
      return;
    }
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    to.children(node, Role.VALUE);
    to.close(node);
  }
}

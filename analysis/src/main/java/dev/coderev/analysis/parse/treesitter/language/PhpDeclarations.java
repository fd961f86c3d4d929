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
import java.util.Set;

/** PHP's namespaces, classes, functions and constants. */
final class PhpDeclarations {
  private static final Set<String> MODIFIERS =
      Set.of(
          "abstract_modifier",
          "final_modifier",
          "readonly_modifier",
          "static_modifier",
          "visibility_modifier",
          "var_modifier");

  private PhpDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("namespace_definition", PhpDeclarations::namespace)
        .on("namespace_use_declaration", PhpDeclarations::use)
        .on("const_declaration", Construct.CHILDREN)
        .on("const_element", PhpDeclarations::constant)
        .on("class_declaration", type("class"))
        .on("interface_declaration", type("interface"))
        .on("trait_declaration", type("trait"))
        .on("enum_declaration", type("enum"))
        .on(
            List.of("declaration_list", "enum_declaration_list"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on(
            "enum_case",
            Shape.of(Kind.ENUM_CONSTANT).field("name", Role.NAME).field("value", Role.VALUE))
        .on(List.of("attribute_list", "attribute_group"), Construct.CHILDREN)
        .on(
            "attribute",
            Shape.of(Kind.ANNOTATION).field("parameters", Role.ARGUMENTS).rest(Role.NAME))
        .on("property_declaration", PhpDeclarations::properties)
        .on("function_static_declaration", Construct.CHILDREN)
        .on(
            "static_variable_declaration",
            Shape.of(Kind.VARIABLE)
                .symbol("static")
                .field("name", Role.NAME)
                .field("value", Role.VALUE))
        .on(List.of("function_definition", "method_declaration"), PhpDeclarations::function)
        .on(List.of("anonymous_function", "arrow_function"), PhpDeclarations::lambda)
        .on("formal_parameters", Shape.of(Kind.PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            List.of("simple_parameter", "variadic_parameter", "property_promotion_parameter"),
            PhpDeclarations::parameter);
  }

  private static void namespace(Lowering to, int node, Role role) {
    boolean bodied = to.tree().child(node, "body") != NONE;
    to.open(bodied ? Kind.NAMESPACE : Kind.PACKAGE, role, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** One IMPORT for each imported name; {@code use A\{B, C}} has two. */
  private static void use(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int group = tree.child(node, "body");
    if (group == NONE) {
      boolean single = tree.namedCount(node) == 1;
      for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
        clause(to, child, single ? node : child, "", role);
      }
      return;
    }
    String prefix = PhpConstructs.name(to.text(tree.firstNamed(node))) + "\\";
    for (int child = tree.firstNamed(group); child != NONE; child = tree.nextNamed(child)) {
      clause(to, child, child, prefix, role);
    }
  }

  private static void clause(Lowering to, int clause, int whole, String prefix, Role role) {
    ConcreteTree tree = to.tree();
    int name = tree.firstNamed(clause);
    int opened = to.open(Kind.IMPORT, role, whole);
    if (name != NONE) {
      String module = prefix + PhpConstructs.name(to.text(name));
      to.symbol(opened, module);
      to.leaf(Kind.IDENTIFIER, Role.MODULE, module, name);
    }
    to.field(clause, "alias", Role.ALIAS);
    to.close(whole);
  }

  private static void constant(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int parent = tree.parent(node);
    boolean single = tree.lastNamed(parent) == node;
    int opened = to.openFrom(tree.start(parent), Kind.VARIABLE, role, node);
    to.symbol(opened, "const");
    to.modifiers(MODIFIERS, parent);
    Role next = Role.NAME;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.VALUE;
    }
    to.close(single ? parent : node);
  }

  private static Construct type(String symbol) {
    return (to, node, role) -> {
      ConcreteTree tree = to.tree();
      int opened = to.open(Kind.CLASS, role, node);
      to.symbol(opened, symbol);
      to.field(node, "attributes", Role.ANNOTATION);
      to.modifiers(MODIFIERS, node);
      to.field(node, "name", Role.NAME);
      for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
        if (tree.is(child, "base_clause")) {
          to.children(child, Role.SUPERCLASS);
        } else if (tree.is(child, "class_interface_clause")) {
          to.children(child, Role.INTERFACE);
        }
      }
      to.field(node, "body", Role.BODY);
      to.close(node);
    };
  }

  private static void properties(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int count = 0;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      count += tree.is(child, "property_element") ? 1 : 0;
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "property_element")) {
        to.open(Kind.VARIABLE, role, node);
        to.field(node, "attributes", Role.ANNOTATION);
        to.modifiers(MODIFIERS, node);
        to.field(node, "type", Role.TYPE);
        to.field(child, "name", Role.NAME);
        to.field(child, "default_value", Role.VALUE);
        to.close(count == 1 ? node : child);
      }
    }
  }

  private static void function(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    int opened = to.open(Kind.FUNCTION, role, node);
    if (name != NONE && to.text(name).equalsIgnoreCase("__construct")) {
      to.symbol(opened, "constructor");
    }
    to.field(node, "attributes", Role.ANNOTATION);
    to.modifiers(MODIFIERS, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    to.open(Kind.LAMBDA, role, node);
    to.modifiers(MODIFIERS, node);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void parameter(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.PARAMETER, role, node);
    if (tree.is(node, "variadic_parameter")) {
      to.symbol(opened, "...");
    } else if (tree.child(node, "reference_modifier") != NONE) {
      to.symbol(opened, "&");
    }
    to.field(node, "attributes", Role.ANNOTATION);
    to.modifiers(MODIFIERS, node);
    to.field(node, "type", Role.TYPE);
    to.field(node, "name", Role.NAME);
    to.field(node, "default_value", Role.VALUE);
    to.close(node);
  }
}

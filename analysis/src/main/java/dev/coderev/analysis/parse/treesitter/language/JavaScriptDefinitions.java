package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Set;

/** Functions, classes and their members in JavaScript and TypeScript. */
final class JavaScriptDefinitions {
  /** Keywords, and TypeScript's named nodes, that stand before a declaration. */
  static final Set<String> MODIFIERS =
      Set.of(
          "export",
          "default",
          "declare",
          "async",
          "*",
          "static",
          "abstract",
          "readonly",
          "accessor",
          "accessibility_modifier",
          "override_modifier");

  private JavaScriptDefinitions() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(
            List.of("function_declaration", "generator_function_declaration"),
            JavaScriptDefinitions::function)
        .on(
            List.of("function_expression", "generator_function", "arrow_function"),
            JavaScriptDefinitions::lambda)
        .on("method_definition", (to, node, role) -> method(to, node, node, role))
        .on("formal_parameters", JavaScriptDefinitions::parameters)
        .on(
            List.of("class_declaration", "class"),
            (to, node, role) -> classDefinition(to, node, role, "class"))
        .on("class_body", JavaScriptDefinitions::classBody)
        .on("class_static_block", Construct.ONLY_CHILD)
        .on("class_heritage", Construct.CHILDREN)
        .on(
            "decorator",
            (to, node, role) -> to.annotation(node, to.tree().firstNamed(node), "call_expression"));
  }

  /** The {@code export} or {@code declare} around a declaration, or the declaration itself. */
  static int whole(ConcreteTree tree, int declaration) {
    int whole = declaration;
    int parent = tree.parent(whole);
    while (parent != NONE
        && (tree.is(parent, "export_statement") || tree.is(parent, "ambient_declaration"))) {
      whole = parent;
      parent = tree.parent(whole);
    }
    return whole;
  }

  /** The decorators and modifiers of a declaration, also those before {@code export}. */
  static void prefix(Lowering to, int declaration) {
    ConcreteTree tree = to.tree();
    int whole = whole(tree, declaration);
    int middle = whole == declaration ? declaration : tree.parent(declaration);
    if (whole != declaration) {
      to.field(whole, "decorator", Role.ANNOTATION);
    }
    to.field(declaration, "decorator", Role.ANNOTATION);
    if (whole == declaration) {
      to.modifiers(MODIFIERS, declaration);
    } else if (middle == whole) {
      to.modifiers(MODIFIERS, whole, declaration);
    } else {
      to.modifiers(MODIFIERS, whole, middle, declaration);
    }
  }

  static void function(Lowering to, int node, Role role) {
    int whole = whole(to.tree(), node);
    to.open(Kind.FUNCTION, role, whole);
    prefix(to, node);
    signature(to, node);
    to.close(whole);
  }

  private static void signature(Lowering to, int node) {
    to.field(node, "name", Role.NAME);
    to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
  }

  /** A named function expression is a FUNCTION, any other a LAMBDA. */
  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(tree.child(node, "name") == NONE ? Kind.LAMBDA : Kind.FUNCTION, role, node);
    to.modifiers(MODIFIERS, node);
    int single = tree.child(node, "parameter");
    if (single != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, single);
      parameter(to, single);
      to.close(single);
    }
    signature(to, node);
    to.close(node);
  }

  /** A method; decorators may stand before it from {@code first} on. */
  static void method(Lowering to, int first, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.FUNCTION, role, first);
    for (int before = first; before != node; before = tree.nextNamed(before)) {
      to.lower(before, Role.ANNOTATION);
    }
    to.field(node, "decorator", Role.ANNOTATION);
    to.modifiers(MODIFIERS, node);
    int name = tree.child(node, "name");
    if (tree.has(node, "get")) {
      to.symbol(opened, "getter");
    } else if (tree.has(node, "set")) {
      to.symbol(opened, "setter");
    } else if (name != NONE
        && to.text(name).equals("constructor")
        && tree.is(tree.parent(node), "class_body")) {
      to.symbol(opened, "constructor");
    }
    signature(to, node);
    to.close(node);
  }

  private static void parameters(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER_LIST, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      parameter(to, child);
    }
    to.close(node);
  }

  private static void parameter(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    switch (tree.type(node)) {
      case "required_parameter", "optional_parameter" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.field(node, "decorator", Role.ANNOTATION);
        to.modifiers(MODIFIERS, node);
        int pattern = tree.child(node, "pattern");
        if (tree.is(pattern, "rest_pattern")) {
          to.symbol(opened, "...");
          to.children(pattern, Role.NAME);
        } else {
          to.field(node, "pattern", Role.NAME);
        }
        to.field(node, "type", Role.TYPE);
        to.field(node, "value", Role.VALUE);
      }
      case "assignment_pattern" -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.field(node, "left", Role.NAME);
        to.field(node, "right", Role.VALUE);
      }
      case "rest_pattern" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.symbol(opened, "...");
        to.children(node, Role.NAME);
      }
      default -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.lower(node, Role.NAME);
      }
    }
    to.close(node);
  }

  static void classDefinition(Lowering to, int node, Role role, String symbol) {
    ConcreteTree tree = to.tree();
    int whole = whole(tree, node);
    int opened = to.open(Kind.CLASS, role, whole);
    to.symbol(opened, symbol);
    prefix(to, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
    int heritage = tree.childOfType(node, "class_heritage");
    if (heritage != NONE) {
      to.lower(heritage, Role.SUPERCLASS);
    }
    int extended = tree.childOfType(node, "extends_type_clause");
    if (extended != NONE) {
      to.children(extended, Role.INTERFACE);
    }
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  /** Members; in TypeScript the decorators of a method stand before it as its siblings. */
  private static void classBody(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.BLOCK, role, node);
    int decorator = NONE;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "decorator")) {
        decorator = decorator == NONE ? child : decorator;
      } else if (decorator != NONE && tree.child(child, "parameters") != NONE) {
        method(to, decorator, child, Role.STATEMENT);
        decorator = NONE;
      } else {
        to.lower(child, Role.STATEMENT);
        decorator = NONE;
      }
    }
    to.close(node);
  }

  static void field(Lowering to, int node, Role role) {
    to.open(Kind.VARIABLE, role, node);
    to.field(node, "decorator", Role.ANNOTATION);
    to.modifiers(MODIFIERS, node);
    to.field(node, "property", Role.NAME);
    to.field(node, "name", Role.NAME);
    to.field(node, "type", Role.TYPE);
    to.field(node, "value", Role.VALUE);
    to.close(node);
  }
}

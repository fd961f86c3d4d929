package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Set;

/** Functions, classes and parameters of Python. */
final class PythonDefinitions {
  private static final Set<String> ASYNC = Set.of("async");

  private PythonDefinitions() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("decorated_definition", PythonDefinitions::decorated)
        .on(
            "decorator",
            (to, node, role) -> to.annotation(node, to.tree().firstNamed(node), "call"))
        .on("function_definition", (to, node, role) -> function(to, node, node, role))
        .on("class_definition", (to, node, role) -> classDefinition(to, node, node, role))
        .on(
            List.of("parameters", "lambda_parameters"),
            (to, node, role) -> {
              to.open(Kind.PARAMETER_LIST, role, node);
              ConcreteTree tree = to.tree();
              for (int child = tree.firstNamed(node);
                  child != NONE;
                  child = tree.nextNamed(child)) {
                parameter(to, child);
              }
              to.close(node);
            });
  }

  private static void decorated(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int definition = tree.child(node, "definition");
    if (tree.is(definition, "function_definition")) {
      function(to, definition, node, role);
    } else if (tree.is(definition, "class_definition")) {
      classDefinition(to, definition, node, role);
    } else {
      to.other(node, role);
    }
  }

  private static void annotations(Lowering to, int definition, int whole) {
    ConcreteTree tree = to.tree();
    if (whole != definition) {
      for (int child = tree.firstNamed(whole); child != NONE; child = tree.nextNamed(child)) {
        if (child != definition) {
          to.lower(child, Role.ANNOTATION);
        }
      }
    }
  }

  private static void function(Lowering to, int node, int whole, Role role) {
    to.open(Kind.FUNCTION, role, whole);
    annotations(to, node, whole);
    to.modifiers(ASYNC, node);
    to.field(node, "name", Role.NAME);
    typeParameters(to, node);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  private static void classDefinition(Lowering to, int node, int whole, Role role) {
    int opened = to.open(Kind.CLASS, role, whole);
    to.symbol(opened, "class");
    annotations(to, node, whole);
    to.field(node, "name", Role.NAME);
    typeParameters(to, node);
    int superclasses = to.tree().child(node, "superclasses");
    if (superclasses != NONE) {
      to.children(superclasses, Role.SUPERCLASS);
    }
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  private static void typeParameters(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int parameters = tree.child(node, "type_parameters");
    if (parameters == NONE) {
      return;
    }
    to.open(Kind.TYPE_PARAMETER_LIST, Role.TYPE_PARAMETERS, parameters);
    for (int child = tree.firstNamed(parameters); child != NONE; child = tree.nextNamed(child)) {
      to.open(Kind.PARAMETER, Role.PARAMETER, child);
      to.lower(child, Role.NAME);
      to.close(child);
    }
    to.close(parameters);
  }

  private static void parameter(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    switch (tree.type(node)) {
      case "identifier", "tuple_pattern" -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.lower(node, Role.NAME);
      }
      case "list_splat_pattern", "dictionary_splat_pattern" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        splat(to, opened, node);
      }
      case "default_parameter", "typed_default_parameter" -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.field(node, "name", Role.NAME);
        to.field(node, "type", Role.TYPE);
        to.field(node, "value", Role.VALUE);
      }
      case "typed_parameter" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        int name = tree.firstNamed(node);
        if (tree.is(name, "identifier")) {
          to.lower(name, Role.NAME);
        } else {
          splat(to, opened, name);
        }
        to.field(node, "type", Role.TYPE);
      }
      case "keyword_separator" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.symbol(opened, "*");
      }
      default -> {
        to.lower(node, Role.PARAMETER);
        return;
      }
    }
    to.close(node);
  }

  private static void splat(Lowering to, int parameter, int node) {
    to.symbol(parameter, to.tree().is(node, "list_splat_pattern") ? "*" : "**");
    to.children(node, Role.NAME);
  }
}

package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scala's classes, objects, functions, values and imports. */
final class ScalaDefinitions {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private ScalaDefinitions() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("package_clause", Shape.of(Kind.PACKAGE).field("name", Role.NAME))
        .on("import_declaration", ScalaDefinitions::imported)
        .on("class_definition", (to, node, role) -> type(to, node, role, "class"))
        .on("object_definition", (to, node, role) -> type(to, node, role, "object"))
        .on("trait_definition", (to, node, role) -> type(to, node, role, "trait"))
        .on(List.of("function_definition", "function_declaration"), ScalaDefinitions::function)
        .on(List.of("parameters", "class_parameters"), ScalaDefinitions::parameters)
        .on(List.of("parameter", "class_parameter", "binding"), ScalaDefinitions::parameter)
        .on(
            List.of("val_definition", "val_declaration"),
            (to, node, role) -> variable(to, node, role, "val"))
        .on(
            List.of("var_definition", "var_declaration"),
            (to, node, role) -> variable(to, node, role, "var"))
        .on("tuple_pattern", Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on("annotation", ScalaDefinitions::annotation)
        .on("modifiers", ScalaDefinitions::modifiers)
        .on("type_parameters", Construct.NOTHING);
  }

  private static void parameters(Lowering to, int node, Role role) {
    to.open(Kind.PARAMETER_LIST, role, node);
    to.children(node, Role.PARAMETER);
    to.close(node);
  }

  private static void parameter(Lowering to, int node, Role role) {
    to.open(Kind.PARAMETER, role, node);
    to.field(node, "name", Role.NAME);
    if (to.tree().child(node, "name") == NONE) {
      to.lower(to.tree().firstNamed(node), Role.NAME);
    }
    to.field(node, "type", Role.TYPE);
    to.field(node, "default_value", Role.VALUE);
    to.close(node);
  }

  private static void modifiers(Lowering to, int node, Role role) {
    to.open(Kind.MODIFIERS, Role.MODIFIERS, node);
    int start = to.tree().start(node);
    Matcher words = WORD.matcher(to.text(node));
    while (words.find()) {
      to.leafAt(
          Kind.MODIFIER, Role.MODIFIER, words.group(), start + words.start(), start + words.end());
    }
    to.close(node);
  }

  private static void annotation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ANNOTATION, Role.ANNOTATION, node);
    to.field(node, "name", Role.NAME);
    int arguments = tree.child(node, "arguments");
    if (arguments != NONE) {
      to.lower(arguments, Role.ARGUMENTS);
    }
    to.close(node);
  }

  private static void type(Lowering to, int node, Role role, String symbol) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.CLASS, role, node);
    to.symbol(opened, symbol);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "annotation" -> to.lower(child, Role.ANNOTATION);
        case "modifiers" -> to.lower(child, Role.MODIFIERS);
        case "class_parameters" -> to.lower(child, Role.PARAMETERS);
        case "extends_clause" -> parents(to, child);
        case "template_body" -> to.lower(child, Role.BODY);
        case "identifier", "operator_identifier" -> to.lower(child, Role.NAME);
        default -> {}
      }
    }
    to.close(node);
  }

  private static void parents(Lowering to, int clause) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(clause); child != NONE; child = tree.nextNamed(child)) {
      if (!tree.is(child, "arguments")) {
        to.lower(child, Role.SUPERCLASS);
      }
    }
  }

  private static void function(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.FUNCTION, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.field(child)) {
        case "name" -> to.lower(child, Role.NAME);
        case "parameters" -> to.lower(child, Role.PARAMETERS);
        case "return_type" -> to.lower(child, Role.TYPE);
        case "body" -> body(to, child);
        default -> {
          switch (tree.type(child)) {
            case "annotation" -> to.lower(child, Role.ANNOTATION);
            case "modifiers" -> to.lower(child, Role.MODIFIERS);
            default -> {}
          }
        }
      }
    }
    to.close(node);
  }

  private static void body(Lowering to, int body) {
    if (to.tree().is(body, "block") || to.tree().is(body, "indented_block")) {
      to.lower(body, Role.BODY);
    } else {
      to.expressionBlock(body, Role.BODY);
    }
  }

  private static void variable(Lowering to, int node, Role role, String keyword) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.VARIABLE, role, node);
    to.symbol(opened, keyword);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.field(child)) {
        case "pattern", "name" -> to.lower(child, Role.NAME);
        case "type" -> to.lower(child, Role.TYPE);
        case "value" -> to.lower(child, Role.VALUE);
        default -> {
          if (tree.is(child, "modifiers") || tree.is(child, "annotation")) {
            to.lower(child, Role.MODIFIERS);
          }
        }
      }
    }
    to.close(node);
  }

  private static void imported(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    List<Integer> path = new ArrayList<>();
    int selectors = NONE;
    int all = NONE;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "identifier", "operator_identifier" -> path.add(child);
        case "namespace_selectors" -> selectors = child;
        case "namespace_wildcard" -> all = child;
        default -> {}
      }
    }
    if (selectors != NONE && !path.isEmpty()) {
      for (int one = tree.firstNamed(selectors); one != NONE; one = tree.nextNamed(one)) {
        selected(to, node, role, path, one);
      }
      return;
    }
    int opened = to.open(Kind.IMPORT, role, node);
    if (!path.isEmpty()) {
      to.symbol(opened, to.text(tree.start(path.getFirst()), tree.end(path.getLast())));
      module(to, path);
    }
    if (all != NONE) {
      element(to, all, "*");
    }
    to.close(node);
  }

  /** {@code import a.{B, C => D}} is an import for each. */
  private static void selected(Lowering to, int node, Role role, List<Integer> path, int selector) {
    ConcreteTree tree = to.tree();
    boolean plain = tree.is(selector, "identifier");
    int name = plain ? selector : tree.firstNamed(selector);
    String prefix = to.text(tree.start(path.getFirst()), tree.end(path.getLast()));
    int opened = to.open(Kind.IMPORT, role, node);
    to.symbol(opened, name == NONE ? prefix : prefix + "." + to.text(name));
    List<Integer> whole = new ArrayList<>(path);
    if (name != NONE) {
      whole.add(name);
    }
    module(to, whole);
    if (!plain && name != NONE && tree.nextNamed(name) != NONE) {
      to.lower(tree.nextNamed(name), Role.ALIAS);
    }
    to.close(node);
  }

  private static void element(Lowering to, int node, String name) {
    int element = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, node);
    to.symbol(element, name);
    to.leaf(Kind.IDENTIFIER, Role.NAME, name, node);
    to.close(node);
  }

  private static void module(Lowering to, List<Integer> path) {
    int start = to.tree().start(path.getFirst());
    for (int i = path.size(); i > 1; i--) {
      int opened = to.openAt(Kind.MEMBER, i == path.size() ? Role.MODULE : Role.OBJECT, start);
      to.symbol(opened, ".");
    }
    for (int i = 0; i < path.size(); i++) {
      to.lower(path.get(i), i > 0 ? Role.NAME : path.size() > 1 ? Role.OBJECT : Role.MODULE);
      if (i > 0) {
        to.close(path.get(i));
      }
    }
  }
}

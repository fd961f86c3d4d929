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

/** Swift's types, functions and properties. */
final class SwiftDeclarations {
  private static final Set<String> MODIFIERS =
      Set.of(
          "visibility_modifier",
          "inheritance_modifier",
          "property_modifier",
          "property_behavior_modifier",
          "ownership_modifier",
          "member_modifier",
          "mutation_modifier",
          "function_modifier",
          "parameter_modifier",
          "async",
          "throws");

  private SwiftDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "import_declaration",
            "class_declaration",
            "protocol_declaration",
            "typealias_declaration",
            "associatedtype_declaration",
            "function_declaration",
            "protocol_function_declaration",
            "init_declaration",
            "deinit_declaration",
            "subscript_declaration",
            "property_declaration",
            "protocol_property_declaration",
            "enum_entry",
            "computed_getter",
            "computed_setter")
        .on("import_declaration", SwiftDeclarations::importDeclaration)
        .on(List.of("class_declaration", "protocol_declaration"), SwiftDeclarations::type)
        .on(
            List.of("class_body", "enum_class_body", "protocol_body"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("inheritance_specifier", Construct.ONLY_CHILD)
        .on("enum_entry", SwiftDeclarations::enumEntry)
        .on(
            List.of("function_declaration", "protocol_function_declaration"),
            (to, node, role) -> function(to, node, role, ""))
        .on("init_declaration", (to, node, role) -> function(to, node, role, "constructor"))
        .on("deinit_declaration", (to, node, role) -> function(to, node, role, ""))
        .on(
            "function_body",
            (to, node, role) ->
                SwiftStatements.braces(to, node, to.tree().childOfType(node, "{"), role))
        .on("property_declaration", SwiftDeclarations::property)
        .on("computed_property", SwiftDeclarations::computed)
        .on("computed_getter", (to, node, role) -> accessor(to, node, role, "getter"))
        .on("computed_setter", (to, node, role) -> accessor(to, node, role, "setter"));
  }

  private static void importDeclaration(Lowering to, int node, Role role) {
    int module = to.tree().childOfType(node, "identifier");
    int opened = to.open(Kind.IMPORT, role, node);
    if (module != NONE) {
      to.symbol(opened, to.text(module));
      to.lower(module, Role.MODULE);
    }
    to.close(node);
  }

  private static void modifiers(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int modifiers = tree.childOfType(node, "modifiers");
    if (modifiers == NONE) {
      to.modifiers(MODIFIERS, node);
      return;
    }
    for (int c = tree.firstNamed(modifiers); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "attribute")) {
        attribute(to, c);
      }
    }
    to.modifiers(MODIFIERS, modifiers, node);
  }

  private static void attribute(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int name = tree.firstNamed(node);
    int first = name == NONE ? NONE : tree.nextNamed(name);
    to.open(Kind.ANNOTATION, Role.ANNOTATION, node);
    if (name != NONE) {
      to.lower(name, Role.NAME);
    }
    if (first != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
      for (int c = first; c != NONE; c = tree.nextNamed(c)) {
        to.lower(c, Role.ARGUMENT);
      }
      to.close(node);
    }
    to.close(node);
  }

  private static void type(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int kind = tree.child(node, "declaration_kind");
    String word = kind == NONE ? "class" : to.text(kind);
    int opened = to.open(Kind.CLASS, role, node);
    to.symbol(opened, word.equals("actor") ? "class" : word);
    modifiers(to, node);
    to.field(node, "name", Role.NAME);
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (tree.is(c, "type_parameters")) {
        to.lower(c, Role.TYPE_PARAMETERS);
      } else if (tree.is(c, "inheritance_specifier")) {
        to.lower(c, Role.SUPERCLASS);
      }
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void enumEntry(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (!tree.field(c).equals("name")) {
        continue;
      }
      int value = tree.nextNamed(c);
      boolean valued = value != NONE && !tree.field(value).equals("name");
      to.open(Kind.ENUM_CONSTANT, role, c);
      to.lower(c, Role.NAME);
      if (valued) {
        to.lower(value, tree.field(value).equals("raw_value") ? Role.VALUE : Role.CHILD);
      }
      to.close(valued ? value : c);
    }
  }

  /** The parameters are no list in the grammar, and the type returned fills the field of a name. */
  private static void function(Lowering to, int node, Role role, String symbol) {
    ConcreteTree tree = to.tree();
    int open = tree.childOfType(node, "(");
    int close = NONE;
    for (int c = open; c != NONE; c = tree.nextSibling(c)) {
      close = tree.is(c, ")") ? c : close;
    }
    int opened = to.open(Kind.FUNCTION, role, node);
    to.symbol(opened, symbol);
    modifiers(to, node);
    int name = tree.child(node, "name");
    if (tree.is(node, "deinit_declaration")) {
      name = tree.childOfType(node, "deinit");
    }
    if (name != NONE) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(name), name);
    }
    int types = tree.childOfType(node, "type_parameters");
    if (types != NONE) {
      to.lower(types, Role.TYPE_PARAMETERS);
    }
    if (close != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, open);
      for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
        if (tree.is(c, "parameter")) {
          int next = tree.nextNamed(c);
          boolean valued = next != NONE && tree.field(next).equals("default_value");
          parameter(to, c, valued ? next : NONE);
        }
      }
      to.close(close);
    }
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      boolean type = tree.field(c).equals("name") || tree.field(c).equals("return_type");
      if (type && close != NONE && c > close) {
        to.lower(c, Role.TYPE);
      }
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** {@code external name: T = value}; the name is the last before the colon. */
  static void parameter(Lowering to, int node, int value) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER, Role.PARAMETER, node);
    int modifiers = tree.childOfType(node, "parameter_modifiers");
    if (modifiers != NONE) {
      to.modifiers(MODIFIERS, modifiers);
    }
    Role next = Role.NAME;
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      if (tree.field(c).equals("name")) {
        to.lower(c, next);
        next = Role.TYPE;
      }
    }
    if (value != NONE) {
      to.lower(value, Role.VALUE);
    }
    to.close(value == NONE ? node : value);
  }

  /** {@code let a: T = 1, b = 2}: a VARIABLE for each name. */
  private static void property(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int binding = tree.childOfType(node, "value_binding_pattern");
    int names = 0;
    for (int c = tree.firstNamed(node); c != NONE; c = tree.nextNamed(c)) {
      names += tree.field(c).equals("name") ? 1 : 0;
    }
    for (int name = tree.child(node, "name"); name != NONE; name = next(tree, name)) {
      int opened = to.open(Kind.VARIABLE, role, node);
      to.symbol(opened, binding == NONE ? "" : to.text(binding));
      modifiers(to, node);
      to.lower(name, Role.NAME);
      int last = name;
      for (int c = tree.nextNamed(name);
          c != NONE && !tree.field(c).equals("name");
          c = tree.nextNamed(c)) {
        if (tree.is(c, "type_annotation")) {
          to.lower(c, Role.TYPE);
        } else if (tree.field(c).equals("value")) {
          to.lower(c, Role.VALUE);
        } else if (tree.field(c).equals("computed_value")) {
          to.lower(c, Role.BODY);
        } else {
          to.lower(c, Role.CHILD);
        }
        last = c;
      }
      to.close(names == 1 ? node : last);
    }
  }

  private static int next(ConcreteTree tree, int name) {
    int next = tree.nextNamed(name);
    while (next != NONE && !tree.field(next).equals("name")) {
      next = tree.nextNamed(next);
    }
    return next;
  }

  private static void computed(Lowering to, int node, Role role) {
    SwiftStatements.braces(to, node, to.tree().childOfType(node, "{"), role);
  }

  private static void accessor(Lowering to, int node, Role role, String symbol) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstNamed(node);
    int opened = to.open(Kind.FUNCTION, role, node);
    to.symbol(opened, symbol);
    if (keyword != NONE) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(keyword), keyword);
    }
    int brace = tree.childOfType(node, "{");
    if (brace != NONE) {
      SwiftStatements.braces(to, node, brace, Role.BODY);
    }
    to.close(node);
  }
}

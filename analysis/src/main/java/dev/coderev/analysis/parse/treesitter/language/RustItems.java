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

/** Rust's items; the attributes before an item, its siblings in the grammar, become part of it. */
final class RustItems {
  private static final Set<String> MODIFIERS =
      Set.of(
          "visibility_modifier",
          "mutable_specifier",
          "async",
          "unsafe",
          "const",
          "default",
          "extern_modifier");

  private RustItems() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "inner_attribute_item",
            "attribute_item",
            "use_declaration",
            "extern_crate_declaration",
            "mod_item",
            "foreign_mod_item",
            "const_item",
            "static_item",
            "type_item",
            "associated_type",
            "struct_item",
            "union_item",
            "enum_item",
            "trait_item",
            "impl_item",
            "function_item",
            "function_signature_item",
            "field_declaration",
            "enum_variant",
            "macro_definition")
        .on("inner_attribute_item", RustItems::attribute)
        .on("attribute_item", RustItems::attributeItem)
        .on("use_declaration", RustItems::use)
        .on("extern_crate_declaration", RustItems::externCrate)
        .on("mod_item", RustItems::module)
        .on("foreign_mod_item", (to, node, role) -> items(to, node, role))
        .on(
            List.of("declaration_list", "field_declaration_list", "enum_variant_list"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("const_item", (to, node, role) -> variable(to, node, role, "const"))
        .on("static_item", (to, node, role) -> variable(to, node, role, "static"))
        .on("field_declaration", (to, node, role) -> variable(to, node, role, ""))
        .on("struct_item", type("struct"))
        .on("union_item", type("union"))
        .on("enum_item", type("enum"))
        .on("trait_item", type("trait"))
        .on("impl_item", RustItems::implementation)
        .on(
            "enum_variant",
            Shape.of(Kind.ENUM_CONSTANT)
                .field("name", Role.NAME)
                .field("body", Role.CHILD)
                .field("value", Role.VALUE))
        .on(List.of("function_item", "function_signature_item"), RustItems::function)
        .on("parameters", Shape.of(Kind.PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            "parameter",
            Shape.of(Kind.PARAMETER).field("pattern", Role.NAME).field("type", Role.TYPE))
        .on(
            "self_parameter",
            (to, node, role) -> {
              to.open(Kind.PARAMETER, role, node);
              int self = to.tree().childOfType(node, "self");
              if (self != NONE) {
                to.lower(self, Role.NAME);
              }
              to.close(node);
            })
        .on("type_parameters", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            List.of("type_parameter", "lifetime_parameter", "const_parameter"),
            Shape.of(Kind.PARAMETER)
                .field("name", Role.NAME)
                .field("bounds", Role.TYPE)
                .field("type", Role.TYPE));
  }

  /** The first of the attributes right before {@code item}, or {@code item}. */
  private static int first(ConcreteTree tree, int item) {
    int first = NONE;
    int parent = tree.parent(item);
    for (int c = tree.firstNamed(parent); c != NONE && c < item; c = tree.nextNamed(c)) {
      if (!tree.is(c, "attribute_item")) {
        first = NONE;
      } else if (first == NONE) {
        first = c;
      }
    }
    return first == NONE ? item : first;
  }

  /** Opens a node for an item and writes its attributes and modifiers. */
  private static int open(Lowering to, Kind kind, Role role, int item) {
    ConcreteTree tree = to.tree();
    int first = first(tree, item);
    int opened = to.openFrom(tree.start(first), kind, role, item);
    for (int c = first; c != item; c = tree.nextNamed(c)) {
      attribute(to, c, Role.ANNOTATION);
    }
    int functionModifiers = tree.childOfType(item, "function_modifiers");
    if (functionModifiers == NONE) {
      to.modifiers(MODIFIERS, item);
    } else {
      to.modifiers(MODIFIERS, item, functionModifiers);
    }
    return opened;
  }

  /** Written by the item that follows; here only if none does. */
  private static void attributeItem(Lowering to, int node, Role role) {
    if (to.tree().nextNamed(node) == NONE) {
      attribute(to, node, role);
    }
  }

  private static void attribute(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int attribute = tree.firstNamed(node);
    int arguments = attribute == NONE ? NONE : tree.child(attribute, "arguments");
    to.open(Kind.ANNOTATION, role, node);
    if (attribute != NONE && tree.firstNamed(attribute) != NONE) {
      to.lower(tree.firstNamed(attribute), Role.NAME);
    }
    if (arguments != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, arguments);
      RustConstructs.arguments(to, arguments);
      to.close(arguments);
    }
    to.close(node);
  }

  private static void use(Lowering to, int node, Role role) {
    int argument = to.tree().child(node, "argument");
    if (argument != NONE) {
      imports(to, argument, node, "", role);
    }
  }

  /** One IMPORT for each name in {@code tree}, below the path {@code prefix}. */
  private static void imports(Lowering to, int node, int whole, String prefix, Role role) {
    ConcreteTree tree = to.tree();
    if (!to.enter(node, role)) {
      return;
    }
    switch (tree.type(node)) {
      case "scoped_use_list", "use_list" -> {
        int path = tree.child(node, "path");
        int list = tree.is(node, "use_list") ? node : tree.child(node, "list");
        String below = path == NONE ? prefix : prefix + to.text(path) + "::";
        for (int c = tree.firstNamed(list); c != NONE; c = tree.nextNamed(c)) {
          imports(to, c, c, below, role);
        }
      }
      case "use_as_clause" ->
          module(to, tree.child(node, "path"), tree.child(node, "alias"), whole, prefix, role);
      case "use_wildcard" -> wildcard(to, node, whole, prefix, role);
      default -> module(to, node, NONE, whole, prefix, role);
    }
    to.leave();
  }

  private static void module(
      Lowering to, int path, int alias, int whole, String prefix, Role role) {
    int opened = to.open(Kind.IMPORT, role, whole);
    if (path != NONE) {
      boolean self = !prefix.isEmpty() && to.text(path).equals("self");
      String module = self ? prefix.substring(0, prefix.length() - 2) : prefix + to.text(path);
      to.symbol(opened, module);
      if (prefix.isEmpty()) {
        to.lower(path, Role.MODULE);
      } else {
        to.leaf(Kind.IDENTIFIER, Role.MODULE, module, path);
      }
    }
    if (alias != NONE) {
      to.lower(alias, Role.ALIAS);
    }
    to.close(whole);
  }

  private static void wildcard(Lowering to, int node, int whole, String prefix, Role role) {
    ConcreteTree tree = to.tree();
    int path = tree.firstNamed(node);
    String below = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 2);
    String module = path == NONE ? below : prefix + to.text(path);
    int opened = to.open(Kind.IMPORT, role, whole);
    to.symbol(opened, module);
    to.leaf(Kind.IDENTIFIER, Role.MODULE, module, path == NONE ? node : path);
    int all = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, node);
    to.symbol(all, "*");
    to.leaf(Kind.IDENTIFIER, Role.NAME, "*", node);
    to.close(node);
    to.close(whole);
  }

  private static void externCrate(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    int opened = to.open(Kind.IMPORT, role, node);
    if (name != NONE) {
      to.symbol(opened, to.text(name));
      to.lower(name, Role.MODULE);
    }
    to.field(node, "alias", Role.ALIAS);
    to.close(node);
  }

  private static void module(Lowering to, int node, Role role) {
    if (to.tree().child(node, "body") == NONE) {
      to.other(node, role);
      return;
    }
    open(to, Kind.NAMESPACE, role, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void items(Lowering to, int node, Role role) {
    int body = to.tree().child(node, "body");
    if (body == NONE) {
      to.other(node, role);
    } else {
      to.children(body, role);
    }
  }

  private static void variable(Lowering to, int node, Role role, String keyword) {
    int opened = open(to, Kind.VARIABLE, role, node);
    to.symbol(opened, keyword);
    to.field(node, "name", Role.NAME);
    to.field(node, "type", Role.TYPE);
    to.field(node, "value", Role.VALUE);
    to.close(node);
  }

  private static Construct type(String symbol) {
    return (to, node, role) -> {
      int opened = open(to, Kind.CLASS, role, node);
      to.symbol(opened, symbol);
      to.field(node, "name", Role.NAME);
      to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
      int bounds = to.tree().child(node, "bounds");
      if (bounds != NONE) {
        to.children(bounds, Role.SUPERCLASS);
      }
      to.field(node, "body", Role.BODY);
      to.close(node);
    };
  }

  /** {@code impl T for S} is a CLASS named {@code S} with the interface {@code T}. */
  private static void implementation(Lowering to, int node, Role role) {
    int opened = open(to, Kind.CLASS, role, node);
    to.symbol(opened, "impl");
    to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
    to.field(node, "trait", Role.INTERFACE);
    to.field(node, "type", Role.NAME);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void function(Lowering to, int node, Role role) {
    open(to, Kind.FUNCTION, role, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }
}

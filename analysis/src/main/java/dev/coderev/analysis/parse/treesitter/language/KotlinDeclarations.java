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

/** Kotlin's declarations; its grammar names no fields, so the order of parts decides. */
final class KotlinDeclarations {
  private static final Set<String> MODIFIERS =
      Set.of(
          "class_modifier",
          "member_modifier",
          "visibility_modifier",
          "function_modifier",
          "property_modifier",
          "inheritance_modifier",
          "parameter_modifier",
          "platform_modifier");

  private KotlinDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "file_annotation",
            "package_header",
            "import_list",
            "import_header",
            "type_alias",
            "class_declaration",
            "object_declaration",
            "companion_object",
            "enum_entry",
            "function_declaration",
            "property_declaration",
            "anonymous_initializer",
            "secondary_constructor",
            "getter",
            "setter")
        .on("package_header", Shape.of(Kind.PACKAGE).rest(Role.NAME))
        .on("import_list", Construct.CHILDREN)
        .on("import_header", KotlinDeclarations::importHeader)
        .on("annotation", KotlinDeclarations::annotation)
        .on(
            List.of("class_declaration", "object_declaration", "companion_object"),
            KotlinDeclarations::type)
        .on(List.of("class_body", "enum_class_body"), Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("enum_entry", KotlinDeclarations::enumEntry)
        .on("delegation_specifier", Construct.ONLY_CHILD)
        .on(
            "constructor_invocation",
            (to, node, role) -> {
              to.open(Kind.CALL, role, node);
              to.lower(to.tree().firstNamed(node), Role.CALLEE);
              to.lower(to.tree().lastNamed(node), Role.ARGUMENTS);
              to.close(node);
            })
        .on("anonymous_initializer", (to, node, role) -> KotlinStatements.braces(to, node, role))
        .on("secondary_constructor", KotlinDeclarations::constructor)
        .on("function_declaration", KotlinDeclarations::function)
        .on("function_body", KotlinDeclarations::functionBody)
        .on("getter", (to, node, role) -> accessor(to, node, role, "get", "getter"))
        .on("setter", (to, node, role) -> accessor(to, node, role, "set", "setter"))
        .on("property_declaration", KotlinDeclarations::property)
        .on("property_delegate", Construct.ONLY_CHILD)
        .on(
            List.of("variable_declaration", "multi_variable_declaration"),
            KotlinDeclarations::variableName);
  }

  private static void importHeader(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int module = tree.childOfType(node, "identifier");
    int all = tree.childOfType(node, "wildcard_import");
    int alias = tree.childOfType(node, "import_alias");
    int opened = to.open(Kind.IMPORT, role, node);
    if (module != NONE) {
      to.symbol(opened, to.text(module));
      to.lower(module, Role.MODULE);
    }
    if (all != NONE) {
      int element = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, all);
      to.symbol(element, "*");
      to.leaf(Kind.IDENTIFIER, Role.NAME, "*", all);
      to.close(all);
    }
    if (alias != NONE) {
      to.children(alias, Role.ALIAS);
    }
    to.closeAt(lastEnd(tree, node));
  }

  /** The node may reach over the line break after it. */
  private static int lastEnd(ConcreteTree tree, int node) {
    int end = tree.start(node);
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.isNamed(child)) {
        end = tree.end(child);
      }
    }
    return end;
  }

  private static void annotation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ANNOTATION, role, node);
    int invocation = tree.childOfType(node, "constructor_invocation");
    if (invocation != NONE) {
      to.lower(tree.firstNamed(invocation), Role.NAME);
      to.lower(tree.lastNamed(invocation), Role.ARGUMENTS);
    } else if (tree.lastNamed(node) != NONE) {
      to.lower(tree.lastNamed(node), Role.NAME);
    }
    to.close(node);
  }

  private static void modifiers(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int modifiers = tree.childOfType(node, "modifiers");
    if (modifiers != NONE) {
      for (int c = tree.firstNamed(modifiers); c != NONE; c = tree.nextNamed(c)) {
        if (tree.is(c, "annotation")) {
          to.lower(c, Role.ANNOTATION);
        }
      }
      to.modifiers(MODIFIERS, modifiers);
    }
  }

  private static void type(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    String symbol =
        !tree.is(node, "class_declaration")
            ? "object"
            : tree.has(node, "interface") ? "interface" : tree.has(node, "enum") ? "enum" : "class";
    int opened = to.open(Kind.CLASS, role, node);
    to.symbol(opened, symbol);
    modifiers(to, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "modifiers" -> {}
        case "type_identifier", "simple_identifier" -> to.lower(child, Role.NAME);
        case "type_parameters" -> to.lower(child, Role.TYPE_PARAMETERS);
        case "primary_constructor" -> classParameters(to, child);
        case "delegation_specifier" -> {
          boolean created = tree.has(child, "constructor_invocation");
          to.lower(child, created ? Role.SUPERCLASS : Role.INTERFACE);
        }
        case "class_body", "enum_class_body" -> to.lower(child, Role.BODY);
        default -> to.lower(child, Role.CHILD);
      }
    }
    to.close(node);
  }

  private static void classParameters(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "class_parameter")) {
        to.open(Kind.PARAMETER, Role.PARAMETER, child);
        modifiers(to, child);
        nameAndType(to, child);
        int value = tree.lastNamed(child);
        if (tree.has(child, "=") && value != NONE) {
          to.lower(value, Role.VALUE);
        }
        to.close(child);
      }
    }
    to.close(node);
  }

  /** The name among the children and the type right after it. */
  static void nameAndType(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int name = tree.childOfType(node, "simple_identifier");
    if (name == NONE) {
      to.lower(node, Role.NAME);
      return;
    }
    to.lower(name, Role.NAME);
    int colon = tree.nextSibling(name);
    int type = tree.nextNamed(name);
    if (tree.is(colon, ":") && type != NONE) {
      to.lower(type, Role.TYPE);
    }
  }

  private static void enumEntry(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ENUM_CONSTANT, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "simple_identifier" -> to.lower(child, Role.NAME);
        case "value_arguments" -> to.lower(child, Role.ARGUMENTS);
        case "class_body" -> to.lower(child, Role.BODY);
        default -> {}
      }
    }
    to.close(node);
  }

  private static void function(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int name = tree.childOfType(node, "simple_identifier");
    to.open(Kind.FUNCTION, role, node);
    modifiers(to, node);
    for (int child = tree.firstNamed(node); child != NONE && child < name; ) {
      if (tree.is(child, "type_parameters")) {
        to.lower(child, Role.TYPE_PARAMETERS);
      } else if (!tree.is(child, "modifiers")) {
        to.lower(child, Role.RECEIVER);
      }
      child = tree.nextNamed(child);
    }
    if (name != NONE) {
      to.lower(name, Role.NAME);
    }
    functionParts(to, node);
    to.close(node);
  }

  /** Parameters, the type after them and the body. */
  static void functionParts(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int parameters = tree.childOfType(node, "function_value_parameters");
    if (parameters == NONE) {
      return;
    }
    parameters(to, parameters);
    for (int c = tree.nextNamed(parameters); c != NONE; c = tree.nextNamed(c)) {
      switch (tree.type(c)) {
        case "function_body" -> to.lower(c, Role.BODY);
        case "type_constraints" -> {}
        default -> to.lower(c, Role.TYPE);
      }
    }
  }

  /** Modifiers before a parameter and its default after it are its siblings. */
  private static void parameters(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, node);
    int modifiers = NONE;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "parameter_modifiers")) {
        modifiers = child;
      } else if (tree.is(child, "parameter")) {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, modifiers == NONE ? child : modifiers);
        if (modifiers != NONE) {
          to.symbol(opened, to.text(modifiers).contains("vararg") ? "..." : "");
          to.modifiers(MODIFIERS, modifiers);
        }
        nameAndType(to, child);
        int last = child;
        if (tree.is(tree.nextSibling(child), "=") && tree.nextNamed(child) != NONE) {
          last = tree.nextNamed(child);
          to.lower(last, Role.VALUE);
        }
        to.close(last);
        child = last;
        modifiers = NONE;
      }
    }
    to.close(node);
  }

  private static void functionBody(Lowering to, int node, Role role) {
    if (to.tree().has(node, "{")) {
      KotlinStatements.braces(to, node, role);
    } else {
      to.children(node, role);
    }
  }

  private static void constructor(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.childOfType(node, "constructor");
    int delegation = tree.childOfType(node, "constructor_delegation_call");
    int parameters = tree.childOfType(node, "function_value_parameters");
    int opened = to.open(Kind.FUNCTION, role, node);
    to.symbol(opened, "constructor");
    modifiers(to, node);
    if (keyword != NONE) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, "constructor", keyword);
    }
    if (parameters != NONE) {
      parameters(to, parameters);
    }
    if (delegation != NONE) {
      to.open(Kind.CALL, Role.CHILD, delegation);
      int callee = tree.firstChild(delegation);
      to.leaf(Kind.IDENTIFIER, Role.CALLEE, to.text(callee), callee);
      to.children(delegation, Role.ARGUMENTS);
      to.close(delegation);
    }
    if (tree.has(node, "{")) {
      KotlinStatements.braces(to, node, Role.BODY);
    }
    to.close(node);
  }

  private static void accessor(Lowering to, int node, Role role, String word, String symbol) {
    ConcreteTree tree = to.tree();
    int keyword = tree.childOfType(node, word);
    int body = tree.childOfType(node, "function_body");
    int parameter = tree.childOfType(node, "parameter_with_optional_type");
    int opened = to.open(Kind.FUNCTION, role, node);
    to.symbol(opened, symbol);
    modifiers(to, node);
    if (keyword != NONE) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, word, keyword);
    }
    if (parameter != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameter);
      to.open(Kind.PARAMETER, Role.PARAMETER, parameter);
      nameAndType(to, parameter);
      to.close(parameter);
      to.close(parameter);
    }
    if (body != NONE) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }

  private static void property(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.childOfType(node, "binding_pattern_kind");
    int opened = to.open(Kind.VARIABLE, role, node);
    to.symbol(opened, keyword == NONE ? "" : to.text(keyword));
    modifiers(to, node);
    int equals = tree.childOfType(node, "=");
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.type(child)) {
        case "variable_declaration" -> nameAndType(to, child);
        case "multi_variable_declaration" -> variableName(to, child, Role.NAME);
        case "getter", "setter" -> to.lower(child, Role.CHILD);
        case "property_delegate" -> to.lower(child, Role.VALUE);
        default -> {
          if (equals != NONE && child > equals) {
            to.lower(child, Role.VALUE);
          }
        }
      }
    }
    to.close(node);
  }

  /** A declared name, or a TUPLE of them. */
  static void variableName(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.is(node, "multi_variable_declaration")) {
      to.open(Kind.TUPLE, role, node);
      to.children(node, Role.ELEMENT);
      to.close(node);
    } else {
      int name = tree.childOfType(node, "simple_identifier");
      if (name != NONE) {
        to.lower(name, role);
      }
    }
  }
}

package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Set;

/** Variables, fields, functions and preprocessor lines of C and C++. */
final class CDeclarations {
  static final Set<String> MODIFIERS =
      Set.of(
          "storage_class_specifier",
          "type_qualifier",
          "explicit_function_specifier",
          "virtual",
          "virtual_specifier");

  private CDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(List.of("declaration", "field_declaration"), CDeclarations::declaration)
        .on("function_definition", CDeclarations::functionDefinition)
        .on("parameter_list", Shape.of(Kind.PARAMETER_LIST).rest(Role.PARAMETER))
        .on("parameter_declaration", CDeclarations::parameter)
        .on("preproc_include", CDeclarations::include)
        .on(List.of("preproc_if", "preproc_ifdef", "preproc_elif"), CDeclarations::conditional)
        .on(List.of("preproc_else", "preproc_elifdef"), CDeclarations::conditional)
        .on("preproc_arg", Shape.leaf(Kind.OTHER));
  }

  /** The template around a declaration, or the declaration itself. */
  static int whole(ConcreteTree tree, int declaration) {
    int whole = declaration;
    int parent = tree.parent(whole);
    while (parent != NONE && tree.is(parent, "template_declaration")) {
      whole = parent;
      parent = tree.parent(whole);
    }
    return whole;
  }

  static void templateParameters(Lowering to, int declaration) {
    int whole = whole(to.tree(), declaration);
    if (whole != declaration) {
      to.field(whole, "parameters", Role.TYPE_PARAMETERS);
    }
  }

  /** {@code int a, *b = x;}: a VARIABLE for each name, a FUNCTION for a prototype. */
  private static void declaration(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int declarators = 0;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      declarators += tree.field(child).equals("declarator") ? 1 : 0;
    }
    if (declarators == 0) {
      to.field(node, "type", role);
      return;
    }
    int whole = whole(tree, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.field(child).equals("declarator")) {
        int value = value(tree, child);
        int end =
            declarators == 1
                ? tree.end(whole)
                : Math.max(tree.end(child), value == NONE ? 0 : tree.end(value));
        declared(to, node, child, value, role, end);
      }
    }
  }

  /** The value of a declarator: within it, or next to it in conditions and fields. */
  private static int value(ConcreteTree tree, int declarator) {
    if (tree.is(declarator, "init_declarator")) {
      return tree.child(declarator, "value");
    }
    int next = tree.nextNamed(declarator);
    boolean isValue =
        next != NONE
            && (tree.field(next).equals("value") || tree.field(next).equals("default_value"));
    return isValue ? next : NONE;
  }

  private static void declared(
      Lowering to, int node, int declarator, int value, Role role, int end) {
    ConcreteTree tree = to.tree();
    Declarator declared = Declarator.of(tree, declarator);
    int function = declared.function(tree);
    if (function != NONE || tree.is(declared.name(), "operator_cast")) {
      to.open(Kind.FUNCTION, role, whole(tree, node));
      signature(to, node, declared, function);
      to.closeAt(end);
      return;
    }
    to.open(Kind.VARIABLE, role, whole(tree, node));
    attributes(to, node);
    to.modifiers(MODIFIERS, node);
    declared.type(to, tree.child(node, "type"), Role.TYPE);
    if (declared.name() != NONE) {
      to.lower(declared.name(), Role.NAME);
    }
    if (value != NONE) {
      to.lower(value, Role.VALUE);
    }
    to.closeAt(end);
  }

  private static void attributes(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "attribute_declaration")) {
        to.lower(child, Role.ANNOTATION);
      }
    }
  }

  private static void functionDefinition(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    Declarator declared = Declarator.of(tree, tree.child(node, "declarator"));
    int whole = whole(tree, node);
    int opened = to.open(Kind.FUNCTION, role, whole);
    if (tree.child(node, "type") == NONE
        && tree.grammar().name().equals("cpp")
        && (tree.is(declared.name(), "identifier")
            || tree.is(declared.name(), "qualified_identifier"))) {
      to.symbol(opened, "constructor");
    }
    signature(to, node, declared, declared.function(tree));
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "field_initializer_list")) {
        to.lower(child, Role.CHILD);
      }
    }
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  private static void signature(Lowering to, int node, Declarator declared, int function) {
    ConcreteTree tree = to.tree();
    templateParameters(to, node);
    attributes(to, node);
    if (function == NONE) {
      to.modifiers(MODIFIERS, node);
    } else {
      to.modifiers(MODIFIERS, node, function);
    }
    int trailing = function == NONE ? NONE : tree.childOfType(function, "trailing_return_type");
    if (trailing == NONE && function != NONE) {
      declared.returnType(to, tree.child(node, "type"));
    }
    if (tree.is(declared.name(), "operator_cast")) {
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(declared.name()), declared.name());
    } else if (declared.name() != NONE) {
      to.lower(declared.name(), Role.NAME);
    }
    if (function != NONE) {
      to.field(function, "parameters", Role.PARAMETERS);
    }
    if (trailing != NONE) {
      to.children(trailing, Role.TYPE);
    }
  }

  static void parameter(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    Declarator declared = Declarator.of(tree, tree.child(node, "declarator"));
    int opened = to.open(Kind.PARAMETER, role, node);
    if (tree.is(declared.name(), "variadic_declarator")) {
      to.symbol(opened, "...");
    }
    to.modifiers(MODIFIERS, node);
    declared.type(to, tree.child(node, "type"), Role.TYPE);
    if (declared.name() != NONE) {
      to.lower(declared.name(), Role.NAME);
    }
    to.field(node, "default_value", Role.VALUE);
    to.close(node);
  }

  private static void include(Lowering to, int node, Role role) {
    int path = to.tree().child(node, "path");
    int opened = to.open(Kind.IMPORT, role, node);
    if (path != NONE) {
      to.symbol(opened, to.inner(path, 1));
      to.leaf(Kind.STRING, Role.MODULE, to.inner(path, 1), path);
    }
    to.closeAt(path == NONE ? to.tree().end(node) : to.tree().end(path));
  }

  /** Both branches of {@code #if} stand for themselves; its condition vanishes. */
  private static void conditional(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      String field = tree.field(child);
      if (!field.equals("condition") && !field.equals("name")) {
        to.lower(child, role);
      }
    }
  }
}

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

/** C#'s namespaces, types, members and variables. */
final class CSharpDeclarations {
  private static final Set<String> MODIFIERS = Set.of("modifier", "using", "event");

  private CSharpDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("using_directive", CSharpDeclarations::using)
        .on(
            "namespace_declaration",
            Shape.of(Kind.NAMESPACE).field("name", Role.NAME).field("body", Role.BODY))
        .on("file_scoped_namespace_declaration", Shape.of(Kind.PACKAGE).field("name", Role.NAME))
        .on(
            List.of("declaration_list", "enum_member_declaration_list"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("class_declaration", type("class"))
        .on("interface_declaration", type("interface"))
        .on("struct_declaration", type("struct"))
        .on("record_declaration", type("record"))
        .on("enum_declaration", type("enum"))
        .on(
            "enum_member_declaration",
            Shape.of(Kind.ENUM_CONSTANT).field("name", Role.NAME).field("value", Role.VALUE))
        .on("attribute_list", Construct.CHILDREN)
        .on("attribute", Shape.of(Kind.ANNOTATION).field("name", Role.NAME).rest(Role.ARGUMENTS))
        .on("attribute_argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            List.of("field_declaration", "local_declaration_statement", "event_field_declaration"),
            CSharpDeclarations::variableStatement)
        .on("variable_declaration", (to, node, role) -> variables(to, node, node, role))
        .on("property_declaration", CSharpDeclarations::property)
        .on("accessor_list", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("accessor_declaration", CSharpDeclarations::accessor)
        .on("arrow_expression_clause", Construct.ONLY_CHILD)
        .on("method_declaration", function(""))
        .on("local_function_statement", function(""))
        .on("constructor_declaration", function("constructor"))
        .on("destructor_declaration", function(""))
        .on("operator_declaration", function(""))
        .on("constructor_initializer", CSharpDeclarations::constructorCall)
        .on(
            List.of("parameter_list", "bracketed_parameter_list"),
            CSharpDeclarations::parameterList)
        .on("parameter", CSharpDeclarations::parameter)
        .on("type_parameter_list", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on("type_parameter", Shape.of(Kind.PARAMETER).field("name", Role.NAME))
        .on(
            List.of("preproc_region", "preproc_endregion", "preproc_pragma", "preproc_nullable"),
            Construct.NOTHING)
        .on(List.of("preproc_if", "preproc_elif", "preproc_else"), CSharpDeclarations::conditional);
  }

  /** {@code using a.b;} imports all names of {@code a.b}. */
  private static void using(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int alias = tree.child(node, "name");
    int module = tree.lastNamed(node);
    int opened = to.open(Kind.IMPORT, role, node);
    if (module != NONE) {
      to.symbol(opened, to.text(module));
      to.field(node, "name", Role.ALIAS);
      to.lower(module, Role.MODULE);
      if (alias == NONE) {
        int all = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, module);
        to.symbol(all, "*");
        to.leaf(Kind.IDENTIFIER, Role.NAME, "*", module);
        to.close(module);
      }
    }
    to.close(node);
  }

  private static void prefix(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "attribute_list")) {
        to.lower(child, Role.ANNOTATION);
      }
    }
    to.modifiers(MODIFIERS, node);
  }

  private static Construct type(String symbol) {
    return (to, node, role) -> {
      ConcreteTree tree = to.tree();
      int opened = to.open(Kind.CLASS, role, node);
      to.symbol(opened, symbol);
      prefix(to, node);
      for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
        switch (tree.type(child)) {
          case "type_parameter_list" -> to.lower(child, Role.TYPE_PARAMETERS);
          case "parameter_list" -> to.lower(child, Role.PARAMETERS);
          case "base_list" -> to.children(child, Role.SUPERCLASS);
          case "type_parameter_constraints_clause" -> to.lower(child, Role.CHILD);
          default -> {
            if (tree.field(child).equals("name")) {
              to.lower(child, Role.NAME);
            }
          }
        }
      }
      to.field(node, "body", Role.BODY);
      to.close(node);
    };
  }

  private static void variableStatement(Lowering to, int node, Role role) {
    int declaration = to.tree().childOfType(node, "variable_declaration");
    if (declaration == NONE) {
      to.other(node, role);
    } else {
      variables(to, node, declaration, role);
    }
  }

  /** One VARIABLE for each declarator; a single one spans the {@code whole}. */
  private static void variables(Lowering to, int whole, int declaration, Role role) {
    ConcreteTree tree = to.tree();
    int declarators = 0;
    for (int c = tree.firstNamed(declaration); c != NONE; c = tree.nextNamed(c)) {
      declarators += tree.is(c, "variable_declarator") ? 1 : 0;
    }
    for (int c = tree.firstNamed(declaration); c != NONE; c = tree.nextNamed(c)) {
      if (!tree.is(c, "variable_declarator")) {
        continue;
      }
      int opened = to.open(Kind.VARIABLE, role, whole);
      if (whole != declaration) {
        prefix(to, whole);
      }
      type(to, declaration, opened);
      int name = tree.firstNamed(c);
      int value = tree.lastNamed(c);
      if (name != NONE) {
        to.lower(name, Role.NAME);
      }
      if (value != name && !tree.is(value, "bracketed_argument_list")) {
        to.lower(value, Role.VALUE);
      }
      to.close(declarators == 1 ? whole : c);
    }
  }

  /** The type of a variable; {@code var} is no type but the variable's keyword. */
  static void type(Lowering to, int node, int variable) {
    int type = to.tree().child(node, "type");
    if (to.tree().is(type, "implicit_type")) {
      to.symbol(variable, "var");
    } else {
      to.field(node, "type", Role.TYPE);
    }
  }

  /** A property is a VARIABLE with its accessors as BODY; {@code T P => e} a getter. */
  private static void property(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.child(node, "value");
    boolean computed = tree.is(value, "arrow_expression_clause");
    int opened = to.open(computed ? Kind.FUNCTION : Kind.VARIABLE, role, node);
    if (computed) {
      to.symbol(opened, "getter");
    }
    prefix(to, node);
    to.field(node, "type", Role.TYPE);
    to.field(node, "name", Role.NAME);
    to.field(node, "accessors", Role.BODY);
    to.field(node, "value", computed ? Role.BODY : Role.VALUE);
    to.close(node);
  }

  private static void accessor(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    int opened = to.open(Kind.FUNCTION, role, node);
    prefix(to, node);
    if (name != NONE) {
      to.symbol(opened, to.text(name).equals("get") ? "getter" : "setter");
      to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(name), name);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static Construct function(String symbol) {
    return (to, node, role) -> {
      ConcreteTree tree = to.tree();
      int opened = to.open(Kind.FUNCTION, role, node);
      to.symbol(opened, symbol);
      prefix(to, node);
      to.field(node, "returns", Role.TYPE);
      to.field(node, "type", Role.TYPE);
      int operator = tree.child(node, "operator");
      if (operator != NONE) {
        to.leaf(Kind.IDENTIFIER, Role.NAME, to.text(operator), operator);
      }
      to.field(node, "name", Role.NAME);
      to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
      to.field(node, "parameters", Role.PARAMETERS);
      int initializer = tree.childOfType(node, "constructor_initializer");
      if (initializer != NONE) {
        to.lower(initializer, Role.CHILD);
      }
      to.field(node, "body", Role.BODY);
      to.close(node);
    };
  }

  /** {@code : base(a)} is a call of the other constructor. */
  private static void constructorCall(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "argument_list") ? Role.ARGUMENTS : Role.CALLEE);
    }
    to.close(node);
  }

  /** The grammar has no node around {@code params T[] rest}. */
  private static void parameterList(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER_LIST, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.field(child).equals("type")) {
        int name = tree.nextNamed(child);
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, child);
        to.symbol(opened, "...");
        to.lower(child, Role.TYPE);
        if (name != NONE) {
          to.lower(name, Role.NAME);
          to.close(name);
          child = name;
        } else {
          to.close(child);
        }
      } else {
        to.lower(child, Role.PARAMETER);
      }
    }
    to.close(node);
  }

  private static void parameter(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER, role, node);
    prefix(to, node);
    to.field(node, "type", Role.TYPE);
    to.field(node, "name", Role.NAME);
    int last = tree.lastNamed(node);
    if (last != NONE && tree.field(last).isEmpty() && tree.nextSibling(last) == NONE) {
      boolean isDefault = !tree.is(last, "attribute_list") && !tree.is(last, "modifier");
      if (isDefault) {
        to.lower(last, Role.VALUE);
      }
    }
    to.close(node);
  }

  /** All branches of {@code #if} stand for themselves; its condition vanishes. */
  private static void conditional(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (!tree.field(child).equals("condition")) {
        to.lower(child, role);
      }
    }
  }
}

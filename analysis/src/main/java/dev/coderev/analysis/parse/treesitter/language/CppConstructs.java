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

/** C++: C and what C++ adds to it. */
public final class CppConstructs {
  private CppConstructs() {}

  public static Constructs all() {
    Constructs constructs = CConstructs.shared();
    names(constructs);
    expressions(constructs);
    statements(constructs);
    CppDeclarations.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of("namespace_identifier", "this", "auto", "destructor_name", "operator_name"),
            Shape.leaf(Kind.IDENTIFIER))
        .on("qualified_identifier", CppConstructs::qualified)
        .on("nested_namespace_specifier", CppConstructs::nestedNamespace)
        .on(List.of("template_function", "template_method"), CppConstructs::plainName)
        .on("dependent_name", Construct.ONLY_CHILD)
        .on(
            "template_type",
            Shape.of(Kind.GENERIC_TYPE)
                .field("name", Role.TYPE)
                .field("arguments", Role.TYPE_ARGUMENTS))
        .on("template_argument_list", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            List.of("placeholder_type_specifier", "dependent_type", "subscript_argument_list"),
            Construct.ONLY_CHILD)
        .on("structured_binding_declarator", Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on("variadic_declarator", Construct.ONLY_CHILD);
  }

  /** {@code a::b::c} is a MEMBER of a MEMBER, though the grammar nests it the other way round. */
  private static void qualified(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int depth = 0;
    int last = node;
    while (tree.is(tree.child(last, "name"), "qualified_identifier")) {
      last = tree.child(last, "name");
      depth++;
    }
    boolean global = tree.child(node, "scope") == NONE;
    int members = global ? depth : depth + 1;
    for (int i = members; i > 0; i--) {
      int opened = to.open(Kind.MEMBER, i == members ? role : Role.OBJECT, node);
      to.symbol(opened, "::");
    }
    int at = node;
    if (!global) {
      to.field(at, "scope", Role.OBJECT);
    }
    for (int i = 0; i <= depth; i++) {
      int name = tree.child(at, "name");
      boolean nested = tree.is(name, "qualified_identifier");
      Role part = global && i == 0 ? (depth == 0 ? role : Role.OBJECT) : Role.NAME;
      int written = nested ? tree.child(name, "scope") : name;
      if (written != NONE) {
        to.lower(written, part);
      }
      if (part == Role.NAME && !(global && i == 0)) {
        to.closeAt(written == NONE ? tree.end(at) : tree.end(written));
      }
      at = name;
    }
  }

  private static void nestedNamespace(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int names = tree.namedCount(node);
    for (int i = names; i > 1; i--) {
      int opened = to.open(Kind.MEMBER, i == names ? role : Role.OBJECT, node);
      to.symbol(opened, "::");
    }
    int name = tree.firstNamed(node);
    if (name != NONE) {
      to.lower(name, names > 1 ? Role.OBJECT : role);
    }
    for (int i = 1; i < names; i++) {
      name = tree.nextNamed(name);
      to.lower(name, Role.NAME);
      to.close(name);
    }
  }

  /** The name of a function template; {@link #call} writes its arguments. */
  private static void plainName(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    if (name == NONE) {
      to.other(node, role);
    } else {
      to.lower(name, role);
    }
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on("call_expression", CppConstructs::call)
        .on("new_expression", CppConstructs::newExpression)
        .on(
            "delete_expression",
            (to, node, role) -> {
              int opened = to.open(Kind.DELETE, role, node);
              to.symbol(opened, to.tree().has(node, "[") ? "delete[]" : "delete");
              to.children(node, Role.VALUE);
              to.close(node);
            })
        .on("lambda_expression", CppConstructs::lambda)
        .on("raw_string_literal", CppConstructs::rawString)
        .on("co_await_expression", Shape.of(Kind.AWAIT).field("argument", Role.VALUE))
        .on("parameter_pack_expansion", Shape.of(Kind.SPREAD).symbol("...").rest(Role.VALUE));
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    int template = tree.child(node, "function");
    while (template != NONE && !tree.type(template).startsWith("template_")) {
      int name = tree.child(template, "name");
      int next = name == NONE ? tree.child(template, "field") : name;
      template = tree.is(template, "dependent_name") ? tree.firstNamed(template) : next;
    }
    if (template != NONE) {
      to.field(template, "arguments", Role.TYPE_ARGUMENTS);
    }
    to.field(node, "arguments", Role.ARGUMENTS);
    to.close(node);
  }

  private static void newExpression(Lowering to, int node, Role role) {
    int declarator = to.tree().child(node, "declarator");
    to.open(declarator == NONE ? Kind.NEW : Kind.NEW_ARRAY, role, node);
    to.field(node, "placement", Role.CHILD);
    to.field(node, "type", Role.TYPE);
    if (declarator != NONE) {
      to.field(declarator, "length", Role.INDEX);
    }
    to.field(node, "arguments", declarator == NONE ? Role.ARGUMENTS : Role.VALUE);
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.LAMBDA, role, node);
    to.field(node, "captures", Role.CHILD);
    int declarator = tree.child(node, "declarator");
    if (declarator != NONE) {
      to.field(declarator, "parameters", Role.PARAMETERS);
      int type = tree.childOfType(declarator, "trailing_return_type");
      if (type != NONE) {
        to.children(type, Role.TYPE);
      }
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void rawString(Lowering to, int node, Role role) {
    int content = to.tree().childOfType(node, "raw_string_content");
    to.leaf(Kind.STRING, role, content == NONE ? "" : to.text(content), node);
  }

  private static void statements(Constructs constructs) {
    constructs
        .on("init_statement", Construct.ONLY_CHILD)
        .on("for_range_loop", CppConstructs::forRange)
        .on("try_statement", Shape.of(Kind.TRY).field("body", Role.BODY).rest(Role.CATCH))
        .on("catch_clause", CppConstructs::catchClause)
        .on("throw_statement", Shape.of(Kind.THROW).rest(Role.VALUE))
        .on("co_return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("co_yield_statement", Shape.of(Kind.YIELD).symbol("yield").rest(Role.VALUE))
        .on(
            "static_assert_declaration",
            Shape.of(Kind.ASSERT)
                .field("condition", Role.CONDITION)
                .field("message", Role.MESSAGE));
  }

  private static void forRange(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.FOR_EACH, role, node);
    to.field(node, "initializer", Role.INIT);
    int first = tree.child(node, "type");
    int declarator = tree.child(node, "declarator");
    if (first != NONE && declarator != NONE) {
      Declarator declared = Declarator.of(tree, declarator);
      int qualifier = tree.childOfType(node, "type_qualifier");
      to.open(Kind.VARIABLE, Role.NAME, qualifier == NONE ? first : Math.min(first, qualifier));
      to.modifiers(CDeclarations.MODIFIERS, node);
      declared.type(to, first, Role.TYPE);
      if (declared.name() != NONE) {
        to.lower(declared.name(), Role.NAME);
      }
      to.close(declarator);
    }
    to.field(node, "right", Role.ITERABLE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void catchClause(Lowering to, int node, Role role) {
    to.open(Kind.CATCH, role, node);
    int parameters = to.tree().child(node, "parameters");
    if (parameters != NONE) {
      to.children(parameters, Role.PARAMETER);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }
}

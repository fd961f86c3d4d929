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

/** Go's declarations: packages, imports, constants, variables, types and functions. */
final class GoDeclarations {
  private GoDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("package_clause", Shape.of(Kind.PACKAGE).rest(Role.NAME))
        .on(
            List.of("import_declaration", "import_spec_list", "const_declaration"),
            Construct.CHILDREN)
        .on(List.of("var_declaration", "var_spec_list", "type_declaration"), Construct.CHILDREN)
        .on("import_spec", GoDeclarations::importSpec)
        .on("const_spec", (to, node, role) -> variables(to, node, role, "const"))
        .on("var_spec", (to, node, role) -> variables(to, node, role, "var"))
        .on("type_spec", GoDeclarations::typeSpec)
        .on("struct_type", (to, node, role) -> type(to, NONE, node, role))
        .on("interface_type", (to, node, role) -> type(to, NONE, node, role))
        .on("field_declaration", GoDeclarations::field)
        .on(
            List.of("function_declaration", "method_declaration", "method_elem"),
            GoDeclarations::function)
        .on("parameter_list", GoDeclarations::parameterList)
        .on(
            List.of("parameter_declaration", "variadic_parameter_declaration"),
            GoDeclarations::parameter)
        .on("type_parameter_list", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on("type_parameter_declaration", GoDeclarations::parameter);
  }

  /** The declaration around a specification, unless it stands in a list. */
  private static int whole(ConcreteTree tree, int spec) {
    int parent = tree.parent(spec);
    boolean single =
        parent != NONE && tree.type(parent).endsWith("_declaration") && !tree.has(parent, "(");
    return single ? parent : spec;
  }

  private static void importSpec(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int whole = whole(tree, node);
    int path = tree.child(node, "path");
    int name = tree.child(node, "name");
    int opened = to.open(Kind.IMPORT, role, whole);
    if (tree.is(name, "dot")) {
      int all = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, name);
      to.symbol(all, "*");
      to.leaf(Kind.IDENTIFIER, Role.NAME, "*", name);
      to.close(name);
    } else if (name != NONE) {
      to.lower(name, Role.ALIAS);
    }
    if (path != NONE) {
      to.symbol(opened, to.inner(path, 1));
      to.lower(path, Role.MODULE);
    }
    to.close(whole);
  }

  /** {@code var a, b T = 1, 2}: a VARIABLE for each name, or one of a TUPLE for one value. */
  private static void variables(Lowering to, int node, Role role, String keyword) {
    ConcreteTree tree = to.tree();
    int whole = whole(tree, node);
    int type = tree.child(node, "type");
    int values = tree.child(node, "value");
    int names = 0;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      names += tree.field(child).equals("name") ? 1 : 0;
    }
    int valueCount = values == NONE ? 0 : tree.namedCount(values);
    if (names > 1 && valueCount == 1) {
      int opened = to.open(Kind.VARIABLE, role, whole);
      to.symbol(opened, keyword);
      to.open(Kind.TUPLE, Role.NAME, node);
      to.field(node, "name", Role.ELEMENT);
      to.closeAt(lastNameEnd(tree, node));
      to.field(node, "type", Role.TYPE);
      to.lower(values, Role.VALUE);
      to.close(whole);
      return;
    }
    int value = valueCount == 0 ? NONE : tree.firstNamed(values);
    for (int name = tree.firstNamed(node); name != NONE; name = tree.nextNamed(name)) {
      if (!tree.field(name).equals("name")) {
        continue;
      }
      int opened = to.open(Kind.VARIABLE, role, names == 1 ? whole : name);
      to.symbol(opened, keyword);
      to.lower(name, Role.NAME);
      to.field(node, "type", Role.TYPE);
      int last = type == NONE ? name : type;
      if (value != NONE) {
        to.lower(value, Role.VALUE);
        last = value;
        value = tree.nextNamed(value);
      }
      to.close(names == 1 ? whole : last);
    }
  }

  private static int lastNameEnd(ConcreteTree tree, int spec) {
    int end = tree.start(spec);
    for (int child = tree.firstNamed(spec); child != NONE; child = tree.nextNamed(child)) {
      if (tree.field(child).equals("name")) {
        end = tree.end(child);
      }
    }
    return end;
  }

  private static void typeSpec(Lowering to, int node, Role role) {
    int type = to.tree().child(node, "type");
    if (to.tree().is(type, "struct_type") || to.tree().is(type, "interface_type")) {
      type(to, node, type, role);
    } else {
      to.other(node, role);
    }
  }

  /** A structure or interface, named by {@code spec} if there is one. */
  private static void type(Lowering to, int spec, int type, Role role) {
    ConcreteTree tree = to.tree();
    int whole = spec == NONE ? type : whole(tree, spec);
    int opened = to.open(Kind.CLASS, role, whole);
    boolean struct = tree.is(type, "struct_type");
    to.symbol(opened, struct ? "struct" : "interface");
    if (spec != NONE) {
      to.field(spec, "name", Role.NAME);
      to.field(spec, "type_parameters", Role.TYPE_PARAMETERS);
    }
    int body = struct ? tree.firstNamed(type) : type;
    if (body != NONE) {
      int brace = tree.childOfType(body, "{");
      to.open(Kind.BLOCK, Role.BODY, brace == NONE ? body : brace);
      to.children(body, Role.STATEMENT);
      to.close(body);
    }
    to.close(whole);
  }

  /** {@code A, B T}: two fields; an embedded type, without a name, stays as it is. */
  private static void field(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.child(node, "name") == NONE) {
      to.other(node, role);
      return;
    }
    for (int name = tree.firstNamed(node); name != NONE; name = tree.nextNamed(name)) {
      if (tree.field(name).equals("name")) {
        to.open(Kind.VARIABLE, role, name);
        to.lower(name, Role.NAME);
        to.field(node, "type", Role.TYPE);
        to.field(node, "tag", Role.CHILD);
        to.close(node);
      }
    }
  }

  private static void function(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.FUNCTION, role, node);
    int receiver = tree.child(node, "receiver");
    if (receiver != NONE) {
      to.children(receiver, Role.RECEIVER);
    }
    to.field(node, "name", Role.NAME);
    to.field(node, "type_parameters", Role.TYPE_PARAMETERS);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "result", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** Parameters, or the several results of a function: a TUPLE of types or parameters. */
  private static void parameterList(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (role != Role.TYPE) {
      to.open(Kind.PARAMETER_LIST, role, node);
      to.children(node, Role.PARAMETER);
      to.close(node);
      return;
    }
    to.open(Kind.TUPLE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.child(child, "name") == NONE) {
        to.children(child, Role.ELEMENT);
      } else {
        to.lower(child, Role.ELEMENT);
      }
    }
    to.close(node);
  }

  /** {@code a, b T}: two PARAMETERs with the same type. */
  private static void parameter(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean variadic = tree.is(node, "variadic_parameter_declaration");
    int name = tree.child(node, "name");
    do {
      int opened = to.open(Kind.PARAMETER, role, name == NONE ? node : name);
      if (variadic) {
        to.symbol(opened, "...");
      }
      if (name != NONE) {
        to.lower(name, Role.NAME);
      }
      to.field(node, "type", Role.TYPE);
      to.close(node);
      name = nextName(tree, name);
    } while (name != NONE);
  }

  private static int nextName(ConcreteTree tree, int name) {
    int next = name == NONE ? NONE : tree.nextNamed(name);
    return next != NONE && tree.field(next).equals("name") ? next : NONE;
  }
}

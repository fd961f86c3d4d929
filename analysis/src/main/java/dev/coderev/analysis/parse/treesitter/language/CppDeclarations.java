package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** Classes, templates, namespaces and {@code using} of C++. */
final class CppDeclarations {
  private CppDeclarations() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("class_specifier", (to, node, role) -> CTypes.type(to, node, role, "class"))
        .on("template_declaration", CppDeclarations::template)
        .on("template_parameter_list", Shape.of(Kind.TYPE_PARAMETER_LIST).rest(Role.PARAMETER))
        .on(
            List.of("type_parameter_declaration", "optional_type_parameter_declaration"),
            Shape.of(Kind.PARAMETER).field("default_type", Role.VALUE).rest(Role.NAME))
        .on(
            "variadic_type_parameter_declaration",
            Shape.of(Kind.PARAMETER).symbol("...").rest(Role.NAME))
        .on(
            List.of("optional_parameter_declaration", "variadic_parameter_declaration"),
            CDeclarations::parameter)
        .on("attribute", Shape.of(Kind.ANNOTATION).field("name", Role.NAME).rest(Role.ARGUMENTS))
        .on(
            "namespace_definition",
            Shape.of(Kind.NAMESPACE).field("name", Role.NAME).field("body", Role.BODY))
        .on("using_declaration", CppDeclarations::using);
  }

  private static void template(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (!tree.field(child).equals("parameters") && !tree.is(child, "requires_clause")) {
        to.lower(child, role);
      }
    }
  }

  /** {@code using namespace a;} imports all names of {@code a}, {@code using a::b;} one. */
  private static void using(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int name = tree.firstNamed(node);
    int namespace = tree.childOfType(node, "namespace");
    int opened = to.open(Kind.IMPORT, role, node);
    if (namespace != NONE && name != NONE) {
      to.symbol(opened, to.text(name));
      int all = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, namespace);
      to.symbol(all, "*");
      to.leaf(Kind.IDENTIFIER, Role.NAME, "*", namespace);
      to.close(namespace);
      to.lower(name, Role.MODULE);
    } else if (name != NONE) {
      String written = to.text(name);
      int last = written.lastIndexOf("::");
      to.symbol(opened, written.substring(0, Math.max(0, last)));
      to.lower(name, Role.MODULE);
      String imported = written.substring(last < 0 ? 0 : last + 2);
      int element = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, name);
      to.symbol(element, imported);
      to.leaf(Kind.IDENTIFIER, Role.NAME, imported, name);
      to.close(name);
    }
    to.close(node);
  }
}

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

/** The types of C and C++: names, structures, unions, classes and enumerations. */
final class CTypes {
  private CTypes() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(List.of("primitive_type", "sized_type_specifier"), Shape.leaf(Kind.IDENTIFIER))
        .on(
            "type_descriptor",
            (to, node, role) ->
                Declarator.of(to.tree(), to.tree().child(node, "declarator"))
                    .type(to, to.tree().child(node, "type"), role))
        .on("struct_specifier", (to, node, role) -> type(to, node, role, "struct"))
        .on("union_specifier", (to, node, role) -> type(to, node, role, "union"))
        .on("enum_specifier", (to, node, role) -> type(to, node, role, "enum"))
        .on(
            List.of("field_declaration_list", "enumerator_list"),
            Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("declaration_list", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on(
            "enumerator",
            Shape.of(Kind.ENUM_CONSTANT).field("name", Role.NAME).field("value", Role.VALUE))
        .on("linkage_specification", CTypes::linkage)
        .on("attribute_declaration", Construct.CHILDREN);
  }

  /**
   * A definition or forward declaration is a CLASS, a mere mention like {@code struct S} a name.
   */
  static void type(Lowering to, int node, Role role, String symbol) {
    ConcreteTree tree = to.tree();
    int name = tree.child(node, "name");
    if (tree.child(node, "body") == NONE && name != NONE && role != Role.STATEMENT) {
      to.lower(name, role);
      return;
    }
    int whole = CDeclarations.whole(tree, node);
    int opened = to.open(Kind.CLASS, role, whole);
    to.symbol(opened, symbol);
    CDeclarations.templateParameters(to, node);
    to.modifiers(CDeclarations.MODIFIERS, node);
    to.field(node, "name", Role.NAME);
    int bases = tree.childOfType(node, "base_class_clause");
    if (bases != NONE) {
      for (int base = tree.firstNamed(bases); base != NONE; base = tree.nextNamed(base)) {
        if (!tree.is(base, "access_specifier")) {
          to.lower(base, Role.SUPERCLASS);
        }
      }
    }
    to.field(node, "base", Role.SUPERCLASS);
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  /** {@code extern "C"} vanishes; what it encloses stands for itself. */
  private static void linkage(Lowering to, int node, Role role) {
    int body = to.tree().child(node, "body");
    if (to.tree().is(body, "declaration_list")) {
      to.children(body, role);
    } else if (body != NONE) {
      to.lower(body, role);
    }
  }
}

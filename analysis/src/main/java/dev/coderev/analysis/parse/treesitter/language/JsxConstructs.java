package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Markup in JavaScript and TypeScript. */
final class JsxConstructs {
  private JsxConstructs() {}

  static Constructs all() {
    return new Constructs()
        .on("jsx_element", JsxConstructs::element)
        .on(
            "jsx_self_closing_element",
            (to, node, role) -> {
              to.open(Kind.ELEMENT, role, node);
              tag(to, node);
              to.close(node);
            })
        .on("jsx_attribute", JsxConstructs::attribute)
        .on("jsx_expression", Construct.CHILDREN)
        .on("jsx_namespace_name", Shape.leaf(Kind.IDENTIFIER))
        .on("jsx_text", JsxConstructs::text)
        .on("html_character_reference", Shape.leaf(Kind.MARKUP_TEXT));
  }

  private static void element(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ELEMENT, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      switch (tree.field(child)) {
        case "open_tag" -> tag(to, child);
        case "close_tag" -> {}
        default -> to.lower(child, Role.CONTENT);
      }
    }
    to.close(node);
  }

  private static void tag(Lowering to, int tag) {
    to.field(tag, "name", Role.NAME);
    to.field(tag, "type_arguments", Role.CHILD);
    to.field(tag, "attribute", Role.ATTRIBUTE);
  }

  private static void attribute(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ATTRIBUTE, role, node);
    Role next = Role.NAME;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.VALUE;
    }
    to.close(node);
  }

  /** Text, unless it is blank and breaks a line: that is layout only. */
  private static void text(Lowering to, int node, Role role) {
    String text = to.text(node);
    if (!text.isBlank() || text.indexOf('\n') < 0) {
      to.leaf(Kind.MARKUP_TEXT, role, text, node);
    }
  }
}

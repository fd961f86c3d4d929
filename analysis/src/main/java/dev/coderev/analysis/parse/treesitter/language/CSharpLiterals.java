package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Operators;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.parse.treesitter.lowering.Templates;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** C#'s literals: quoted, verbatim, raw and interpolated strings above all. */
final class CSharpLiterals {
  private static final Templates QUOTED =
      new Templates(text -> Literals.unescape(braces(text), false), "interpolation");
  private static final Templates VERBATIM =
      new Templates(text -> braces(text).replace("\"\"", "\""), "interpolation");

  private CSharpLiterals() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(List.of("integer_literal", "real_literal"), Operators.NUMBER)
        .on(
            "string_literal",
            (to, node, role) ->
                to.leaf(Kind.STRING, role, Literals.unescape(to.inner(node, 1), false), node))
        .on(
            "verbatim_string_literal",
            (to, node, role) -> {
              String quoted = to.inner(node, 1);
              String content = quoted.startsWith("\"") ? quoted.substring(1) : quoted;
              to.leaf(Kind.STRING, role, content.replace("\"\"", "\""), node);
            })
        .on(
            "raw_string_literal",
            (to, node, role) -> {
              int content = to.tree().childOfType(node, "raw_string_content");
              to.leaf(Kind.STRING, role, content == NONE ? "" : to.text(content), node);
            })
        .on("interpolated_string_expression", CSharpLiterals::interpolated)
        .on("interpolation", CSharpLiterals::interpolation)
        .on(
            "character_literal",
            (to, node, role) ->
                to.leaf(Kind.CHARACTER, role, Literals.unescape(to.inner(node, 1), false), node))
        .on("boolean_literal", Shape.leaf(Kind.BOOLEAN))
        .on("null_literal", Shape.leaf(Kind.NULL, ""));
  }

  private static String braces(String text) {
    return text.replace("{{", "{").replace("}}", "}");
  }

  private static void interpolated(Lowering to, int node, Role role) {
    String text = to.text(node);
    int open = text.indexOf('"') + 1;
    int quotes = 1;
    if (text.startsWith("\"\"\"", open - 1)) {
      open += 2;
      quotes = 3;
    }
    boolean verbatim = quotes == 3 || text.substring(0, open).contains("@");
    (verbatim ? VERBATIM : QUOTED).lower(to, node, role, open, quotes);
  }

  private static void interpolation(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.INTERPOLATION, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (!tree.type(child).startsWith("interpolation_")) {
        to.lower(child, Role.VALUE);
      }
    }
    to.close(node);
  }
}

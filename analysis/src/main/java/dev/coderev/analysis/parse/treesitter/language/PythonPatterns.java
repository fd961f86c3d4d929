package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Python's {@code match} statement and the patterns of its cases. */
final class PythonPatterns {
  private PythonPatterns() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("match_statement", PythonPatterns::match)
        .on("case_clause", PythonPatterns::caseClause)
        .on("case_pattern", Construct.ONLY_CHILD)
        .on("splat_pattern", Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE));
  }

  private static void match(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    to.field(node, "subject", Role.VALUE);
    int body = tree.child(node, "body");
    if (body != NONE) {
      to.children(body, Role.CASE);
    }
    to.close(node);
  }

  private static void caseClause(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "case_pattern")) {
        label(to, child);
      } else if (tree.field(child).equals("guard")) {
        to.children(child, Role.GUARD);
      } else {
        to.lower(child, Role.BODY);
      }
    }
    to.close(node);
  }

  /** {@code _} alone is the default, {@code a | b} are two labels. */
  private static void label(Lowering to, int pattern) {
    ConcreteTree tree = to.tree();
    int inner = tree.firstNamed(pattern);
    if (inner == NONE) {
      if (!to.text(pattern).equals("_")) {
        to.lower(pattern, Role.LABEL);
      }
    } else if (tree.is(inner, "union_pattern")) {
      to.children(inner, Role.LABEL);
    } else {
      to.lower(pattern, Role.LABEL);
    }
  }
}

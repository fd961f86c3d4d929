package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/**
 * The {@code if} statements of grammars that write the clauses of a chain one behind the other,
 * where the tree has each within the former.
 *
 * @param then the field of what is done where the condition holds
 * @param elseIf the type of the clauses with a condition of their own
 */
record IfChains(String then, String elseIf) {
  void lower(Lowering to, int node, Role role) {
    to.open(Kind.IF, role, node);
    to.field(node, "condition", Role.CONDITION);
    to.field(node, then, Role.THEN);
    clauses(to, node, to.tree().child(node, "alternative"));
    to.close(node);
  }

  /** The clauses from {@code clause} on, each within the former. */
  private void clauses(Lowering to, int ifStatement, int clause) {
    if (clause == NONE || !to.enter(clause, Role.ELSE)) {
      return;
    }
    ConcreteTree tree = to.tree();
    if (tree.is(clause, elseIf)) {
      to.open(Kind.IF, Role.ELSE, clause);
      to.field(clause, "condition", Role.CONDITION);
      to.field(clause, then, Role.THEN);
      clauses(to, ifStatement, tree.nextNamed(clause));
      to.close(ifStatement);
    } else {
      to.lower(clause, Role.ELSE);
    }
    to.leave();
  }
}

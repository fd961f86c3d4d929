package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.tree.Role;

/** How one type of concrete node becomes nodes of the one tree. */
@FunctionalInterface
public interface Construct {
  /** The node vanishes, with all below it. */
  Construct NOTHING = (to, node, role) -> {};

  /** The node vanishes, its only named child stands in its place: parentheses and wrappers. */
  Construct ONLY_CHILD =
      (to, node, role) -> {
        int child = to.tree().firstNamed(node);
        if (child >= 0 && to.tree().nextNamed(child) < 0) {
          to.lower(child, role);
        } else {
          to.other(node, role);
        }
      };

  /** The node vanishes, its named children stand in its place, all in its role. */
  Construct CHILDREN = (to, node, role) -> to.children(node, role);

  /** Lowers {@code node}, which plays {@code role} in the node that is open. */
  void lower(Lowering to, int node, Role role);
}

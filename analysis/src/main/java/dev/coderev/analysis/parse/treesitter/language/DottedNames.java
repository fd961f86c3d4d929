package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Names like {@code a.b.C<T>} in grammars that list the parts without a node for each pair. */
final class DottedNames {
  private DottedNames() {}

  /** A name, or a MEMBER of MEMBERs; type arguments at the end make it a generic type. */
  static void lower(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int arguments = tree.childOfType(node, "type_arguments");
    int names = tree.namedCount(node) - (arguments == NONE ? 0 : 1);
    Role outer = role;
    if (arguments != NONE) {
      to.open(Kind.GENERIC_TYPE, role, node);
      outer = Role.TYPE;
    }
    for (int i = names; i > 1; i--) {
      int opened = to.open(Kind.MEMBER, i == names ? outer : Role.OBJECT, node);
      to.symbol(opened, ".");
    }
    int name = tree.firstNamed(node);
    for (int i = 0; i < names && name != NONE; i++) {
      to.lower(name, i > 0 ? Role.NAME : names > 1 ? Role.OBJECT : outer);
      if (i > 0) {
        to.close(name);
      }
      name = tree.nextNamed(name);
    }
    if (arguments != NONE) {
      to.lower(arguments, Role.TYPE_ARGUMENTS);
      to.close(node);
    }
  }
}

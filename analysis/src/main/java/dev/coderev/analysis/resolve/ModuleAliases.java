package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Assignments by which a Python module gives a function or class a name of its own, as in {@code
 * put = requests.put}: the name is called somewhere and assigned nowhere else.
 */
final class ModuleAliases {
  private ModuleAliases() {}

  static List<Integer> of(SyntaxTree tree) {
    BitSet assigned = new BitSet();
    BitSet assignedTwice = new BitSet();
    BitSet called = new BitSet();
    List<Integer> ofModule = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      boolean assigns = tree.is(node, Kind.ASSIGN);
      int name =
          assigns
              ? tree.child(node, Role.LEFT)
              : tree.is(node, Kind.CALL) ? tree.child(node, Role.CALLEE) : NONE;
      if (name == NONE || !tree.is(name, Kind.IDENTIFIER)) {
        continue;
      }
      int symbol = tree.symbolId(name);
      if (!assigns) {
        called.set(symbol);
        continue;
      }
      (assigned.get(symbol) ? assignedTwice : assigned).set(symbol);
      int statement = tree.parent(node);
      if (statement != NONE && tree.is(tree.parent(statement), Kind.FILE)) {
        ofModule.add(node);
      }
    }
    ofModule.removeIf(node -> {
      int symbol = tree.symbolId(tree.child(node, Role.LEFT));
      return !called.get(symbol) || assignedTwice.get(symbol);
    });
    return ofModule;
  }
}

package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes of one kind by the last name of what they call, create or are: as it is written, and as the
 * file's imports have it where they say otherwise.
 */
final class NamedNodes {
  private static final int[] NOTHING = {};

  private final SyntaxTree tree;

  /** Where the nodes with a symbol begin in {@link #sorted}, by symbol. */
  private final int[] starts;

  private final int[] sorted;
  private final Map<String, List<Integer>> renamed = new HashMap<>();

  NamedNodes(SyntaxTree tree, Names names, int[] nodes) {
    this.tree = tree;
    int[] symbols = new int[nodes.length];
    starts = new int[tree.symbolCount() + 2];
    for (int i = 0; i < nodes.length; i++) {
      int name = nameOf(nodes[i]);
      symbols[i] = name == NONE ? NONE : tree.symbolId(last(name));
      // Counted two places further on: the sums are the starts, and filling moves them by one.
      starts[symbols[i] + 2] += symbols[i] == NONE ? 0 : 1;
      if (name != NONE && tree.is(name, Kind.IDENTIFIER) && names.isRenamed(name)) {
        rename(nodes[i], names.qualified(name), tree.symbol(name));
      } else if (name != NONE && tree.is(name, Kind.CALL)) {
        rename(nodes[i], names.qualified(name), "");
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    sorted = new int[starts[starts.length - 1]];
    for (int i = 0; i < nodes.length; i++) {
      if (symbols[i] != NONE) {
        sorted[starts[symbols[i] + 1]++] = nodes[i];
      }
    }
  }

  private int nameOf(int node) {
    return switch (tree.kind(node)) {
      case CALL -> tree.child(node, Role.CALLEE);
      case NEW -> tree.child(node, Role.TYPE);
      case ANNOTATION -> tree.child(node, Role.NAME);
      default -> node;
    };
  }

  private int last(int name) {
    int last = name;
    while (tree.is(last, Kind.GENERIC_TYPE) || tree.is(last, Kind.MEMBER)) {
      int inner = tree.child(last, tree.is(last, Kind.MEMBER) ? Role.NAME : Role.TYPE);
      if (inner == NONE) {
        return last;
      }
      last = inner;
    }
    return last;
  }

  private void rename(int node, String full, String written) {
    String lastPart = full.substring(full.lastIndexOf('.') + 1);
    if (!lastPart.isEmpty() && !lastPart.equals(written)) {
      renamed.computeIfAbsent(lastPart, _ -> new ArrayList<>()).add(node);
    }
  }

  /** The nodes with this name, in source order. */
  int[] of(String name) {
    int symbol = tree.symbolIdOf(name);
    int[] written =
        symbol == NONE ? NOTHING : Arrays.copyOfRange(sorted, starts[symbol], starts[symbol + 1]);
    List<Integer> others = renamed.get(name);
    if (others == null) {
      return written;
    }
    int[] all = Arrays.copyOf(written, written.length + others.size());
    for (int i = 0; i < others.size(); i++) {
      all[written.length + i] = others.get(i);
    }
    Arrays.sort(all);
    return all;
  }
}

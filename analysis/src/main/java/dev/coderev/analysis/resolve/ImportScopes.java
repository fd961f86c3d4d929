package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What names are imported as, and where: an import within a function is for that function, and of
 * several imports of one name the last one before the use holds.
 */
final class ImportScopes {
  private final SyntaxTree tree;
  private final Map<Integer, List<Entry>> bySymbol = new HashMap<>();

  /**
   * @param function that the import stands in, or NONE
   */
  private record Entry(int node, int function, String full) {}

  ImportScopes(SyntaxTree tree) {
    this.tree = tree;
  }

  void put(int node, int symbol, String full) {
    int function = tree.ancestor(node, Kind.FUNCTION);
    bySymbol
        .computeIfAbsent(symbol, key -> new ArrayList<>(1))
        .add(new Entry(node, function, full));
  }

  /** Whether it depends on the place what the symbol is imported as. */
  boolean matter(int symbol) {
    List<Entry> entries = bySymbol.getOrDefault(symbol, List.of());
    return entries.size() > 1 || (!entries.isEmpty() && entries.getFirst().function() != NONE);
  }

  /** The full name of the identifier, empty where no import in sight tells. */
  String at(int node) {
    List<Entry> entries = bySymbol.get(tree.symbolId(node));
    if (entries == null) {
      return "";
    }
    Entry best = null;
    for (Entry entry : entries) {
      boolean visible = entry.function() == NONE || tree.isWithin(node, entry.function());
      if (visible && (best == null || isNearer(entry, best, node))) {
        best = entry;
      }
    }
    return best == null ? "" : best.full();
  }

  private static boolean isNearer(Entry entry, Entry best, int node) {
    if (entry.function() != best.function()) {
      return entry.function() > best.function();
    }
    return entry.node() <= node;
  }
}

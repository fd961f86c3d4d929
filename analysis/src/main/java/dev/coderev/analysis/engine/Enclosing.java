package dev.coderev.analysis.engine;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** The functions around a stretch of text. */
final class Enclosing {
  private Enclosing() {}

  /** The nodes of the functions that hold the range, the outermost first. */
  static List<Integer> functions(FileContext context, TextRange range) {
    List<Integer> found = new ArrayList<>();
    SyntaxTree tree = context.tree().orElseThrow();
    int at = 0;
    while (at != NONE) {
      if (tree.is(at, Kind.FUNCTION)) {
        found.add(at);
      }
      int next = NONE;
      for (int child = tree.firstChild(at);
          child != NONE && next == NONE;
          child = tree.nextSibling(child)) {
        if (tree.start(child) <= range.start() && range.end() <= tree.end(child)) {
          next = child;
        }
      }
      at = next;
    }
    return found;
  }
}

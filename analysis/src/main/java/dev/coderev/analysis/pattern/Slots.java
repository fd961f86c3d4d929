package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the metavariables of one pattern are bound to while it is being matched. */
final class Slots {
  private enum Bound {
    NOTHING,
    NODE,
    /** Several siblings, from a first to a last, or none. */
    RUN,
    TEXT
  }

  private final CodeComparison comparison;
  private final SyntaxTree tree;
  private final List<String> names;
  private final Bound[] bound;
  private final int[] first;
  private final int[] last;
  private final String[] texts;

  Slots(CodeComparison comparison, SyntaxTree tree, List<String> names) {
    this.comparison = comparison;
    this.tree = tree;
    this.names = names;
    bound = new Bound[names.size()];
    Arrays.fill(bound, Bound.NOTHING);
    first = new int[names.size()];
    last = new int[names.size()];
    texts = new String[names.size()];
  }

  /** Binds the slot for as long as {@code next} runs; false where it is bound to other code. */
  boolean node(int slot, int node, Next next) {
    return switch (bound[slot]) {
      case NOTHING -> {
        bound[slot] = Bound.NODE;
        first[slot] = node;
        boolean done = next.run();
        bound[slot] = Bound.NOTHING;
        yield done;
      }
      case NODE -> comparison.same(first[slot], node) && next.run();
      case TEXT -> comparison.isText(node, texts[slot]) && next.run();
      case RUN -> first[slot] == node && last[slot] == node && next.run();
    };
  }

  /**
   * Binds a run of siblings; {@code from} is NONE for an empty one, which then is at {@code to}.
   */
  boolean run(int slot, int from, int to, Next next) {
    if (bound[slot] == Bound.NOTHING) {
      bound[slot] = Bound.RUN;
      first[slot] = from;
      last[slot] = to;
      boolean done = next.run();
      bound[slot] = Bound.NOTHING;
      return done;
    }
    if (bound[slot] != Bound.RUN || (first[slot] == NONE) != (from == NONE)) {
      return false;
    }
    return (from == NONE || runText(first[slot], last[slot]).equals(runText(from, to)))
        && next.run();
  }

  /** Binds a text that stands at these offsets. */
  boolean text(int slot, int start, int end, String text, Next next) {
    return switch (bound[slot]) {
      case NOTHING -> {
        bound[slot] = Bound.TEXT;
        first[slot] = start;
        last[slot] = end;
        texts[slot] = text;
        boolean done = next.run();
        bound[slot] = Bound.NOTHING;
        yield done;
      }
      case TEXT -> texts[slot].equals(text) && next.run();
      case NODE -> comparison.isText(first[slot], text) && next.run();
      case RUN -> false;
    };
  }

  Bindings bindings() {
    Map<String, Binding> result = new LinkedHashMap<>();
    for (int slot = 0; slot < bound.length; slot++) {
      switch (bound[slot]) {
        case NODE ->
            result.put(
                names.get(slot),
                new Binding(first[slot], tree.range(first[slot]), tree.text(first[slot])));
        case RUN -> {
          if (first[slot] == NONE) {
            result.put(
                names.get(slot), new Binding(NONE, new TextRange(last[slot], last[slot]), ""));
          } else {
            TextRange range = new TextRange(tree.start(first[slot]), tree.end(last[slot]));
            result.put(names.get(slot), new Binding(NONE, range, tree.file().text(range)));
          }
        }
        case TEXT ->
            result.put(
                names.get(slot),
                new Binding(NONE, new TextRange(first[slot], last[slot]), texts[slot]));
        case NOTHING -> {}
      }
    }
    return Bindings.of(result);
  }

  private String runText(int from, int to) {
    return tree.file().text().substring(tree.start(from), tree.end(to)).replaceAll("\\s+", " ");
  }
}

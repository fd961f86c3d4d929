package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The nodes of one tree by kind, by name and by whether they are statements. */
final class NodeIndex {
  private static final int[] EMPTY = {};

  private final SyntaxTree tree;
  private final Names names;
  private final int[] starts;
  private final int[] nodes;
  private final Map<Kind, Map<String, int[]>> named = new HashMap<>();
  private final BitSet statements = new BitSet();
  private boolean statementsKnown;

  NodeIndex(SyntaxTree tree, Names names) {
    this.tree = tree;
    this.names = names;
    int kinds = Kind.values().length;
    starts = new int[kinds + 1];
    for (int node = 0; node < tree.size(); node++) {
      starts[tree.kind(node).ordinal() + 1]++;
    }
    for (int i = 0; i < kinds; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, kinds);
    nodes = new int[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      nodes[next[tree.kind(node).ordinal()]++] = node;
    }
  }

  /** The nodes of this kind, in source order. */
  int[] of(Kind kind) {
    int from = starts[kind.ordinal()];
    int to = starts[kind.ordinal() + 1];
    return from == to ? EMPTY : Arrays.copyOfRange(nodes, from, to);
  }

  boolean has(Kind kind) {
    return starts[kind.ordinal()] < starts[kind.ordinal() + 1];
  }

  /**
   * The calls, creations, annotations or member accesses whose last name is this, as written or by
   * import.
   */
  int[] named(Kind kind, String name) {
    return named.computeIfAbsent(kind, this::byName).getOrDefault(name, EMPTY);
  }

  /** The next statement at {@code from} or after, or NONE. */
  int statementFrom(int from) {
    if (!statementsKnown) {
      collectStatements();
    }
    return statements.nextSetBit(from);
  }

  /** The statements below a node at any depth, in source order. */
  int[] statementsBelow(int node) {
    if (!statementsKnown) {
      collectStatements();
    }
    return statements.stream()
        .dropWhile(n -> n <= node)
        .takeWhile(n -> n < tree.subtreeEnd(node))
        .toArray();
  }

  private void collectStatements() {
    statementsKnown = true;
    for (int node = 1; node < tree.size(); node++) {
      switch (tree.role(node)) {
        case STATEMENT -> statements.set(node, !isWord(node));
        case THEN, ELSE, BODY -> {
          Kind kind = tree.kind(node);
          if (kind != Kind.BLOCK && !Kinds.isExpression(kind)) {
            statements.set(node);
          }
        }
        default -> {}
      }
    }
  }

  /** Whether this is a word of a Dockerfile's instruction rather than an instruction. */
  private boolean isWord(int node) {
    return tree.file().language() == Language.DOCKERFILE && tree.parent(node) > 0;
  }

  private Map<String, int[]> byName(Kind kind) {
    Map<String, int[]> lists = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = starts[kind.ordinal()]; i < starts[kind.ordinal() + 1]; i++) {
      int node = nodes[i];
      int name = nameOf(node, kind);
      if (name == NONE) {
        continue;
      }
      int last = name;
      while (tree.is(last, Kind.GENERIC_TYPE) || tree.is(last, Kind.MEMBER)) {
        int inner = tree.child(last, tree.is(last, Kind.MEMBER) ? Role.NAME : Role.TYPE);
        if (inner == NONE) {
          break;
        }
        last = inner;
      }
      String written = tree.symbol(last);
      add(lists, sizes, written, node);
      if (tree.is(name, Kind.IDENTIFIER)) {
        String full = names.qualified(name);
        String lastPart = full.substring(full.lastIndexOf('.') + 1);
        if (!lastPart.isEmpty() && !lastPart.equals(written)) {
          add(lists, sizes, lastPart, node);
        }
      }
    }
    lists.replaceAll((name, list) -> Arrays.copyOf(list, sizes.getOrDefault(name, 0)));
    return lists;
  }

  private int nameOf(int node, Kind kind) {
    return switch (kind) {
      case CALL -> tree.child(node, Role.CALLEE);
      case NEW -> tree.child(node, Role.TYPE);
      case ANNOTATION -> tree.child(node, Role.NAME);
      default -> node;
    };
  }

  private static void add(
      Map<String, int[]> lists, Map<String, Integer> sizes, String name, int node) {
    int size = sizes.getOrDefault(name, 0);
    int[] list = lists.getOrDefault(name, EMPTY);
    if (size == list.length) {
      list = Arrays.copyOf(list, Math.max(4, size * 2));
      lists.put(name, list);
    }
    list[size] = node;
    sizes.put(name, size + 1);
  }
}

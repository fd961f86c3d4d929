package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The nodes of one tree by kind, by name and by whether they are statements. */
final class NodeIndex {
  private static final int[] EMPTY = {};

  private final SyntaxTree tree;
  private final Names names;
  private final int[] starts;
  private final int[] nodes;
  private final int[][] byKind = new int[Kind.values().length][];
  private final Map<Kind, NamedNodes> named = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<List<String>, int[]>> sets = new EnumMap<>(Kind.class);
  private final BitSet statements = new BitSet();
  private boolean statementsKnown;
  private int @Nullable [] lists;

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
    int[] known = byKind[kind.ordinal()];
    if (known == null) {
      int from = starts[kind.ordinal()];
      int to = starts[kind.ordinal() + 1];
      known = from == to ? EMPTY : Arrays.copyOfRange(nodes, from, to);
      byKind[kind.ordinal()] = known;
    }
    return known;
  }

  /** Whether one of these nodes, which stand in source order, is {@code node} or below it. */
  boolean anyWithin(int[] sorted, int node) {
    int at = Arrays.binarySearch(sorted, node);
    int first = at >= 0 ? at : -at - 1;
    return first < sorted.length && sorted[first] < tree.subtreeEnd(node);
  }

  boolean has(Kind kind) {
    return starts[kind.ordinal()] < starts[kind.ordinal() + 1];
  }

  /**
   * The calls, creations, annotations or member accesses whose last name is this, as written or by
   * import.
   */
  int[] named(Kind kind, String name) {
    return named.computeIfAbsent(kind, wanted -> new NamedNodes(tree, names, of(wanted))).of(name);
  }

  /** Those of any of these names, in source order. */
  int[] named(Kind kind, List<String> names) {
    return sets.computeIfAbsent(kind, _ -> new IdentityHashMap<>())
        .computeIfAbsent(
            names,
            wanted ->
                wanted.stream()
                    .flatMapToInt(name -> Arrays.stream(named(kind, name)))
                    .sorted()
                    .distinct()
                    .toArray());
  }

  /** The nodes that hold lists of statements, in source order. */
  int[] lists() {
    if (lists == null) {
      lists = IntStream.range(0, tree.size()).filter(this::isList).toArray();
    }
    return lists;
  }

  private boolean isList(int node) {
    return switch (tree.kind(node)) {
      case BLOCK, FILE -> true;
      default -> tree.child(node, Role.STATEMENT) != NONE;
    };
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
}

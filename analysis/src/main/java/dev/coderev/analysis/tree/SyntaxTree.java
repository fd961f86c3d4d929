package dev.coderev.analysis.tree;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.List;

/**
 * An immutable syntax tree in flat arrays: a node is an {@code int}, the root is 0, and nodes stand
 * in pre-order, so the descendants of {@code n} are {@code n + 1 … subtreeEnd(n) - 1}.
 *
 * <pre>{@code
 * for (int child = tree.firstChild(n); child != NONE; child = tree.nextSibling(child)) { … }
 * }</pre>
 *
 * <p>No object exists per node: 25 bytes a node, whatever the language. Safe to share.
 */
public final class SyntaxTree {
  /** No such node. */
  public static final int NONE = -1;

  private final SourceFile file;
  private final int size;
  private final byte[] kinds;
  private final byte[] roles;
  private final int[] starts;
  private final int[] ends;
  private final int[] parents;
  private final int[] subtreeEnds;
  private final int[] symbols;
  private final short[] rawTypes;
  private final TextTable symbolTable;
  private final TextTable rawTypeTable;
  private final List<TextRange> comments;
  private final List<ParseNote> notes;

  SyntaxTree(
      SourceFile file,
      int size,
      byte[] kinds,
      byte[] roles,
      int[] starts,
      int[] ends,
      int[] parents,
      int[] subtreeEnds,
      int[] symbols,
      short[] rawTypes,
      TextTable symbolTable,
      TextTable rawTypeTable,
      List<TextRange> comments,
      List<ParseNote> notes) {
    this.file = file;
    this.size = size;
    this.kinds = kinds;
    this.roles = roles;
    this.starts = starts;
    this.ends = ends;
    this.parents = parents;
    this.subtreeEnds = subtreeEnds;
    this.symbols = symbols;
    this.rawTypes = rawTypes;
    this.symbolTable = symbolTable;
    this.rawTypeTable = rawTypeTable;
    this.comments = List.copyOf(comments);
    this.notes = List.copyOf(notes);
  }

  public SourceFile file() {
    return file;
  }

  /** Number of nodes, at least 1. */
  public int size() {
    return size;
  }

  public Kind kind(int node) {
    return Kind.of(kinds[node]);
  }

  public boolean is(int node, Kind kind) {
    return kinds[node] == (byte) kind.ordinal();
  }

  public Role role(int node) {
    return Role.of(roles[node]);
  }

  /** The node's symbol as its {@link Kind} defines it, empty where it has none. */
  public String symbol(int node) {
    return symbolTable.text(symbols[node]);
  }

  /** An index below {@link #symbolCount()}, the same for equal symbols of this tree; 0 is empty. */
  public int symbolId(int node) {
    return symbols[node];
  }

  public int symbolCount() {
    return symbolTable.size();
  }

  /** The symbol with this {@link #symbolId}. */
  public String symbolOf(int symbolId) {
    return symbolTable.text(symbolId);
  }

  /** The {@link #symbolId} of nodes with this symbol, or {@link #NONE} if there are none. */
  public int symbolIdOf(String symbol) {
    return symbolTable.find(symbol);
  }

  /** What the grammar or parser of the language calls this node. */
  public String rawType(int node) {
    return rawTypeTable.text(rawTypes[node]);
  }

  public int start(int node) {
    return starts[node];
  }

  public int end(int node) {
    return ends[node];
  }

  public TextRange range(int node) {
    return new TextRange(starts[node], ends[node]);
  }

  /** The source text of the node, as written. */
  public String text(int node) {
    return file.text().substring(starts[node], ends[node]);
  }

  /** The parent, or {@link #NONE} for the root. */
  public int parent(int node) {
    return parents[node];
  }

  /** One past the last descendant of {@code node}. */
  public int subtreeEnd(int node) {
    return subtreeEnds[node];
  }

  /** The first child, or {@link #NONE}. */
  public int firstChild(int node) {
    return subtreeEnds[node] > node + 1 ? node + 1 : NONE;
  }

  /** The next child of the same parent, or {@link #NONE}. */
  public int nextSibling(int node) {
    int parent = parents[node];
    int next = subtreeEnds[node];
    return parent != NONE && next < subtreeEnds[parent] ? next : NONE;
  }

  /** The first child in this role, or {@link #NONE}. */
  public int child(int node, Role role) {
    byte wanted = (byte) role.ordinal();
    int end = subtreeEnds[node];
    for (int child = node + 1; child < end; child = subtreeEnds[child]) {
      if (roles[child] == wanted) {
        return child;
      }
    }
    return NONE;
  }

  public int childCount(int node) {
    int count = 0;
    int end = subtreeEnds[node];
    for (int child = node + 1; child < end; child = subtreeEnds[child]) {
      count++;
    }
    return count;
  }

  public boolean isLeaf(int node) {
    return subtreeEnds[node] == node + 1;
  }

  /** Whether {@code inner} is {@code outer} or below it. */
  public boolean isWithin(int inner, int outer) {
    return outer <= inner && inner < subtreeEnds[outer];
  }

  /** The nearest ancestor of this kind, not {@code node} itself, or {@link #NONE}. */
  public int ancestor(int node, Kind kind) {
    int at = parents[node];
    while (at != NONE && !is(at, kind)) {
      at = parents[at];
    }
    return at;
  }

  /** Where the comments are, in source order. */
  public List<TextRange> comments() {
    return comments;
  }

  /** What the parser could not read; empty for well-formed source. */
  public List<ParseNote> notes() {
    return notes;
  }

  /** The subtree as an indented outline, for tests and {@code --dump-tree}. */
  public String outline(int node) {
    StringBuilder out = new StringBuilder();
    outline(node, 0, out);
    return out.toString();
  }

  private void outline(int node, int depth, StringBuilder out) {
    out.append("  ".repeat(depth));
    if (role(node) != Role.CHILD) {
      out.append(role(node)).append(": ");
    }
    out.append(kind(node));
    if (is(node, Kind.OTHER)) {
      out.append('<').append(rawType(node)).append('>');
    }
    if (!symbol(node).isEmpty()) {
      out.append(" '").append(symbol(node)).append('\'');
    }
    out.append('\n');
    for (int child = firstChild(node); child != NONE; child = nextSibling(child)) {
      outline(child, depth + 1, out);
    }
  }
}

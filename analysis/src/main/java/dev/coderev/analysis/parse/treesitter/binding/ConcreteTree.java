package dev.coderev.analysis.parse.treesitter.binding;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A tree as the grammar sees it, copied out of native memory into flat arrays.
 *
 * <p>A node is an {@code int}, the root is 0, nodes stand in pre-order, keywords and punctuation
 * included, comments not. Offsets are UTF-16 code units.
 *
 * <p>Damaged source lacks parts that a grammar promises, so every question may be asked of {@link
 * #NONE} too: it has no type, no text, no relatives.
 */
public final class ConcreteTree {
  /** No such node. */
  public static final int NONE = -1;

  private final Grammar grammar;
  private int size;
  private short[] symbols;
  private byte[] fields;
  private int[] starts;
  private int[] ends;
  private int[] parents;
  private int[] subtreeEnds;
  private final BitSet missing = new BitSet();
  private final List<TextRange> comments = new ArrayList<>();

  ConcreteTree(Grammar grammar, int expectedSize) {
    this.grammar = grammar;
    int capacity = Math.max(16, expectedSize);
    symbols = new short[capacity];
    fields = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    parents = new int[capacity];
    subtreeEnds = new int[capacity];
  }

  int add(int symbol, int field, int start, int end, int parent) {
    if (size == symbols.length) {
      grow();
    }
    int node = size++;
    symbols[node] = (short) symbol;
    fields[node] = (byte) field;
    starts[node] = start;
    ends[node] = end;
    parents[node] = parent;
    subtreeEnds[node] = size;
    return node;
  }

  void close(int node) {
    subtreeEnds[node] = size;
  }

  void missing(int node) {
    missing.set(node);
  }

  void comment(int start, int end) {
    comments.add(new TextRange(start, end));
  }

  public Grammar grammar() {
    return grammar;
  }

  public int size() {
    return size;
  }

  /** The number of the node's type in the grammar. */
  public int symbol(int node) {
    return symbols[node] & 0xFFFF;
  }

  public String type(int node) {
    return node == NONE ? "" : grammar.type(symbol(node));
  }

  public boolean is(int node, String type) {
    return type(node).equals(type);
  }

  /** The name of the field that the node fills in its parent, or empty. */
  public String field(int node) {
    return node == NONE ? "" : grammar.field(fields[node] & 0xFF);
  }

  /** Whether the node is more than punctuation or a keyword. */
  public boolean isNamed(int node) {
    return node != NONE && grammar.isNamed(symbol(node));
  }

  /** Whether the parser could not read the stretch of this node. */
  public boolean isError(int node) {
    return symbol(node) == Grammar.ERROR_SYMBOL;
  }

  /** Whether the parser put in this node, of no length, to make sense of the rest. */
  public boolean isMissing(int node) {
    return missing.get(node);
  }

  public int start(int node) {
    return node == NONE ? 0 : starts[node];
  }

  public int end(int node) {
    return node == NONE ? 0 : ends[node];
  }

  public int parent(int node) {
    return node == NONE ? NONE : parents[node];
  }

  public int subtreeEnd(int node) {
    return node == NONE ? 0 : subtreeEnds[node];
  }

  public int firstChild(int node) {
    return subtreeEnd(node) > node + 1 ? node + 1 : NONE;
  }

  public int nextSibling(int node) {
    int parent = parent(node);
    int next = subtreeEnd(node);
    return parent != NONE && next < subtreeEnds[parent] ? next : NONE;
  }

  /** The first child, named or not, that fills this field, or {@link #NONE}. */
  public int child(int node, String field) {
    int end = subtreeEnd(node);
    for (int child = node + 1; child < end; child = subtreeEnds[child]) {
      if (field(child).equals(field)) {
        return child;
      }
    }
    return NONE;
  }

  /** The first child, named or not, of this type, or {@link #NONE}. */
  public int childOfType(int node, String type) {
    int end = subtreeEnd(node);
    for (int child = node + 1; child < end; child = subtreeEnds[child]) {
      if (type(child).equals(type)) {
        return child;
      }
    }
    return NONE;
  }

  public boolean has(int node, String childType) {
    return childOfType(node, childType) != NONE;
  }

  /** The first named child, or {@link #NONE}. */
  public int firstNamed(int node) {
    int end = subtreeEnd(node);
    for (int child = node + 1; child < end; child = subtreeEnds[child]) {
      if (isNamed(child)) {
        return child;
      }
    }
    return NONE;
  }

  /** The next named sibling, or {@link #NONE}. */
  public int nextNamed(int node) {
    int next = nextSibling(node);
    while (next != NONE && !isNamed(next)) {
      next = nextSibling(next);
    }
    return next;
  }

  /** The last named child, or {@link #NONE}. */
  public int lastNamed(int node) {
    int last = NONE;
    for (int child = firstNamed(node); child != NONE; child = nextNamed(child)) {
      last = child;
    }
    return last;
  }

  public int namedCount(int node) {
    int count = 0;
    for (int child = firstNamed(node); child != NONE; child = nextNamed(child)) {
      count++;
    }
    return count;
  }

  /** The greatest number of ancestors that a node has. */
  public int depth() {
    int[] depths = new int[size];
    int deepest = 0;
    for (int node = 1; node < size; node++) {
      depths[node] = depths[parents[node]] + 1;
      deepest = Math.max(deepest, depths[node]);
    }
    return deepest;
  }

  /** Where the comments are, in source order. */
  public List<TextRange> comments() {
    return comments;
  }

  private void grow() {
    int capacity = symbols.length * 2;
    symbols = Arrays.copyOf(symbols, capacity);
    fields = Arrays.copyOf(fields, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    parents = Arrays.copyOf(parents, capacity);
    subtreeEnds = Arrays.copyOf(subtreeEnds, capacity);
  }
}

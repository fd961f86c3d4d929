package dev.coderev.analysis.tree;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds one {@link SyntaxTree} from the top down: {@link #open} a node, add its children, {@link
 * #close} it. Not thread-safe; use one per file.
 */
public final class TreeBuilder {
  private final SourceFile file;
  private final TextTable symbolTable = new TextTable();
  private final TextTable rawTypeTable = new TextTable();
  private final List<TextRange> comments = new ArrayList<>();
  private final List<ParseNote> notes = new ArrayList<>();
  private int size;
  private int current = SyntaxTree.NONE;
  private byte[] kinds;
  private byte[] roles;
  private int[] starts;
  private int[] ends;
  private int[] parents;
  private int[] subtreeEnds;
  private int[] symbols;
  private short[] rawTypes;

  public TreeBuilder(SourceFile file) {
    this.file = file;
    int capacity = Math.max(64, file.text().length() / 4);
    kinds = new byte[capacity];
    roles = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    parents = new int[capacity];
    subtreeEnds = new int[capacity];
    symbols = new int[capacity];
    rawTypes = new short[capacity];
    symbolTable.idOf("");
    rawTypeTable.idOf("");
  }

  /**
   * Begins a node below the one that is open.
   *
   * @return the node, for {@link #symbol} and {@link #rawType}
   */
  public int open(Kind kind, Role role, int start) {
    if (size == kinds.length) {
      grow();
    }
    int node = size++;
    kinds[node] = (byte) kind.ordinal();
    roles[node] = (byte) role.ordinal();
    starts[node] = start;
    parents[node] = current;
    symbols[node] = 0;
    rawTypes[node] = 0;
    current = node;
    return node;
  }

  /** Ends the open node at {@code end}, an offset one past its last character. */
  public void close(int end) {
    ends[current] = Math.max(end, starts[current]);
    subtreeEnds[current] = size;
    current = parents[current];
  }

  /** Adds a node without children. */
  public int leaf(Kind kind, Role role, String symbol, int start, int end) {
    int node = open(kind, role, start);
    symbol(node, symbol);
    close(end);
    return node;
  }

  public void symbol(int node, String symbol) {
    symbols[node] = symbolTable.idOf(symbol);
  }

  public void rawType(int node, String rawType) {
    rawTypes[node] = (short) rawTypeTable.idOf(rawType);
  }

  /** Changes what an already opened node is, once its children show it. */
  public void kind(int node, Kind kind) {
    kinds[node] = (byte) kind.ordinal();
  }

  public void role(int node, Role role) {
    roles[node] = (byte) role.ordinal();
  }

  /** The node that is open, or {@link SyntaxTree#NONE}. */
  public int current() {
    return current;
  }

  public void comment(int start, int end) {
    comments.add(new TextRange(start, end));
  }

  public void note(int start, int end, String message) {
    note(new ParseNote(new TextRange(start, Math.max(start, end)), message));
  }

  public void note(ParseNote note) {
    notes.add(note);
  }

  /** Notes that a limit keeps this part of the text out of the tree. */
  public void omit(int start, int end, String message) {
    note(new ParseNote(new TextRange(start, Math.max(start, end)), message, true));
  }

  /**
   * The finished tree.
   *
   * @throws IllegalStateException if nothing was added or a node is still open
   */
  public SyntaxTree build() {
    if (size == 0 || current != SyntaxTree.NONE) {
      throw new IllegalStateException("open nodes or no nodes at all");
    }
    return new SyntaxTree(
        file,
        size,
        Arrays.copyOf(kinds, size),
        Arrays.copyOf(roles, size),
        Arrays.copyOf(starts, size),
        Arrays.copyOf(ends, size),
        Arrays.copyOf(parents, size),
        Arrays.copyOf(subtreeEnds, size),
        Arrays.copyOf(symbols, size),
        Arrays.copyOf(rawTypes, size),
        symbolTable,
        rawTypeTable,
        comments,
        notes);
  }

  private void grow() {
    int capacity = kinds.length * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    roles = Arrays.copyOf(roles, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    parents = Arrays.copyOf(parents, capacity);
    subtreeEnds = Arrays.copyOf(subtreeEnds, capacity);
    symbols = Arrays.copyOf(symbols, capacity);
    rawTypes = Arrays.copyOf(rawTypes, capacity);
  }
}

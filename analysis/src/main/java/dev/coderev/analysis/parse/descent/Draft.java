package dev.coderev.analysis.parse.descent;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a tree that is still being made, for parsers that know what a node is only after its
 * first child: {@code a + b} begins with {@code a}. Not thread-safe.
 */
public final class Draft {
  private static final int DEEPEST = 1_500;

  private final Kind kind;
  private final String symbol;
  private final int start;
  private final List<Draft> children = new ArrayList<>(2);
  private String rawType = "";
  private Role role = Role.CHILD;
  private int end;

  private Draft(Kind kind, String symbol, int start, int end) {
    this.kind = kind;
    this.symbol = symbol;
    this.start = start;
    this.end = end;
  }

  public static Draft of(Kind kind, String symbol, int start, int end) {
    return new Draft(kind, symbol, start, end);
  }

  public static Draft of(Kind kind, int start) {
    return new Draft(kind, "", start, start);
  }

  /** A node of the kind {@link Kind#OTHER} that its grammar calls {@code rawType}. */
  public static Draft other(String rawType, int start) {
    Draft draft = new Draft(Kind.OTHER, "", start, start);
    draft.rawType = rawType;
    return draft;
  }

  /** Adds a child at the end; this node ends no sooner than the child. */
  public Draft add(Role part, Draft child) {
    child.role = part;
    children.add(child);
    end = Math.max(end, child.end);
    return this;
  }

  public Draft endAt(int offset) {
    end = Math.max(end, offset);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  public String symbol() {
    return symbol;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public List<Draft> children() {
    return children;
  }

  /**
   * The tree with this node as its root.
   *
   * @param comments and notes as the parser met them
   */
  public SyntaxTree tree(SourceFile file, List<TextRange> comments, List<ParseNote> notes) {
    TreeBuilder builder = new TreeBuilder(file);
    emit(builder, 0);
    comments.forEach(comment -> builder.comment(comment.start(), comment.end()));
    notes.forEach(builder::note);
    return builder.build();
  }

  private void emit(TreeBuilder builder, int depth) {
    if (depth > DEEPEST) {
      builder.leaf(Kind.ERROR, role, "", start, end);
      builder.omit(start, end, "The text is nested too deeply; this part was not read");
      return;
    }
    int node = builder.open(kind, role, start);
    builder.symbol(node, symbol);
    builder.rawType(node, rawType);
    for (Draft child : children) {
      child.emit(builder, depth + 1);
    }
    builder.close(end);
  }
}

package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What lowering all of javac's trees has in common: places, depth, nodes of kinds of their own. */
abstract class TreeLowering extends SimpleTreeVisitor<@Nullable Void, Role> {
  private static final int MAX_DEPTH = 3000;

  final TreeBuilder builder;
  final JavaText text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private int depth;
  private boolean cutNoted;

  /** The tree that begins where the one around it does; javac would search for it each time. */
  private @Nullable Tree leftmost;

  private int leftmostStart;

  /** The tree whose end was asked for last; it often is asked for again at once. */
  private @Nullable Tree ended;

  private int endedAt;

  TreeLowering(
      JavaText text, CompilationUnitTree unit, SourcePositions positions, TreeBuilder builder) {
    this.unit = unit;
    this.positions = positions;
    this.builder = builder;
    this.text = text;
  }

  int start(Tree tree) {
    return tree == leftmost
        ? leftmostStart
        : Math.clamp(positions.getStartPosition(unit, tree), 0, text.length());
  }

  /** Where {@code tree} begins, which begins where {@code first} within it does. */
  int startOf(Tree tree, Tree first) {
    return tree == leftmost ? leftmostStart : start(first);
  }

  /** Remembers where a tree begins for when it is lowered, which is to be next. */
  void beginsAt(Tree tree, int start) {
    leftmost = tree;
    leftmostStart = start;
  }

  /** Remembers where a tree ends. */
  void endsAt(Tree tree, int end) {
    ended = tree;
    endedAt = end;
  }

  /** Lowers the child with which {@code tree} begins. */
  void lowerFirst(Tree tree, Tree first, Role role) {
    beginsAt(first, start(tree));
    lower(first, role);
  }

  int end(Tree tree) {
    if (tree != ended) {
      long end = positions.getEndPosition(unit, tree);
      endsAt(tree, end < 0 ? start(tree) : (int) Math.min(end, text.length()));
    }
    return endedAt;
  }

  int endOr(@Nullable Tree tree, int otherwise) {
    return tree == null ? otherwise : Math.max(otherwise, end(tree));
  }

  boolean isPlaced(Tree tree) {
    return positions.getEndPosition(unit, tree) > positions.getStartPosition(unit, tree);
  }

  int open(Kind kind, Role role, Tree tree) {
    return builder.open(kind, role, start(tree));
  }

  @Nullable Void close(Tree tree) {
    builder.close(end(tree));
    return null;
  }

  @Nullable Void leaf(Kind kind, Role role, String symbol, Tree tree) {
    builder.leaf(kind, role, symbol, start(tree), end(tree));
    return null;
  }

  void name(String name, Role role, int from, int end) {
    int at = text.word(name, from, end);
    builder.leaf(Kind.IDENTIFIER, role, name, at, Math.min(at + name.length(), text.length()));
  }

  void lower(@Nullable Tree tree, Role role) {
    if (tree == null) {
      return;
    }
    if (depth >= MAX_DEPTH) {
      leaf(Kind.OTHER, role, "", tree);
      if (!cutNoted) {
        builder.omit(start(tree), end(tree), "nested deeper than " + MAX_DEPTH + " levels");
        cutNoted = true;
      }
      return;
    }
    depth++;
    tree.accept(this, role);
    depth--;
  }

  void lowerAll(@Nullable Iterable<? extends Tree> trees, Role role) {
    if (trees != null) {
      for (Tree tree : trees) {
        lower(tree, role);
      }
    }
  }

  @Override
  protected @Nullable Void defaultAction(Tree tree, Role role) {
    int node = open(Kind.OTHER, role, tree);
    builder.rawType(node, tree.getKind().name().toLowerCase(Locale.ROOT));
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private boolean atRoot = true;

      @Override
      public @Nullable Void scan(@Nullable Tree inner, @Nullable Void nothing) {
        if (atRoot) {
          atRoot = false;
          return super.scan(inner, null);
        }
        lower(inner, Role.CHILD);
        return null;
      }
    }.scan(tree, null);
    return close(tree);
  }

  @Override
  public @Nullable Void visitErroneous(ErroneousTree tree, Role role) {
    open(Kind.ERROR, role, tree);
    lowerAll(tree.getErrorTrees(), Role.CHILD);
    return close(tree);
  }
}

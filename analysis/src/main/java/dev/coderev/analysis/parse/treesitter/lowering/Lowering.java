package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.Arrays;
import java.util.Set;

/**
 * The lowering of one concrete tree; {@link Construct}s read from it and write through it.
 *
 * <p>What no construct is known for becomes {@link Kind#OTHER} with its named children.
 */
public final class Lowering {
  private final BoundGrammar grammar;
  private final ConcreteTree tree;
  private final String text;
  private final TreeBuilder out;
  private int depth;
  private boolean tooDeep;
  private int leftEdge = -1;
  private int leftStart;
  private int reachFrom = -1;
  private int reachEnd;

  /** Of each open node its start and the end of its children so far: ranges always nest. */
  private int[] starts = new int[64];

  private int[] reached = new int[64];
  private int openNodes;

  Lowering(BoundGrammar grammar, ConcreteTree tree, SourceFile file) {
    this.grammar = grammar;
    this.tree = tree;
    this.text = file.text();
    this.out = new TreeBuilder(file);
  }

  SyntaxTree run() {
    int root = begin(Kind.FILE, Role.CHILD, 0);
    out.rawType(root, tree.type(0));
    children(0, Role.STATEMENT);
    finish(text.length());
    for (TextRange comment : tree.comments()) {
      out.comment(comment.start(), comment.end());
    }
    noteProblems();
    return out.build();
  }

  private void noteProblems() {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isMissing(node)) {
        out.note(tree.start(node), tree.end(node), "missing " + tree.type(node));
      } else if (tree.isError(node)) {
        out.note(tree.start(node), tree.end(node), "cannot be read");
      }
    }
  }

  // ---- reading ---------------------------------------------------------------------------------

  public ConcreteTree tree() {
    return tree;
  }

  /** The source text of a concrete node. */
  public String text(int node) {
    return text.substring(tree.start(node), tree.end(node));
  }

  public char charAt(int offset) {
    return text.charAt(offset);
  }

  public String text(int start, int end) {
    return text.substring(start, end);
  }

  /** The source text of a concrete node without this many characters at both ends. */
  public String inner(int node, int quote) {
    int start = Math.min(tree.start(node) + quote, tree.end(node));
    return text.substring(start, Math.max(start, tree.end(node) - quote));
  }

  /** As {@link #inner}, with the usual escapes decoded. */
  public String decoded(int node, int quote) {
    return Literals.unescape(inner(node, quote), false);
  }

  /** The source text after the concrete node {@code left} and before {@code right}. */
  public String textBetween(int left, int right) {
    int from = tree.end(left);
    return text.substring(from, Math.max(from, tree.start(right)));
  }

  /** An operator or keyword as CodeRev writes it: {@code and or not} are {@code && || !}. */
  public String operator(int node) {
    String written = tree.isNamed(node) ? text(node) : tree.type(node);
    return switch (written) {
      case "and" -> "&&";
      case "or" -> "||";
      case "not" -> "!";
      default -> written;
    };
  }

  // ---- writing ---------------------------------------------------------------------------------

  /** Lowers a node by the construct of its type; nothing where there is no node. */
  public void lower(int node, Role role) {
    if (node == ConcreteTree.NONE || !enter(node, role)) {
      return;
    }
    if (tree.isMissing(node)) {
      leaf(Kind.ERROR, role, "", node);
    } else if (tree.isError(node)) {
      open(Kind.ERROR, role, node);
      children(node, Role.CHILD);
      close(node);
    } else {
      boolean wrap = role == Role.STATEMENT && grammar.isBareExpression(tree.symbol(node));
      if (wrap) {
        open(Kind.EXPRESSION_STATEMENT, role, node);
      }
      construct(node, wrap ? Role.VALUE : role);
      if (wrap) {
        close(node);
      }
    }
    leave();
  }

  private void construct(int node, Role role) {
    Construct construct = grammar.construct(tree.symbol(node));
    if (construct != null) {
      construct.lower(this, node, role);
    } else {
      other(node, role);
    }
  }

  /**
   * Goes one level deeper, for constructs that nest without {@link #lower}.
   *
   * @return whether that is still allowed; if not, a leaf was written in place of {@code node}
   */
  public boolean enter(int node, Role role) {
    if (depth == BoundGrammar.DEPTH_LIMIT) {
      leaf(Kind.OTHER, role, "", node);
      if (!tooDeep) {
        tooDeep = true;
        out.omit(tree.start(node), tree.end(node), "nested too deeply, not read further");
      }
      return false;
    }
    depth++;
    return true;
  }

  /** Ends what {@link #enter} allowed. */
  public void leave() {
    depth--;
  }

  /** Lowers all named children in one role. */
  public void children(int node, Role role) {
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      lower(child, role);
    }
  }

  /** Lowers all named children of one field in one role. */
  public void field(int node, String field, Role role) {
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      if (tree.field(child).equals(field)) {
        lower(child, role);
      }
    }
  }

  /** Writes a node that fits no kind, with all its named children; a leaf's symbol is its text. */
  public void other(int node, Role role) {
    int opened = open(Kind.OTHER, role, node);
    if (tree.firstNamed(node) == ConcreteTree.NONE) {
      out.symbol(opened, text(node));
    } else {
      children(node, Role.CHILD);
    }
    close(node);
  }

  /** Opens a node where {@code node} begins. */
  public int open(Kind kind, Role role, int node) {
    int start = tree.start(node);
    int opened = begin(kind, role, start == leftEdge ? leftStart : start);
    out.rawType(opened, tree.type(node));
    return opened;
  }

  public int openAt(Kind kind, Role role, int start) {
    return begin(kind, role, start);
  }

  /** Opens a node that begins at {@code start}, before {@code node}, of which it has the type. */
  public int openFrom(int start, Kind kind, Role role, int node) {
    int opened = begin(kind, role, start);
    out.rawType(opened, tree.type(node));
    return opened;
  }

  /** Whether nodes of this type are statements by themselves. */
  public boolean isStatement(int node) {
    return !grammar.isBareExpression(tree.symbol(node));
  }

  /** Writes an expression as a statement in any role. */
  public void statement(int node, Role role) {
    boolean wrap = !isStatement(node);
    if (wrap) {
      open(Kind.EXPRESSION_STATEMENT, role, node);
    }
    lower(node, wrap ? Role.VALUE : role);
    if (wrap) {
      close(node);
    }
  }

  /** Changes the kind of an opened node. */
  public void kind(int opened, Kind kind) {
    out.kind(opened, kind);
  }

  public void symbol(int opened, String symbol) {
    out.symbol(opened, symbol);
  }

  /** Closes the open node where {@code node} ends. */
  public void close(int node) {
    boolean reaches = tree.start(node) <= reachFrom && reachFrom < tree.end(node);
    finish(reaches ? Math.max(reachEnd, tree.end(node)) : tree.end(node));
  }

  /**
   * Lets {@code node} and all around it end at {@code end} at the earliest, for a part of it that
   * the source has further down.
   */
  public void reach(int node, int end) {
    reachFrom = tree.start(node);
    reachEnd = end;
  }

  public void closeAt(int end) {
    finish(end);
  }

  public void leaf(Kind kind, Role role, String symbol, int node) {
    int leaf = open(kind, role, node);
    out.symbol(leaf, symbol);
    finish(tree.end(node));
  }

  public void leafAt(Kind kind, Role role, String symbol, int start, int end) {
    int leaf = begin(kind, role, start);
    out.symbol(leaf, symbol);
    finish(end);
  }

  private int begin(Kind kind, Role role, int start) {
    if (openNodes == starts.length) {
      starts = Arrays.copyOf(starts, openNodes * 2);
      reached = Arrays.copyOf(reached, openNodes * 2);
    }
    int from = openNodes == 0 ? start : Math.max(start, starts[openNodes - 1]);
    starts[openNodes] = from;
    reached[openNodes] = from;
    openNodes++;
    return out.open(kind, role, from);
  }

  private void finish(int end) {
    openNodes--;
    int to = Math.max(end, reached[openNodes]);
    if (openNodes > 0) {
      reached[openNodes - 1] = Math.max(reached[openNodes - 1], to);
    }
    out.close(to);
  }

  /** Writes the children of {@code nodes} whose type is listed, keywords mostly, as MODIFIERS. */
  public void modifiers(Set<String> types, int... nodes) {
    int last = ConcreteTree.NONE;
    for (int node : nodes) {
      for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
        if (types.contains(tree.type(child))) {
          if (last < 0) {
            openAt(Kind.MODIFIERS, Role.MODIFIERS, tree.start(child));
          }
          leaf(Kind.MODIFIER, Role.MODIFIER, text(child), child);
          last = child;
        }
      }
    }
    if (last >= 0) {
      close(last);
    }
  }

  /** Writes a decorator or attribute: {@code expression} is its name, or a call of its name. */
  public void annotation(int node, int expression, String callType) {
    open(Kind.ANNOTATION, Role.ANNOTATION, node);
    if (tree.is(expression, callType)) {
      field(expression, "function", Role.NAME);
      field(expression, "arguments", Role.ARGUMENTS);
    } else if (expression >= 0) {
      lower(expression, Role.NAME);
    }
    close(node);
  }

  /** Writes a BLOCK of the named children of {@code node} that fill {@code field}. */
  public void block(int node, String field, Role role) {
    int first = ConcreteTree.NONE;
    int last = ConcreteTree.NONE;
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      if (tree.field(child).equals(field)) {
        first = first < 0 ? child : first;
        last = child;
      }
    }
    openAt(Kind.BLOCK, role, first < 0 ? tree.end(node) : tree.start(first));
    field(node, field, Role.STATEMENT);
    closeAt(tree.end(last < 0 ? node : last));
  }

  /** Writes a BLOCK of one expression as a statement. */
  public void expressionBlock(int expression, Role role) {
    open(Kind.BLOCK, role, expression);
    open(Kind.EXPRESSION_STATEMENT, Role.STATEMENT, expression);
    lower(expression, Role.VALUE);
    close(expression);
    close(expression);
  }

  /**
   * Lets what {@code action} writes begin at {@code start} where the source has it begin at {@code
   * edge}, for an operand that is lowered below what follows it.
   */
  public void leftEdge(int edge, int start, Runnable action) {
    int edgeBefore = leftEdge;
    int startBefore = leftStart;
    leftStart = edge == leftEdge ? leftStart : start;
    leftEdge = edge;
    action.run();
    leftEdge = edgeBefore;
    leftStart = startBefore;
  }

  /** Writes a BLOCK of the named siblings from {@code first} on, empty if there is none. */
  public void blockFrom(int first, int parent, Role role) {
    openAt(Kind.BLOCK, role, first < 0 ? tree.end(parent) : tree.start(first));
    int end = tree.end(parent);
    for (int child = first; child >= 0; child = tree.nextNamed(child)) {
      lower(child, Role.STATEMENT);
      end = tree.end(child);
    }
    closeAt(end);
  }
}

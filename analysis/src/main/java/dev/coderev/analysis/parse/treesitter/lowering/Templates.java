package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Set;
import java.util.function.UnaryOperator;

/** String literals that may hold interpolations: STRING without them, TEMPLATE with them. */
public final class Templates {
  private final Set<String> interpolations;
  private final UnaryOperator<String> decode;

  /**
   * @param decode from the written text between quotes and interpolations to its value
   * @param interpolations node types that interrupt the text; they are lowered as parts
   */
  public Templates(UnaryOperator<String> decode, String... interpolations) {
    this.interpolations = Set.of(interpolations);
    this.decode = decode;
  }

  /** {@code ${e}} and the like: its one expression. */
  public static final Construct INTERPOLATION = Shape.of(Kind.INTERPOLATION).rest(Role.VALUE);

  /**
   * Lowers a literal.
   *
   * @param open characters of the opening quote
   * @param close characters of the closing quote
   */
  public void lower(Lowering to, int node, Role role, int open, int close) {
    ConcreteTree tree = to.tree();
    int start = Math.min(tree.start(node) + open, tree.end(node));
    int end = Math.max(start, tree.end(node) - close);
    if (!isInterpolated(tree, node)) {
      to.leaf(Kind.STRING, role, decode.apply(to.text(start, end)), node);
      return;
    }
    to.open(Kind.TEMPLATE, role, node);
    parts(to, node, start, end);
    to.close(node);
  }

  /** Writes the parts of {@code node} between two offsets into the open TEMPLATE. */
  public void parts(Lowering to, int node, int start, int end) {
    ConcreteTree tree = to.tree();
    int at = start;
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      if (interpolations.contains(tree.type(child))) {
        text(to, at, tree.start(child));
        to.lower(child, Role.PART);
        at = tree.end(child);
      }
    }
    text(to, at, end);
  }

  public boolean isInterpolated(ConcreteTree tree, int node) {
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      if (interpolations.contains(tree.type(child))) {
        return true;
      }
    }
    return false;
  }

  private void text(Lowering to, int start, int end) {
    if (start < end) {
      to.leafAt(Kind.STRING, Role.PART, decode.apply(to.text(start, end)), start, end);
    }
  }
}

package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Optional;

/** Whether two pieces of one file's code are the same, whatever their layout. */
final class CodeComparison {
  private final FileContext context;
  private final SyntaxTree tree;

  CodeComparison(FileContext context) {
    this.context = context;
    this.tree = context.syntax();
  }

  /** Same structure, names and literals; names that are resolved must mean the same. */
  boolean same(int a, int b) {
    if (a == b) {
      return true;
    }
    return sameStructure(a, b) || sameConstant(a, b);
  }

  /** A literal and a name that is known to have its value. */
  private boolean sameConstant(int a, int b) {
    boolean literal = Kinds.isLiteral(tree.kind(a)) || Kinds.isLiteral(tree.kind(b));
    if (!literal) {
      return false;
    }
    if (tree.role(a) == Role.KEY && tree.role(b) == Role.KEY) {
      return tree.symbolId(a) == tree.symbolId(b);
    }
    Optional<Constant> value = context.constants().of(a);
    return value.isPresent()
        && !(value.get() instanceof Constant.SomeText)
        && value.equals(context.constants().of(b));
  }

  private boolean sameStructure(int a, int b) {
    int size = tree.subtreeEnd(a) - a;
    if (size != tree.subtreeEnd(b) - b) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (tree.symbolId(a + i) != tree.symbolId(b + i)
          || tree.kind(a + i) != tree.kind(b + i)
          || tree.subtreeEnd(a + i) - a != tree.subtreeEnd(b + i) - b
          || (tree.is(a + i, Kind.OTHER) && !tree.rawType(a + i).equals(tree.rawType(b + i)))) {
        return false;
      }
    }
    for (int i = 0; i < size; i++) {
      if (tree.is(a + i, Kind.IDENTIFIER) && !sameDeclaration(a + i, b + i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the node is written as this text: a name, or a literal with this content. */
  boolean isText(int node, String text) {
    return switch (tree.kind(node)) {
      case STRING, IDENTIFIER, ATOM, NUMBER -> tree.symbol(node).equals(text);
      default -> tree.text(node).equals(text);
    };
  }

  private boolean sameDeclaration(int a, int b) {
    int first = context.declarations().of(a);
    if (first == NONE) {
      return true;
    }
    int second = context.declarations().of(b);
    return second == NONE || first == second;
  }
}

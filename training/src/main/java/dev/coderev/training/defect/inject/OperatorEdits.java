package dev.coderev.training.defect.inject;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each operator between two operands, with the others that fit between the same two. */
final class OperatorEdits extends ScopedScanner {

  private static final List<List<String>> GROUPS =
      List.of(
          List.of("&&", "||"),
          List.of("+", "-", "*", "/", "%"),
          List.of("&", "|", "^"),
          List.of("<<", ">>", ">>>"),
          List.of("<", ">", "==", "!="),
          List.of("<=", ">="),
          List.of("==", "!="));

  OperatorEdits(JavaSource java) {
    super(java);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
    int from = java().end(binary.getLeftOperand());
    int to = java().start(binary.getRightOperand());
    if (from > 0 && to > from) {
      String between = java().text().substring(from, to);
      String operator = between.strip();
      GROUPS.stream()
          .filter(group -> group.contains(operator) && fits(group, binary))
          .findFirst()
          .ifPresent(group -> {
            int start = from + between.indexOf(operator);
            for (String other : group) {
              if (!other.equals(operator)) {
                edit(start, start + operator.length(), other);
              }
            }
          });
    }
    return super.visitBinary(binary, null);
  }

  /** Sums may be of texts, and equality of references: there a number must be in sight. */
  private boolean fits(List<String> group, BinaryTree binary) {
    boolean numbers = counts(binary.getLeftOperand()) || counts(binary.getRightOperand());
    return switch (group.getFirst()) {
      case "+" ->
          binary.getKind() != Tree.Kind.PLUS
              || (counts(binary.getLeftOperand()) && counts(binary.getRightOperand()));
      case "<" ->
          numbers
              || binary.getKind() == Tree.Kind.LESS_THAN
              || binary.getKind() == Tree.Kind.GREATER_THAN;
      default -> true;
    };
  }

  private boolean counts(ExpressionTree operand) {
    return isNumber(operand)
        || (operand instanceof LiteralTree literal && literal.getKind() == Tree.Kind.INT_LITERAL);
  }
}

package dev.coderev.training.defect.inject;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import org.jspecify.annotations.Nullable;

/**
 * Bounds that include or leave out their end, and indices, arguments, loop starts and sides of
 * comparisons, one more and one less.
 */
final class OffByOneEdits extends ScopedScanner {

  private static final int LARGEST = 9;

  OffByOneEdits(JavaSource java) {
    super(java);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
    switch (binary.getKind()) {
      case LESS_THAN -> bound(binary, "<", "<=");
      case LESS_THAN_EQUAL -> bound(binary, "<=", "<");
      case GREATER_THAN -> bound(binary, ">", ">=");
      case GREATER_THAN_EQUAL -> bound(binary, ">=", ">");
      default -> {
        // no comparison by size
      }
    }
    return super.visitBinary(binary, null);
  }

  private void bound(BinaryTree binary, String operator, String other) {
    int from = java().end(binary.getLeftOperand());
    String between = java().text().substring(from, java().start(binary.getRightOperand()));
    if (between.strip().equals(operator)) {
      int start = from + between.indexOf(operator);
      edit(start, start + operator.length(), other);
    }
    shift(binary.getRightOperand());
  }

  @Override
  public @Nullable Void visitArrayAccess(ArrayAccessTree access, @Nullable Void nothing) {
    shift(access.getIndex());
    return super.visitArrayAccess(access, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    call.getArguments().forEach(this::shift);
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
    for (StatementTree start : loop.getInitializer()) {
      if (start instanceof VariableTree variable && variable.getInitializer() != null) {
        shift(variable.getInitializer());
      }
    }
    return super.visitForLoop(loop, null);
  }

  private void shift(ExpressionTree number) {
    int from = java().start(number);
    int to = java().end(number);
    if (number instanceof LiteralTree literal && literal.getValue() instanceof Integer value) {
      if (value >= 0 && value <= LARGEST && java().textOf(number).equals(value.toString())) {
        edit(from, to, String.valueOf(value + 1));
        if (value > 0) {
          edit(from, to, String.valueOf(value - 1));
        }
      }
    } else if (isNumber(number)) {
      String name = java().textOf(number);
      edit(from, to, name + " + 1");
      edit(from, to, name + " - 1");
    } else if (number instanceof BinaryTree sum && isNumber(sum.getLeftOperand())) {
      one(sum, from, to);
    }
  }

  private void one(BinaryTree sum, int from, int to) {
    String name = java().textOf(sum.getLeftOperand());
    boolean plus = sum.getKind() == Tree.Kind.PLUS;
    if (java().textOf(sum).equals(name + (plus ? " + 1" : " - 1"))) {
      edit(from, to, name);
      edit(from, to, name + (plus ? " - 1" : " + 1"));
    }
  }
}

package dev.coderev.training.defect.inject;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each pair of arguments of a call that have the same type and differ, exchanged. */
final class ArgumentEdits extends ScopedScanner {

  /** Calls that mean the same either way round. */
  private static final Set<String> SYMMETRIC = Set.of("max", "min", "equals", "hypot");

  ArgumentEdits(JavaSource java) {
    super(java);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    String select = java().textOf(call.getMethodSelect());
    if (!SYMMETRIC.contains(select.substring(select.lastIndexOf('.') + 1))) {
      swaps(call.getArguments());
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void nothing) {
    swaps(creation.getArguments());
    return super.visitNewClass(creation, null);
  }

  /** All swaps of a call have the same place: from its first to its last argument. */
  private void swaps(List<? extends ExpressionTree> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      for (int j = i + 1; j < arguments.size(); j++) {
        if (alike(arguments.get(i), arguments.get(j))) {
          swap(arguments, i, j);
        }
      }
    }
  }

  private void swap(List<? extends ExpressionTree> arguments, int left, int right) {
    int from = java().start(arguments.getFirst());
    int to = java().end(arguments.getLast());
    String first = java().textOf(arguments.get(left));
    String second = java().textOf(arguments.get(right));
    String text = java().text();
    edit(
        from,
        to,
        text.substring(from, java().start(arguments.get(left)))
            + second
            + text.substring(java().end(arguments.get(left)), java().start(arguments.get(right)))
            + first
            + text.substring(java().end(arguments.get(right)), to));
  }

  private boolean alike(ExpressionTree left, ExpressionTree right) {
    Optional<String> type = kind(left);
    return type.isPresent()
        && type.equals(kind(right))
        && !java().textOf(left).equals(java().textOf(right));
  }

  private Optional<String> kind(ExpressionTree argument) {
    return argument instanceof LiteralTree literal
        ? switch (literal.getKind()) {
          case INT_LITERAL -> Optional.of("int");
          case LONG_LITERAL -> Optional.of("long");
          case STRING_LITERAL -> Optional.of("String");
          case BOOLEAN_LITERAL -> Optional.of("boolean");
          default -> Optional.empty();
        }
        : type(argument).filter(it -> !it.equals("var"));
  }
}

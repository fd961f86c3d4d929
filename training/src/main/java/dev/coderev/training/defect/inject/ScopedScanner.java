package dev.coderev.training.defect.inject;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.coderev.training.defect.Edit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A walk through one method that knows which parameters and variables can be used where, and
 * collects edits. Bodies of classes inside the method are not walked.
 */
class ScopedScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final Set<String> NUMBERS = Set.of("int", "long", "short", "byte", "char");
  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "short", "byte", "char", "boolean", "float", "double");

  private final JavaSource java;
  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();
  private final List<Edit> edits = new ArrayList<>();

  ScopedScanner(JavaSource java) {
    this.java = java;
  }

  final List<Edit> edits(MethodTree method) {
    scan(method, null);
    return List.copyOf(edits);
  }

  final JavaSource java() {
    return java;
  }

  final void edit(int from, int to, String text) {
    edits.add(new Edit(from, to, text));
  }

  /** The declared type of a parameter or variable that can be used here; empty for all else. */
  final Optional<String> type(ExpressionTree expression) {
    return expression instanceof IdentifierTree name
        ? Optional.ofNullable(inScope().get(name.getName().toString()))
        : Optional.empty();
  }

  final boolean isNumber(ExpressionTree expression) {
    return type(expression).filter(NUMBERS::contains).isPresent();
  }

  final boolean isReference(ExpressionTree expression) {
    return type(expression).filter(type -> !PRIMITIVES.contains(type)).isPresent();
  }

  /** All parameters and variables that can be used here, with their declared types. */
  final Map<String, String> inScope() {
    var all = new LinkedHashMap<String, String>();
    scopes.descendingIterator().forEachRemaining(all::putAll);
    return all;
  }

  private @Nullable Void scoped(Supplier<@Nullable Void> walk) {
    scopes.push(new LinkedHashMap<>());
    walk.get();
    scopes.pop();
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    return scoped(() -> {
      scan(method.getParameters(), null);
      return scan(method.getBody(), null);
    });
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
    scan(variable.getInitializer(), null);
    if (variable.getType() != null && java.end(variable.getType()) > 0 && !scopes.isEmpty()) {
      scopes.element().put(variable.getName().toString(), java.textOf(variable.getType()).strip());
    }
    return null;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
    return scoped(() -> super.visitBlock(block, null));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
    return scoped(() -> super.visitForLoop(loop, null));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void nothing) {
    return scoped(() -> super.visitEnhancedForLoop(loop, null));
  }

  @Override
  public @Nullable Void visitTry(TryTree statement, @Nullable Void nothing) {
    return scoped(() -> super.visitTry(statement, null));
  }

  @Override
  public @Nullable Void visitCatch(CatchTree clause, @Nullable Void nothing) {
    return scoped(() -> super.visitCatch(clause, null));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void nothing) {
    return scoped(() -> super.visitLambdaExpression(lambda, null));
  }

  @Override
  public @Nullable Void visitClass(ClassTree inner, @Nullable Void nothing) {
    return null;
  }
}

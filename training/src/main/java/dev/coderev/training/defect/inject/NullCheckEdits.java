package dev.coderev.training.defect.inject;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks against null, taken out or put in: {@code x != null &&} or {@code x == null ||} before a
 * condition that uses a member of x, and {@code if (x != null) {…}} around one statement that does.
 */
final class NullCheckEdits extends ScopedScanner {

  private static final Tree.Kind EQUAL = Tree.Kind.EQUAL_TO;
  private static final String STEP = "    ";

  private final boolean dropping;
  private final Set<StatementTree> inBlocks = new LinkedHashSet<>();

  /**
   * @param dropping whether checks are taken out; otherwise they are put in
   */
  NullCheckEdits(JavaSource java, boolean dropping) {
    super(java);
    this.dropping = dropping;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
    Tree.Kind chain = binary.getKind();
    if (chain == Tree.Kind.CONDITIONAL_AND || chain == Tree.Kind.CONDITIONAL_OR) {
      if (dropping) {
        ExpressionTree last = lastOf(chain, binary.getLeftOperand());
        boolean checks =
            check(last, chain == Tree.Kind.CONDITIONAL_AND ? Tree.Kind.NOT_EQUAL_TO : EQUAL)
                .isPresent();
        if (checks) {
          edit(java().start(last), java().start(binary.getRightOperand()), "");
        }
      } else {
        guardCondition(binary.getLeftOperand());
        guardCondition(binary.getRightOperand());
      }
    }
    return super.visitBinary(binary, null);
  }

  /** The condition right before the last one of a chain. */
  private static ExpressionTree lastOf(Tree.Kind chain, ExpressionTree left) {
    return left instanceof BinaryTree longer && longer.getKind() == chain
        ? longer.getRightOperand()
        : left;
  }

  /** The x of {@code x != null} or {@code x == null}. */
  private Optional<String> check(ExpressionTree condition, Tree.Kind comparison) {
    return condition instanceof BinaryTree test
            && test.getKind() == comparison
            && test.getLeftOperand() instanceof IdentifierTree name
            && mayBeNull(name)
            && test.getRightOperand() instanceof LiteralTree literal
            && literal.getKind() == Tree.Kind.NULL_LITERAL
        ? Optional.of(name.getName().toString())
        : Optional.empty();
  }

  /** Fields are not declared in the method: any other name that is not spelt like a type. */
  private boolean mayBeNull(IdentifierTree name) {
    String text = name.getName().toString();
    return isReference(name)
        || (type(name).isEmpty()
            && Character.isLowerCase(text.charAt(0))
            && !text.equals("this")
            && !text.equals("super"));
  }

  private void guardCondition(ExpressionTree condition) {
    if (!(condition instanceof BinaryTree chain)
        || (chain.getKind() != Tree.Kind.CONDITIONAL_AND
            && chain.getKind() != Tree.Kind.CONDITIONAL_OR)) {
      int at = java().start(condition);
      for (String name : used(condition)) {
        edit(at, at, name + " != null && ");
        edit(at, at, name + " == null || ");
      }
    }
  }

  @Override
  public @Nullable Void visitIf(IfTree statement, @Nullable Void nothing) {
    if (statement.getCondition() instanceof ParenthesizedTree condition) {
      if (dropping) {
        unwrap(statement, condition.getExpression());
      } else {
        guardCondition(condition.getExpression());
      }
    }
    return super.visitIf(statement, null);
  }

  private void unwrap(IfTree statement, ExpressionTree condition) {
    if (statement.getElseStatement() == null
        && statement.getThenStatement() instanceof BlockTree block
        && block.getStatements().size() == 1
        && block.getStatements().getFirst() instanceof ExpressionStatementTree only) {
      check(condition, Tree.Kind.NOT_EQUAL_TO)
          .filter(name ->
              java().textOf(statement).equals(wrapped(name, java().textOf(only), statement)))
          .ifPresent(
              name -> edit(java().start(statement), java().end(statement), java().textOf(only)));
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
    inBlocks.addAll(block.getStatements());
    return super.visitBlock(block, null);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, @Nullable Void nothing) {
    String text = java().textOf(statement);
    if (!dropping && inBlocks.contains(statement) && text.indexOf('\n') < 0) {
      for (String name : used(statement.getExpression())) {
        edit(java().start(statement), java().end(statement), wrapped(name, text, statement));
      }
    }
    return super.visitExpressionStatement(statement, null);
  }

  private String wrapped(String name, String only, StatementTree place) {
    int start = java().start(place);
    String before = java().text().substring(java().text().lastIndexOf('\n', start) + 1, start);
    String indent = before.isBlank() ? before : "";
    return "if (" + name + " != null) {\n" + indent + STEP + only + "\n" + indent + "}";
  }

  /** The parameters and variables whose members an expression uses. */
  private Set<String> used(ExpressionTree expression) {
    var names = new LinkedHashSet<String>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void nothing) {
        if (member.getExpression() instanceof IdentifierTree name && mayBeNull(name)) {
          names.add(name.getName().toString());
        }
        return super.visitMemberSelect(member, null);
      }
    }.scan(expression, null);
    return names;
  }
}

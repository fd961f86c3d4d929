package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SourcePositions;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers statements. */
abstract class StatementLowering extends ExpressionLowering {
  StatementLowering(
      JavaText text, CompilationUnitTree unit, SourcePositions positions, TreeBuilder builder) {
    super(text, unit, positions, builder);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Role role) {
    open(Kind.BLOCK, role, tree);
    lowerAll(tree.getStatements(), Role.STATEMENT);
    return close(tree);
  }

  @Override
  public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, Role role) {
    open(Kind.EXPRESSION_STATEMENT, role, tree);
    lowerFirst(tree, tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, Role role) {
    open(Kind.IF, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getThenStatement(), Role.THEN);
    lower(tree.getElseStatement(), Role.ELSE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, Role role) {
    open(Kind.WHILE, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Role role) {
    open(Kind.DO_WHILE, role, tree);
    lower(tree.getStatement(), Role.BODY);
    lower(tree.getCondition(), Role.CONDITION);
    return close(tree);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, Role role) {
    open(Kind.FOR, role, tree);
    for (StatementTree init : tree.getInitializer()) {
      lowerUnwrapped(init, Role.INIT);
    }
    lower(tree.getCondition(), Role.CONDITION);
    for (StatementTree update : tree.getUpdate()) {
      lowerUnwrapped(update, Role.UPDATE);
    }
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  void lowerUnwrapped(StatementTree tree, Role role) {
    lower(tree instanceof ExpressionStatementTree wrapped ? wrapped.getExpression() : tree, role);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Role role) {
    open(Kind.FOR_EACH, role, tree);
    lower(tree.getVariable(), Role.NAME);
    lower(tree.getExpression(), Role.ITERABLE);
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Role role) {
    builder.symbol(open(Kind.LABELED, role, tree), tree.getLabel().toString());
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Role role) {
    return switching(tree, tree.getExpression(), tree.getCases(), role);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Role role) {
    return switching(tree, tree.getExpression(), tree.getCases(), role);
  }

  @Nullable Void switching(
      Tree tree, ExpressionTree subject, List<? extends CaseTree> cases, Role role) {
    open(Kind.SWITCH, role, tree);
    lower(subject, Role.VALUE);
    lowerAll(cases, Role.CASE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, Role role) {
    int node = open(Kind.CASE, role, tree);
    int header = start(tree);
    for (CaseLabelTree label : tree.getLabels()) {
      header = Math.max(header, end(label));
      switch (label) {
        case DefaultCaseLabelTree _ -> {}
        case ConstantCaseLabelTree constant -> lower(constant.getConstantExpression(), Role.LABEL);
        case PatternCaseLabelTree pattern -> lower(pattern.getPattern(), Role.LABEL);
        default -> lower(label, Role.LABEL);
      }
    }
    lower(tree.getGuard(), Role.GUARD);
    header = endOr(tree.getGuard(), header);
    if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
      builder.symbol(node, "->");
      Tree body = tree.getBody();
      if (body instanceof BlockTree) {
        lower(body, Role.BODY);
      } else if (body != null) {
        builder.open(Kind.BLOCK, Role.BODY, start(body));
        if (body instanceof ExpressionTree) {
          open(Kind.EXPRESSION_STATEMENT, Role.STATEMENT, body);
          lower(body, Role.VALUE);
          close(body);
        } else {
          lower(body, Role.STATEMENT);
        }
        builder.close(end(body));
      }
    } else {
      List<? extends StatementTree> statements = tree.getStatements();
      int from = statements == null || statements.isEmpty() ? header : start(statements.getFirst());
      builder.open(Kind.BLOCK, Role.BODY, from);
      lowerAll(statements, Role.STATEMENT);
      builder.close(end(tree));
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Role role) {
    builder.symbol(open(Kind.YIELD, role, tree), "yield");
    lower(tree.getValue(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, Role role) {
    open(Kind.SYNCHRONIZED, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    lower(tree.getBlock(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Role role) {
    open(Kind.TRY, role, tree);
    lowerAll(tree.getResources(), Role.RESOURCE);
    lower(tree.getBlock(), Role.BODY);
    lowerAll(tree.getCatches(), Role.CATCH);
    lower(tree.getFinallyBlock(), Role.FINALLY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, Role role) {
    open(Kind.CATCH, role, tree);
    variable(tree.getParameter(), Kind.PARAMETER, Role.PARAMETER);
    lower(tree.getBlock(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Role role) {
    open(Kind.RETURN, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, Role role) {
    open(Kind.THROW, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, Role role) {
    open(Kind.ASSERT, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getDetail(), Role.MESSAGE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Role role) {
    return leaf(Kind.BREAK, role, tree.getLabel() == null ? "" : tree.getLabel().toString(), tree);
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Role role) {
    return leaf(
        Kind.CONTINUE, role, tree.getLabel() == null ? "" : tree.getLabel().toString(), tree);
  }

  @Override
  public @Nullable Void visitEmptyStatement(EmptyStatementTree tree, Role role) {
    return leaf(Kind.EMPTY, role, "", tree);
  }
}

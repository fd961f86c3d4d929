package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.binding.Grammar;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** A grammar together with how its trees are lowered; safe to share. */
public final class BoundGrammar {
  /** Deeper nesting becomes a leaf, with a note. */
  public static final int DEPTH_LIMIT = 3000;

  /** Trees up to this depth fit the smallest usual stack of a thread. */
  private static final int DEPTH_FOR_ANY_STACK = 250;

  private static final long DEEP_STACK_BYTES = 128L << 20;

  private final Grammar grammar;
  private final @Nullable Construct[] constructs;
  private final boolean[] bareExpressions;

  public BoundGrammar(Grammar grammar, Constructs constructs) {
    this.grammar = grammar;
    this.constructs = constructs.bySymbol(grammar);
    this.bareExpressions = constructs.bareExpressions(grammar);
  }

  public Grammar grammar() {
    return grammar;
  }

  @Nullable Construct construct(int symbol) {
    return symbol < constructs.length ? constructs[symbol] : null;
  }

  /** Whether nodes of this type become a statement only by a wrapper. */
  boolean isBareExpression(int symbol) {
    return symbol < bareExpressions.length && bareExpressions[symbol];
  }

  /** Lowers the whole of {@code tree}, which was made from the text of {@code file}. */
  public SyntaxTree lower(ConcreteTree tree, SourceFile file) {
    Lowering lowering = new Lowering(this, tree, file);
    if (tree.depth() <= DEPTH_FOR_ANY_STACK) {
      return lowering.run();
    }
    return onDeepStack(lowering);
  }

  private static SyntaxTree onDeepStack(Lowering lowering) {
    var outcome =
        new Object() {
          @Nullable SyntaxTree tree;
          @Nullable Throwable failure;
        };
    Thread thread =
        new Thread(null, () -> outcome.tree = lowering.run(), "lowering", DEEP_STACK_BYTES);
    thread.setUncaughtExceptionHandler((dead, failure) -> outcome.failure = failure);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    SyntaxTree tree = outcome.tree;
    if (tree == null) {
      throw new IllegalStateException("lowering failed", outcome.failure);
    }
    return tree;
  }
}

package dev.coderev.analysis.parse.javac;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Java, parsed by javac and never attributed: no class path, no annotation processing, and an
 * incomplete file gives the tree of what is there.
 *
 * <p>Files without a class of their own (JEP 512) keep their members directly below the root, so a
 * lone method is a tree too.
 */
public final class JavacParser implements SourceParser {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Reserved, not used: deep code needs deep recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private final JavaCompiler compiler;
  private final Duration patience;
  private final long stackBytes;

  /** Sessions that wait for a file; whoever takes one out has it alone. */
  private final Deque<JavacSession> idle = new ConcurrentLinkedDeque<>();

  /**
   * Finds the compiler of the running JDK.
   *
   * @throws ParseFailure if this is a run-time image without the module {@code jdk.compiler}
   */
  public JavacParser() {
    this(PATIENCE, STACK_BYTES);
  }

  /**
   * @param patience how long a parser without work stays ready
   * @param stackBytes how much memory nesting may take
   */
  JavacParser(Duration patience, long stackBytes) {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new ParseFailure("this Java has no compiler: run CodeRev on a full JDK 25");
    }
    this.compiler = found;
    this.patience = patience;
    this.stackBytes = stackBytes;
  }

  @Override
  public SyntaxTree parse(SourceFile file) {
    JavacSession waiting = idle.pollFirst();
    JavacSession session = waiting == null ? start() : waiting;
    SyntaxTree tree = session.parse(file);
    if (session.isOpen()) {
      idle.addFirst(session);
    }
    return tree;
  }

  private JavacSession start() {
    JavacSession session = new JavacSession(compiler, patience, idle::remove);
    session.start(stackBytes);
    return session;
  }
}

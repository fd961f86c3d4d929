package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.analysis.tree.TreeBuilder;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java, parsed by javac and never attributed: no class path, no annotation processing, and an
 * incomplete file gives the tree of what is there.
 *
 * <p>Files without a class of their own (JEP 512) keep their members directly below the root, so a
 * lone method is a tree too.
 */
public final class JavacParser implements SourceParser {
  private static final int MAX_NOTES = 20;

  /** Folding of string literals is off so that every literal keeps its own node. */
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-XDallowStringFolding=false", "-Xlint:none", "-nowarn");

  private final JavaCompiler compiler;
  private final ThreadLocal<StandardJavaFileManager> fileManagers;

  /**
   * Finds the compiler of the running JDK.
   *
   * @throws ParseFailure if this is a run-time image without the module {@code jdk.compiler}
   */
  public JavacParser() {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new ParseFailure("this Java has no compiler: run CodeRev on a full JDK 25");
    }
    compiler = found;
    fileManagers =
        ThreadLocal.withInitial(() -> compiler.getStandardFileManager(_ -> {}, Locale.ROOT, null));
  }

  @Override
  public SyntaxTree parse(SourceFile file) {
    List<Diagnostic<? extends JavaFileObject>> problems = new ArrayList<>();
    try {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  fileManagers.get(),
                  problems::add,
                  OPTIONS,
                  null,
                  List.of(new Text(file)));
      CompilationUnitTree unit = task.parse().iterator().next();
      TreeBuilder builder = new TreeBuilder(file);
      new JavaLowering(file, unit, Trees.instance(task).getSourcePositions(), builder).lower();
      problems.stream()
          .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
          .limit(MAX_NOTES)
          .forEach(problem -> note(builder, file, problem));
      return builder.build();
    } catch (StackOverflowError _) {
      throw nestedTooDeeply();
    } catch (IOException | RuntimeException e) {
      throw e.getCause() instanceof StackOverflowError
          ? nestedTooDeeply()
          : new ParseFailure("the Java parser gave up: " + e, e);
    }
  }

  private static ParseFailure nestedTooDeeply() {
    return new ParseFailure("nested too deeply for the Java parser");
  }

  private static void note(
      TreeBuilder builder, SourceFile file, Diagnostic<? extends JavaFileObject> problem) {
    int length = file.text().length();
    int start = Math.clamp(problem.getStartPosition(), 0, length);
    int end = Math.clamp(problem.getEndPosition(), start, length);
    builder.note(start, end, problem.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
  }

  /** A file object over text in memory; its name is that of the class JEP 512 makes up. */
  private static final class Text extends SimpleJavaFileObject {
    private final SourceFile file;

    Text(SourceFile file) {
      super(URI.create("string:///" + JavaLowering.IMPLICIT_CLASS + ".java"), Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }
}

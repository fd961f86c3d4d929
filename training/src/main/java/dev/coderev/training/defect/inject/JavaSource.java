package dev.coderev.training.defect.inject;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A Java file as a tree with places: parsed, nothing more. */
final class JavaSource {

  private static final @Nullable JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all parses, which take turns: it costs more than a parse. */
  private static final @Nullable JavaFileManager FILES =
      COMPILER == null ? null : COMPILER.getStandardFileManager(null, null, null);

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private JavaSource(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  /** The tree of a text; empty when it is not Java that this JDK reads without an error. */
  static synchronized Optional<JavaSource> parse(String text) {
    if (COMPILER == null) {
      throw new TrainingException("defect tasks need a JDK; this Java runtime has no compiler");
    }
    var broken = new AtomicBoolean();
    var task =
        (JavacTask)
            COMPILER.getTask(
                null,
                FILES,
                diagnostic -> {
                  if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    broken.set(true);
                  }
                },
                List.of("-proc:none"),
                null,
                List.of(new InMemory(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return broken.get()
          ? Optional.empty()
          : Optional.of(new JavaSource(text, unit, Trees.instance(task).getSourcePositions()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException | AssertionError e) {
      return Optional.empty();
    }
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(String text) {
      super(URI.create("memory:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  String text() {
    return text;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  String textOf(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  /**
   * All methods with a body, constructors aside; those inside a method's body are not looked for.
   */
  List<MethodTree> methods() {
    var methods = new ArrayList<MethodTree>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        if (method.getBody() != null && method.getReturnType() != null) {
          methods.add(method);
        }
        return null;
      }
    }.scan(unit, null);
    return methods;
  }
}

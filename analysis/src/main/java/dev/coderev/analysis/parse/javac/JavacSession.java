package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.analysis.tree.TreeBuilder;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * One run of javac whose files arrive one by one.
 *
 * <p>Setting javac up takes longer than parsing a small file. So a run is told of many files that
 * do not exist yet, on a thread of its own, and waits for the text of each where it reads it:
 *
 * <pre>
 *   caller                       thread of the session, inside javac
 *   parse(file) ── text ──▶ getCharContent of the next file
 *               ◀── tree ── event: this file is parsed
 * </pre>
 *
 * <p>javac keeps all trees of a run, so a session ends after some files, or when nobody asks.
 */
final class JavacSession {
  /**
   * Folding of string literals is off so that every literal keeps its own node, and nothing to
   * debug means that no table of lines is made.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-XDallowStringFolding=false",
          "-Xlint:none",
          "-nowarn",
          "-g:none",
          "-Xmaxerrs",
          String.valueOf(Integer.MAX_VALUE));

  private static final int MOST_FILES = 256;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MAX_NOTES = 20;

  private final JavaCompiler compiler;
  private final Duration patience;
  private final Predicate<JavacSession> retire;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();

  // Written by the session's thread alone; callers read after their result.
  private int charactersLeft = MOST_CHARACTERS;
  private int filesLeft = MOST_FILES;
  private boolean open = true;
  private @Nullable Job current;

  /**
   * A session that is still to be started.
   *
   * @param patience how long it waits for the next file before it asks whether to go on
   * @param retire whether it may end; if so, no further file may come
   */
  JavacSession(JavaCompiler compiler, Duration patience, Predicate<JavacSession> retire) {
    this.compiler = compiler;
    this.patience = patience;
    this.retire = retire;
  }

  void start(long stackBytes) {
    Thread thread = new Thread(null, this::run, "javac", stackBytes);
    thread.setDaemon(true);
    thread.start();
  }

  /** One file's tree. For one caller at a time, while it {@link #isOpen}. */
  SyntaxTree parse(SourceFile file) {
    Job job = new Job(file);
    jobs.add(job);
    try {
      return job.result.join();
    } catch (CompletionException e) {
      throw failure(e);
    }
  }

  /** Whether it takes another file; where not, it has ended. */
  boolean isOpen() {
    return open;
  }

  private static ParseFailure failure(CompletionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    boolean deep =
        cause instanceof StackOverflowError || cause.getCause() instanceof StackOverflowError;
    return deep
        ? new ParseFailure("nested too deeply for the Java parser")
        : new ParseFailure("the Java parser gave up: " + cause, cause);
  }

  // ---- on the session's thread ----------------------------------------------------------------

  private void run() {
    try {
      current = await();
      List<Text> texts = Stream.generate(Text::new).limit(MOST_FILES).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(), new NoFiles(), this::problem, OPTIONS, null, texts);
      task.addTaskListener(new Parsed(Trees.instance(task).getSourcePositions()));
      task.parse();
    } catch (IOException | RuntimeException | Error e) {
      Job failed = current;
      if (failed != null) {
        open = false;
        failed.result.completeExceptionally(e);
      }
    }
  }

  private Job await() {
    while (open) {
      try {
        Job job = jobs.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (job != null) {
          return job;
        }
        open = !retire.test(this);
      } catch (InterruptedException _) {
        // Nobody owns this thread but the session, so nobody has a reason to interrupt it.
      }
    }
    throw new Ended();
  }

  private CharSequence nextText() {
    Job job = current == null ? await() : current;
    current = job;
    return job.text.withoutDocComments();
  }

  private void problem(Diagnostic<? extends JavaFileObject> problem) {
    Job job = current;
    if (job != null
        && problem.getKind() == Diagnostic.Kind.ERROR
        && job.problems.size() < MAX_NOTES) {
      job.problems.add(problem);
    }
  }

  private void parsed(CompilationUnitTree unit, SourcePositions positions) {
    Job job = current;
    if (job == null) {
      return;
    }
    TreeBuilder builder = new TreeBuilder(job.file);
    new JavaLowering(job.text, unit, positions, builder).lower();
    job.problems.forEach(problem -> note(builder, job.file, problem));
    SyntaxTree tree = builder.build();
    filesLeft--;
    charactersLeft -= job.file.text().length();
    open = filesLeft > 0 && charactersLeft > 0;
    current = null;
    job.result.complete(tree);
  }

  private static void note(
      TreeBuilder builder, SourceFile file, Diagnostic<? extends JavaFileObject> problem) {
    int length = file.text().length();
    int start = Math.clamp(problem.getStartPosition(), 0, length);
    int end = Math.clamp(problem.getEndPosition(), start, length);
    builder.note(start, end, problem.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
  }

  /** A file, its tree once there is one, and what javac said about it. */
  private static final class Job {
    private final SourceFile file;
    private final JavaText text;
    private final CompletableFuture<SyntaxTree> result = new CompletableFuture<>();
    private final List<Diagnostic<? extends JavaFileObject>> problems = new ArrayList<>();

    Job(SourceFile file) {
      this.file = file;
      this.text = new JavaText(file.text());
    }
  }

  /** Lowers each file as soon as it is parsed. */
  private final class Parsed implements TaskListener {
    private final SourcePositions positions;

    Parsed(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.PARSE) {
        parsed(event.getCompilationUnit(), positions);
      }
    }
  }

  /** A file that is still to come; its name is that of the class JEP 512 makes up. */
  private final class Text extends SimpleJavaFileObject {
    Text() {
      super(URI.create("string:///" + JavaLowering.IMPLICIT_CLASS + ".java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return nextText();
    }
  }

  /** Leaves javac when no file comes any more. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Ended() {
      super("the session has ended", null, false, false);
    }
  }
}

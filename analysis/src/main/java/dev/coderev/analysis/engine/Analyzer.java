package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.SourceUnit.Reading;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The engine: rules applied to files.
 *
 * <p>Files are taken by several threads, the largest first so that none is left over at the end,
 * and reported in the order in which they were given. One file at a time and thread is in memory.
 */
public final class Analyzer {
  /** Reserved, not used: deep code needs deep recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private final RuleSetCompiler rules;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final int jobs;

  /**
   * @param jobs how many threads work, at least 1
   */
  public Analyzer(RuleSetCompiler rules, SourceParser parser, AnalysisLimits limits, int jobs) {
    this.rules = rules;
    this.parser = parser;
    this.limits = limits;
    this.jobs = Math.max(1, jobs);
  }

  /**
   * Examines all files. If the calling thread is interrupted, the remaining files are left out and
   * its interrupt flag is set on return.
   */
  public AnalysisReport analyse(List<? extends SourceUnit> units, ProgressListener progress) {
    long start = System.nanoTime();
    Run run = new Run(units, progress);
    run.execute();
    return new AnalysisReport(run.outcomes(), Duration.ofNanos(System.nanoTime() - start));
  }

  /** One file alone, in the calling thread. */
  public FileOutcome analyse(SourceFile file) {
    return examine(file, file.text().length(), "");
  }

  private FileOutcome examine(SourceUnit unit) {
    return switch (unit.read()) {
      case Reading.Skipped(SkipReason reason, String detail) ->
          new FileOutcome.Skipped(unit.path(), reason, detail);
      case Reading.Read(SourceFile file, String note) -> examine(file, unit.expectedBytes(), note);
    };
  }

  private FileOutcome examine(SourceFile file, long bytes, String note) {
    return new FileAnalysis(file, bytes, parser, limits)
        .run(rules.forLanguage(file.language()), note);
  }

  /** One run over many files. */
  private final class Run {
    private final List<? extends SourceUnit> units;
    private final ProgressListener progress;
    private final int[] order;
    private final FileOutcome[] outcomes;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong bytesDone = new AtomicLong();
    private volatile boolean stopped;

    Run(List<? extends SourceUnit> units, ProgressListener progress) {
      this.units = units;
      this.progress = progress;
      this.outcomes = new FileOutcome[units.size()];
      this.order =
          IntStream.range(0, units.size())
              .boxed()
              .sorted(
                  Comparator.comparingLong((Integer i) -> units.get(i).expectedBytes()).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
    }

    void execute() {
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(jobs, units.size()); i++) {
        workers.add(new Thread(null, this::work, "analysis-" + (i + 1), STACK_BYTES));
      }
      workers.forEach(Thread::start);
      for (Thread worker : workers) {
        await(worker);
      }
    }

    private void await(Thread worker) {
      boolean interrupted = false;
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stopped = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void work() {
      int next = taken.getAndIncrement();
      while (next < order.length && !stopped) {
        SourceUnit unit = units.get(order[next]);
        outcomes[order[next]] = safely(unit);
        progress.advanced(
            done.incrementAndGet(), order.length, bytesDone.addAndGet(unit.expectedBytes()));
        next = taken.getAndIncrement();
      }
    }

    /** A file that breaks the engine ends nothing. */
    private FileOutcome safely(SourceUnit unit) {
      try {
        return examine(unit);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return new FileOutcome.Skipped(
            unit.path(), SkipReason.UNREADABLE, "the analysis failed: " + e);
      }
    }

    List<FileOutcome> outcomes() {
      return Arrays.stream(outcomes).filter(outcome -> outcome != null).toList();
    }
  }
}

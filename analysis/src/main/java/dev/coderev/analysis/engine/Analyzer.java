package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.SourceUnit.Reading;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The engine: rules applied to files.
 *
 * <p>Files are taken by several threads, the largest first so that none is left over at the end,
 * and reported in the order in which they were given. One file at a time and thread is in memory.
 */
public final class Analyzer {
  private static final long MOST_BYTES_OF_PROPERTIES = 1 << 20;

  private final RuleSetCompiler rules;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final int jobs;
  private final ResultCache cache;
  private final CachedFiles single;

  /**
   * An engine that remembers nothing.
   *
   * @param jobs how many threads work, at least 1
   */
  public Analyzer(RuleSetCompiler rules, SourceParser parser, AnalysisLimits limits, int jobs) {
    this(rules, parser, limits, jobs, ResultCache.NONE);
  }

  /**
   * @param jobs how many threads work, at least 1
   * @param cache what earlier runs found out
   */
  public Analyzer(
      RuleSetCompiler rules,
      SourceParser parser,
      AnalysisLimits limits,
      int jobs,
      ResultCache cache) {
    this.cache = cache;
    this.single = cache.files(rules, limits, Map.of());
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
    return analyse(units, ProjectContext.NONE, progress);
  }

  /**
   * As {@link #analyse(List, ProgressListener)}.
   *
   * @param context what belongs to the project as well
   */
  public AnalysisReport analyse(
      List<? extends SourceUnit> units, ProjectContext context, ProgressListener progress) {
    long start = System.nanoTime();
    Run run = new Run(units, context, progress);
    run.execute();
    cache.trim();
    return new AnalysisReport(
        run.outcomes(), run.elsewhere(), Duration.ofNanos(System.nanoTime() - start));
  }

  /** One file alone, in the calling thread. */
  public FileOutcome analyse(SourceFile file) {
    int bytes = file.text().length();
    return single.alone(
        file,
        bytes,
        "",
        () ->
            new FileAnalysis(file, bytes, parser, limits)
                .run(rules.forLanguage(file.language()), ""));
  }

  /** One run over many files. */
  private final class Run {
    private final List<? extends SourceUnit> units;
    private final int examined;
    private final List<? extends SourceUnit> data;
    private final ProgressListener progress;
    private final int[] order;
    private final FileOutcome[] outcomes;
    private final @Nullable FileDraft[] drafts;
    private PropertyFiles properties = PropertyFiles.NONE;
    private CachedFiles cached = CachedFiles.NONE;
    private ProjectChances chances = ProjectChances.UNKNOWN;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong bytesDone = new AtomicLong();

    Run(List<? extends SourceUnit> examined, ProjectContext context, ProgressListener progress) {
      List<SourceUnit> all = new ArrayList<>(examined);
      if (limits.acrossFiles()) {
        all.addAll(context.around());
      }
      this.units = all;
      this.examined = examined.size();
      this.data = context.data();
      this.progress = progress;
      this.outcomes = new FileOutcome[units.size()];
      this.drafts = new FileDraft[units.size()];
      this.order =
          IntStream.range(0, units.size())
              .boxed()
              .sorted(
                  Comparator.comparingLong((Integer i) -> units.get(i).expectedBytes()).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
    }

    void execute() {
      Workers workers = new Workers(jobs);
      readProperties();
      if (isProject() && cache == ResultCache.NONE) {
        chances = ProjectChances.of(units, order, rules::forLanguage, workers);
      }
      workers.run(order.length, () -> this::work);
      if (isProject() && !workers.stopped()) {
        new ProjectAnalysis(
                units,
                examined,
                outcomes,
                drafts,
                rules::forLanguage,
                parser,
                limits,
                properties,
                workers,
                cached)
            .complete();
      }
    }

    /** Whether data may lead from one file into another. */
    private boolean isProject() {
      return units.size() > 1 && limits.acrossFiles();
    }

    /** Reads the small files that all others may look something up in, before any of them. */
    private void readProperties() {
      Map<String, String> texts = new HashMap<>();
      List<SourceUnit> all = new ArrayList<>(units);
      all.addAll(data);
      for (SourceUnit unit : all) {
        if (unit.path().endsWith(PropertyFiles.ENDING)
            && unit.expectedBytes() <= MOST_BYTES_OF_PROPERTIES
            && unit.read() instanceof Reading.Read(SourceFile file, _)) {
          texts.put(file.path(), file.text());
        }
      }
      properties = texts.isEmpty() ? PropertyFiles.NONE : new PropertyFiles(texts);
      cached = cache.files(rules, limits, texts);
    }

    private void work(int task) {
      SourceUnit unit = units.get(order[task]);
      outcomes[order[task]] = safely(unit, order[task]);
      progress.advanced(
          done.incrementAndGet(), order.length, bytesDone.addAndGet(unit.expectedBytes()));
    }

    /** A file that breaks the engine ends nothing. */
    private FileOutcome safely(SourceUnit unit, int number) {
      try {
        return examine(unit, number);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return new FileOutcome.Skipped(
            unit.path(), SkipReason.UNREADABLE, "the analysis failed: " + e);
      }
    }

    private FileOutcome examine(SourceUnit unit, int number) {
      return switch (unit.read()) {
        case Reading.Skipped(SkipReason reason, String detail) ->
            new FileOutcome.Skipped(unit.path(), reason, detail);
        case Reading.Read(SourceFile file, String note) -> {
          FileAnalysis analysis =
              new FileAnalysis(file, unit.expectedBytes(), parser, limits, properties);
          LanguageRules applied = rules.forLanguage(file.language());
          if (!isProject()) {
            yield cached.alone(file, unit.expectedBytes(), note, () -> analysis.run(applied, note));
          }
          FileDraft draft =
              number < examined
                  ? cached.draft(
                      file,
                      unit.expectedBytes(),
                      note,
                      number,
                      () ->
                          analysis.draft(
                              applied,
                              chances.in(number, applied, file),
                              chances.follow(file.language()),
                              note,
                              number))
                  : cached.outline(
                      file,
                      unit.expectedBytes(),
                      note,
                      number,
                      () -> analysis.outline(applied, number));
          drafts[number] = draft;
          yield draft.outcome();
        }
      };
    }

    List<FileOutcome> outcomes() {
      return Arrays.stream(outcomes, 0, examined).filter(outcome -> outcome != null).toList();
    }

    List<Finding> elsewhere() {
      return Arrays.stream(outcomes, examined, outcomes.length)
          .filter(outcome -> outcome != null)
          .flatMap(AnalysisReport::findingsOf)
          .toList();
    }
  }
}

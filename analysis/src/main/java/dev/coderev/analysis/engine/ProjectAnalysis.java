package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.FileAnalysis.TaintFindings;
import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.taint.TaintLooks;
import dev.coderev.analysis.taint.TaintMatch;
import dev.coderev.analysis.taint.TaintResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The taint rules on a whole project, after everything else was examined file by file.
 *
 * <pre>
 * sources and sinks of each rule → functions where both come together → data flow from there,
 * through whatever files → findings in the files of their sinks
 * </pre>
 *
 * Used once. Where no limit of time is met, the result depends neither on the number of threads nor
 * on their order.
 */
final class ProjectAnalysis {
  /**
   * Rules times files from which data is followed without cutting. Where there are more, each has
   * its share of the same cost, so that a scan of a large project ends.
   */
  private static final int LOOKS_IN_FULL = 250;

  /** Processor time that looks may take before each of the others gets little. */
  private static final Duration WORK_IN_FULL = Duration.ofSeconds(60);

  /** So much more of it for each file. */
  private static final Duration WORK_FOR_A_FILE = Duration.ofMillis(20);

  /** What a look gets afterwards. */
  private static final Duration SHORT_LOOK = Duration.ofMillis(100);

  /** Steps in which the cost of single looks is cut. */
  private static final double SHARES = 32;

  private static final String LATE = ", after data of the whole project took longer than it may";

  private final List<? extends SourceUnit> units;
  private final int examined;
  private final ProjectOutcomes outcomes;
  private final @Nullable FileDraft[] drafts;
  private final Function<Language, LanguageRules> rules;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final PropertyFiles properties;
  private final Workers workers;
  private final CachedFiles cached;
  private final long mostWork;

  /** The nanoseconds that all looks took so far. */
  private final AtomicLong worked = new AtomicLong();

  /**
   * @param examined how many of the files, the first ones, are examined; the others are around
   * @param outcomes by file, to be completed
   * @param drafts by file, null where a file was not examined
   */
  ProjectAnalysis(
      List<? extends SourceUnit> units,
      int examined,
      FileOutcome[] outcomes,
      @Nullable FileDraft[] drafts,
      Function<Language, LanguageRules> rules,
      SourceParser parser,
      AnalysisLimits limits,
      PropertyFiles properties,
      Workers workers,
      CachedFiles cached) {
    this.units = units;
    this.examined = examined;
    this.outcomes = new ProjectOutcomes(units, outcomes);
    this.drafts = drafts;
    this.rules = rules;
    this.parser = parser;
    this.limits = limits;
    this.properties = properties;
    this.workers = workers;
    this.cached = cached;
    this.mostWork = WORK_IN_FULL.plus(WORK_FOR_A_FILE.multipliedBy(units.size())).toNanos();
  }

  void complete() {
    Map<String, LiveRule> alive = LiveRule.of(drafts, rules);
    if (alive.isEmpty()) {
      return;
    }
    ProjectIndex index = index(alive);
    List<EntryPoints> points =
        EntryPoints.of(
            alive,
            index,
            units.size(),
            examined,
            workers,
            (file, rule, left) ->
                outcomes.cut(
                    file,
                    rule,
                    left + " functions in which data may cross files were not followed"));
    List<Found> results = analyse(points, alive, index);
    report(results, alive);
  }

  // ---- the project ----

  private ProjectIndex index(Map<String, LiveRule> alive) {
    Set<Language> wanted = new HashSet<>();
    alive.values().forEach(rule -> wanted.addAll(rule.languages()));
    @Nullable FileDeclarations[] all = new FileDeclarations[units.size()];
    workers.run(
        units.size(),
        () ->
            number -> {
              FileDraft draft = drafts[number];
              if (draft != null && wanted.contains(draft.language())) {
                all[number] = draft.declarations().or(() -> declared(number)).orElse(null);
              }
            });
    return new ProjectIndex(Arrays.stream(all).filter(Objects::nonNull).toList());
  }

  /** What a file declares that no rule of its own had read. */
  private Optional<FileDeclarations> declared(int number) {
    SourceUnit unit = units.get(number);
    if (!(unit.read() instanceof SourceUnit.Reading.Read(SourceFile file, String note))) {
      return Optional.empty();
    }
    long bytes = unit.expectedBytes();
    return cached
        .outline(
            file,
            bytes,
            note,
            number,
            () ->
                new FileAnalysis(file, bytes, parser, limits, properties)
                    .outline(rules.apply(file.language()), number))
        .declarations();
  }

  // ---- data flow ----

  /** What one rule found from one file on. */
  private record Found(LiveRule rule, List<TaintMatch> matches) {}

  private List<Found> analyse(
      List<EntryPoints> points, Map<String, LiveRule> alive, ProjectIndex index) {
    List<LookRow> rows = LookRow.of(alive.values(), points, file -> units.get(file).path());
    int looks = points.stream().mapToInt(point -> point.entries().size()).sum();
    double share = share(looks);
    KeptRows kept = cached.rows(new ProjectNow(units, index), share);
    List<List<Found>> found = new ArrayList<>(Collections.nCopies(rows.size(), List.of()));
    AtomicLongArray spent = new AtomicLongArray(units.size());
    workers.run(
        rows.size(),
        () -> {
          ProjectFiles loaded = new ProjectFiles(units, parser, properties);
          return number -> {
            LookRow row = rows.get(number);
            List<TaintResult> results =
                kept.find(row)
                    .orElseGet(() -> {
                      RowTrace trace = new RowTrace(row.rule(), loaded, index);
                      RowLooks worked = look(row, trace, share, spent);
                      if (worked.whole()) {
                        kept.keep(row, trace, worked.results());
                      }
                      return worked.results();
                    });
            found.set(number, wanted(row, results));
          };
        });
    return found.stream().flatMap(List::stream).toList();
  }

  /**
   * Each look's share of the ordinary cost, in steps, so that an entry more or less is rarely felt.
   */
  private static double share(int looks) {
    return Math.min(1.0, Math.ceil(SHARES * LOOKS_IN_FULL / Math.max(1, looks)) / SHARES);
  }

  private List<Found> wanted(LookRow row, List<TaintResult> results) {
    List<Found> wanted = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (row.points().get(i).wanted()) {
        results.get(i).omissions().forEach(outcomes::note);
        wanted.add(new Found(row.rule(), results.get(i).matches()));
      }
    }
    return wanted;
  }

  /**
   * What a row of looks came to.
   *
   * @param results by point
   * @param whole whether nothing was cut short by time or failures
   */
  private record RowLooks(List<TaintResult> results, boolean whole) {}

  /**
   * @param spent by file, the nanoseconds that all looks at it took
   */
  private RowLooks look(LookRow row, RowTrace trace, double share, AtomicLongArray spent) {
    LiveRule rule = row.rule();
    Map<Language, TaintLooks> byLanguage = new EnumMap<>(Language.class);
    List<TaintResult> results = new ArrayList<>();
    boolean whole = true;
    for (LookRow.Point point : row.points()) {
      Language language = Objects.requireNonNull(drafts[point.file()]).language();
      Optional<TaintResult> result =
          rule.in(language)
              .map(taint ->
                  byLanguage.computeIfAbsent(
                      language, _ -> new TaintLooks(taint, trace, rule::in, trace, share)))
              .map(looks -> look(looks, rule.id(), point, spent))
              .orElse(Optional.of(TaintResult.NOTHING));
      whole &= result.isPresent();
      results.add(result.orElse(TaintResult.NOTHING));
    }
    return new RowLooks(results, whole);
  }

  private Optional<TaintResult> look(
      TaintLooks looks, String rule, LookRow.Point point, AtomicLongArray spent) {
    int file = point.file();
    boolean late = worked.get() > mostWork;
    AnalysisLimits allowed = late ? limits.withRule(SHORT_LOOK) : limits;
    RuleTime time = new RuleTime(allowed, limits.perFile().minusNanos(spent.get(file)));
    if (time.isOver()) {
      outcomes.cut(file, rule, time.exceeded());
      return Optional.empty();
    }
    Deadline deadline = Deadline.afterWork(time.given());
    try {
      return Optional.of(looks.at(file, point.entries(), deadline));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      outcomes.cut(file, rule, late ? time.reason(e) + LATE : time.reason(e));
    } finally {
      spent.addAndGet(file, deadline.spent().toNanos());
      worked.addAndGet(deadline.spent().toNanos());
    }
    return Optional.empty();
  }

  // ---- findings ----

  private void report(List<Found> results, Map<String, LiveRule> alive) {
    Map<Integer, Map<String, List<TaintMatch>>> bySink = new TreeMap<>();
    for (Found result : results) {
      for (TaintMatch match : result.matches()) {
        SourceFile sink = match.file();
        if (result.rule().isFor(sink.language(), sink.path())) {
          outcomes
              .number(sink.path())
              .ifPresent(file ->
                  bySink
                      .computeIfAbsent(file, _ -> new TreeMap<>())
                      .computeIfAbsent(result.rule().id(), _ -> new ArrayList<>())
                      .add(match));
        }
      }
    }
    List<Map.Entry<Integer, Map<String, List<TaintMatch>>>> files = List.copyOf(bySink.entrySet());
    workers.run(
        files.size(),
        () ->
            number -> {
              Map.Entry<Integer, Map<String, List<TaintMatch>>> entry = files.get(number);
              complete(entry.getKey(), entry.getValue(), alive);
            });
  }

  private void complete(
      int file, Map<String, List<TaintMatch>> matches, Map<String, LiveRule> alive) {
    List<TaintFindings> all = new ArrayList<>();
    SourceFile source = null;
    for (Map.Entry<String, List<TaintMatch>> ofRule : matches.entrySet()) {
      source = ofRule.getValue().getFirst().file();
      LiveRule rule = Objects.requireNonNull(alive.get(ofRule.getKey()));
      RuleEntry entry = rule.entry(source.language());
      all.add(new TaintFindings(entry.compiled().rule(), shortest(ofRule.getValue())));
    }
    Optional<Analysed> before = outcomes.analysed(file);
    if (source != null && before.isPresent()) {
      FileAnalysis analysis =
          new FileAnalysis(source, before.get().bytes(), parser, limits, properties);
      if (analysis.withTaint(all) instanceof Analysed more) {
        outcomes.merge(file, more);
      }
    }
  }

  /** One match for each sink: by its shortest way, then by where that begins. */
  private static List<TaintMatch> shortest(List<TaintMatch> matches) {
    Comparator<TaintMatch> order =
        Comparator.comparing((TaintMatch match) -> match.sink().range())
            .thenComparingInt(match -> match.steps().size())
            .thenComparing(match -> match.source().file().path())
            .thenComparing(match -> match.source().range())
            .thenComparing(match -> match.steps().toString());
    List<TaintMatch> sorted = matches.stream().sorted(order).toList();
    List<TaintMatch> kept = new ArrayList<>();
    for (TaintMatch match : sorted) {
      if (kept.isEmpty() || !kept.getLast().sink().range().equals(match.sink().range())) {
        kept.add(match);
      }
    }
    return kept;
  }
}

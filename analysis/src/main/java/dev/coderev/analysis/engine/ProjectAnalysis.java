package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.FileAnalysis.TaintFindings;
import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.project.DeclarationReader;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.taint.TaintLooks;
import dev.coderev.analysis.taint.TaintMatch;
import dev.coderev.analysis.taint.TaintResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  /** Looks that serve each other; the same for any number of threads. */
  private static final int LOOKS_IN_A_ROW = 48;

  private final List<? extends SourceUnit> units;
  private final int examined;
  private final ProjectOutcomes outcomes;
  private final @Nullable FileDraft[] drafts;
  private final Function<Language, LanguageRules> rules;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final PropertyFiles properties;
  private final Workers workers;

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
      Workers workers) {
    this.units = units;
    this.examined = examined;
    this.outcomes = new ProjectOutcomes(units, outcomes);
    this.drafts = drafts;
    this.rules = rules;
    this.parser = parser;
    this.limits = limits;
    this.properties = properties;
    this.workers = workers;
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
    List<TaskResult> results = analyse(points, alive, index);
    report(results, alive);
  }

  // ---- the project ----

  private ProjectIndex index(Map<String, LiveRule> alive) {
    Set<Language> wanted = new HashSet<>();
    alive.values().forEach(rule -> wanted.addAll(rule.languages()));
    @Nullable FileDeclarations[] all = new FileDeclarations[units.size()];
    workers.run(
        units.size(),
        () -> {
          ProjectFiles loaded = new ProjectFiles(ProjectIndex.EMPTY, units, parser, properties);
          return number -> {
            FileDraft draft = drafts[number];
            if (draft != null && wanted.contains(draft.language())) {
              all[number] =
                  draft
                      .declarations()
                      .or(() ->
                          loaded
                              .file(number)
                              .flatMap(FileContext::tree)
                              .map(tree -> DeclarationReader.read(number, tree)))
                      .orElse(null);
            }
          };
        });
    return new ProjectIndex(Arrays.stream(all).filter(Objects::nonNull).toList());
  }

  // ---- data flow ----

  /** What one rule found from one file on. */
  private record TaskResult(LiveRule rule, List<TaintMatch> matches) {}

  /** Some files in a row that one rule looks at. */
  private record Task(LiveRule rule, List<EntryPoints> points) {}

  private List<TaskResult> analyse(
      List<EntryPoints> points, Map<String, LiveRule> alive, ProjectIndex index) {
    List<Task> tasks = new ArrayList<>();
    for (LiveRule rule : alive.values()) {
      List<EntryPoints> ofRule =
          points.stream().filter(point -> point.entries().containsKey(rule.id())).toList();
      for (int first = 0; first < ofRule.size(); first += LOOKS_IN_A_ROW) {
        int end = Math.min(ofRule.size(), first + LOOKS_IN_A_ROW);
        tasks.add(new Task(rule, ofRule.subList(first, end)));
      }
    }
    List<List<TaskResult>> results = new ArrayList<>();
    tasks.forEach(_ -> results.add(new ArrayList<>()));
    int looks = points.stream().mapToInt(point -> point.entries().size()).sum();
    double share = Math.min(1.0, (double) LOOKS_IN_FULL / Math.max(1, looks));
    AtomicLongArray spent = new AtomicLongArray(units.size());
    workers.run(
        tasks.size(),
        () -> {
          ProjectFiles loaded = new ProjectFiles(index, units, parser, properties);
          return number -> {
            Task task = tasks.get(number);
            LiveRule rule = task.rule();
            Map<Language, TaintLooks> byLanguage = new EnumMap<>(Language.class);
            for (EntryPoints point : task.points()) {
              Language language = Objects.requireNonNull(drafts[point.file()]).language();
              rule.in(language)
                  .map(taint ->
                      byLanguage.computeIfAbsent(
                          language,
                          _ ->
                              new TaintLooks(
                                  taint, loaded.under(rule), rule::in, rule.ways(), share)))
                  .ifPresent(flow -> {
                    List<TaintMatch> found = look(flow, rule.id(), point, spent);
                    results.get(number).add(new TaskResult(rule, found));
                  });
            }
          };
        });
    return results.stream().flatMap(List::stream).toList();
  }

  /**
   * @param spent by file, the nanoseconds that all looks at it took
   */
  private List<TaintMatch> look(
      TaintLooks looks, String rule, EntryPoints point, AtomicLongArray spent) {
    int file = point.file();
    RuleTime time = new RuleTime(limits, limits.perFile().minusNanos(spent.get(file)));
    if (time.isOver()) {
      outcomes.cut(file, rule, time.exceeded());
      return List.of();
    }
    Deadline deadline = Deadline.afterWork(time.given());
    try {
      Set<Integer> entries = Objects.requireNonNull(point.entries().get(rule));
      TaintResult result = looks.at(file, entries, deadline);
      result.omissions().forEach(outcomes::note);
      return result.matches();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      outcomes.cut(file, rule, time.reason(e));
    } finally {
      spent.addAndGet(file, deadline.spent().toNanos());
    }
    return List.of();
  }

  // ---- findings ----

  private void report(List<TaskResult> results, Map<String, LiveRule> alive) {
    Map<Integer, Map<String, List<TaintMatch>>> bySink = new TreeMap<>();
    for (TaskResult result : results) {
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

package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.FileAnalysis.TaintFindings;
import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.DeadlineExceeded;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.project.DeclarationReader;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.taint.CompiledTaint;
import dev.coderev.analysis.taint.Omission;
import dev.coderev.analysis.taint.TaintMatch;
import dev.coderev.analysis.taint.TaintResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The taint rules on a whole project, after everything else was examined file by file.
 *
 * <pre>
 * sources and sinks of each rule → functions where both come together → data flow from there,
 * through whatever files → findings in the files of their sinks
 * </pre>
 *
 * Used once. The result depends neither on the number of threads nor on their order.
 */
final class ProjectAnalysis {
  /**
   * Rules times files from which data is followed without cutting. Where there are more, each has
   * its share of the same cost, so that a scan of a large project ends.
   */
  private static final int LOOKS_IN_FULL = 250;

  private final List<? extends SourceUnit> units;
  private final int examined;
  private final FileOutcome[] outcomes;
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
    this.outcomes = outcomes;
    this.drafts = drafts;
    this.rules = rules;
    this.parser = parser;
    this.limits = limits;
    this.properties = properties;
    this.workers = workers;
  }

  void complete() {
    Map<String, TaintRule> alive = withChances();
    if (alive.isEmpty()) {
      return;
    }
    findEnds(alive);
    alive.values().removeIf(rule -> rule.sources.isEmpty() || rule.sinks.isEmpty());
    if (alive.isEmpty()) {
      return;
    }
    ProjectIndex index = index(alive);
    List<Task> tasks = tasks(alive, index);
    List<TaskResult> results = analyse(tasks, alive, index);
    report(results, alive);
  }

  /** One taint rule in all languages that it is for. */
  private static final class TaintRule {
    final Map<Language, RuleEntry> byLanguage = new TreeMap<>();
    final Map<Integer, Chance> chances = new TreeMap<>();
    final Set<CallGraph.Spot> sources = new HashSet<>();
    final Set<CallGraph.Spot> sinks = new HashSet<>();
    Predicate<DeclaredFunction> towardsSource = _ -> false;

    boolean isOneOf(CompiledTaint taint) {
      return byLanguage.keySet().stream().anyMatch(l -> in(l).filter(taint::equals).isPresent());
    }

    Optional<CompiledTaint> in(Language language) {
      RuleEntry rule = byLanguage.get(language);
      return rule != null
              && rule.compiled().program()
                  instanceof CompiledRule.Program.Taint(CompiledTaint taint)
          ? Optional.of(taint)
          : Optional.empty();
    }
  }

  /** Whether the text of a file allows for sources and for sinks, and what was looked for. */
  private static final class Chance {
    final boolean source;
    final boolean sink;
    boolean sourcesKnown;
    boolean sinksKnown;

    Chance(boolean source, boolean sink) {
      this.source = source;
      this.sink = sink;
    }

    boolean isOpen(boolean sources) {
      return sources ? source && !sourcesKnown : sink && !sinksKnown;
    }
  }

  // ---- which rules may find something at all ----

  private Map<String, TaintRule> withChances() {
    Map<String, TaintRule> all = new TreeMap<>();
    for (FileDraft draft : drafts) {
      if (draft != null) {
        List<RuleEntry> ofLanguage = rules.apply(draft.language()).rules();
        for (int rule = 0; rule < ofLanguage.size(); rule++) {
          boolean source = draft.chances().sources().get(rule);
          boolean sink = draft.chances().sinks().get(rule);
          if (source || sink) {
            RuleEntry entry = ofLanguage.get(rule);
            TaintRule known = all.computeIfAbsent(entry.id(), _ -> new TaintRule());
            known.byLanguage.put(draft.language(), entry);
            known.chances.put(draft.number(), new Chance(source, sink));
          }
        }
      }
    }
    all.values()
        .removeIf(rule ->
            rule.chances.values().stream().noneMatch(chance -> chance.source)
                || rule.chances.values().stream().noneMatch(chance -> chance.sink));
    for (TaintRule rule : all.values()) {
      for (Language language : rule.byLanguage.keySet().toArray(Language[]::new)) {
        for (Language other : Language.values()) {
          if (other != language && ProjectIndex.areKin(language, other)) {
            compiled(rule, language, other);
          }
        }
      }
    }
    return all;
  }

  /** Lets a rule go from one language into another that can call it. */
  private void compiled(TaintRule rule, Language language, Language other) {
    String id = Objects.requireNonNull(rule.byLanguage.get(language)).id();
    rules.apply(other).rules().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .ifPresent(found -> rule.byLanguage.putIfAbsent(other, found));
  }

  // ---- where sources and sinks really are ----

  /** Looks for sources first: most rules have none in most projects, and then need no sinks. */
  private void findEnds(Map<String, TaintRule> alive) {
    findEnds(alive, true);
    alive.values().removeIf(rule -> rule.sources.isEmpty());
    findEnds(alive, false);
  }

  private void findEnds(Map<String, TaintRule> alive, boolean sources) {
    List<Integer> files =
        alive.values().stream()
            .flatMap(rule -> rule.chances.entrySet().stream())
            .filter(chance -> chance.getValue().isOpen(sources))
            .map(Map.Entry::getKey)
            .distinct()
            .sorted()
            .toList();
    workers.run(
        files.size(),
        () -> {
          ProjectFiles loaded = new ProjectFiles(ProjectIndex.EMPTY, units, parser, properties);
          return task -> findEnds(files.get(task), alive, sources, loaded);
        });
  }

  private void findEnds(
      int file, Map<String, TaintRule> alive, boolean sources, ProjectFiles loaded) {
    Optional<FileContext> context = loaded.file(file);
    if (context.isEmpty()) {
      return;
    }
    Deadline deadline = Deadline.after(limits.perFile());
    alive.forEach((id, rule) -> {
      Chance chance = rule.chances.get(file);
      Optional<CompiledTaint> taint = rule.in(context.get().file().language());
      if (chance != null && chance.isOpen(sources) && taint.isPresent()) {
        try {
          findEnds(file, rule, chance, context.get(), taint.get(), deadline);
        } catch (DeadlineExceeded _) {
          cut(file, id, "the file took longer than " + seconds(limits.perFile()));
        } catch (StackOverflowError _) {
          cut(file, id, "the code is nested too deeply");
        }
      }
    });
  }

  private static void findEnds(
      int file,
      TaintRule rule,
      Chance chance,
      FileContext context,
      CompiledTaint taint,
      Deadline deadline) {
    if (chance.source && !chance.sourcesKnown) {
      chance.sourcesKnown = true;
      List<CallGraph.Spot> found = spots(file, context, taint.sources(context, deadline));
      synchronized (rule) {
        rule.sources.addAll(found);
      }
      if (found.isEmpty()) {
        return;
      }
    }
    if (chance.sink && !chance.sinksKnown) {
      chance.sinksKnown = true;
      List<CallGraph.Spot> found = spots(file, context, taint.sinks(context, deadline));
      synchronized (rule) {
        rule.sinks.addAll(found);
      }
    }
  }

  private static List<CallGraph.Spot> spots(int file, FileContext context, List<TextRange> ranges) {
    return ranges.stream()
        .map(range -> new CallGraph.Spot(file, Enclosing.functions(context, range)))
        .toList();
  }

  // ---- the project ----

  private ProjectIndex index(Map<String, TaintRule> alive) {
    Set<Language> wanted =
        alive.values().stream()
            .flatMap(rule -> rule.byLanguage.keySet().stream())
            .collect(Collectors.toSet());
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

  /** All rules that enter one file, and where. */
  private record Task(int file, Map<String, Set<Integer>> entries) {}

  private List<Task> tasks(Map<String, TaintRule> alive, ProjectIndex index) {
    List<FileDeclarations> files = new ArrayList<>();
    for (int number = 0; number < units.size(); number++) {
      index.file(number).ifPresent(files::add);
    }
    CallGraph graph = new CallGraph(files);
    Map<Integer, Map<String, Set<Integer>>> entries = new TreeMap<>();
    List<Map.Entry<String, TaintRule>> rulesInOrder = List.copyOf(alive.entrySet());
    List<Map<Integer, Set<Integer>>> meetings =
        new ArrayList<>(Collections.nCopies(rulesInOrder.size(), Map.of()));
    workers.run(
        rulesInOrder.size(),
        () ->
            number -> {
              TaintRule rule = rulesInOrder.get(number).getValue();
              CallGraph.Meetings found = graph.meetings(rule.sources, rule.sinks);
              meetings.set(number, found.entries());
              noteLeft(rulesInOrder.get(number).getKey(), found);
              rule.towardsSource = function -> graph.isIn(found.towardsSource(), function);
            });
    for (int number = 0; number < meetings.size(); number++) {
      String id = rulesInOrder.get(number).getKey();
      meetings
          .get(number)
          .forEach(
              (file, nodes) -> entries.computeIfAbsent(file, _ -> new TreeMap<>()).put(id, nodes));
    }
    alive.forEach((id, rule) ->
        filesWithBoth(rule)
            .forEach(
                file -> entries.computeIfAbsent(file, _ -> new TreeMap<>()).put(id, Set.of(0))));
    if (examined < units.size()) {
      Set<Integer> wanted = graph.reaching(number -> number < examined);
      entries.keySet().removeIf(file -> !wanted.contains(file));
    }
    List<Task> tasks = new ArrayList<>();
    entries.forEach((file, ofFile) -> tasks.add(new Task(file, ofFile)));
    return tasks;
  }

  private void noteLeft(String rule, CallGraph.Meetings found) {
    if (found.left() > 0) {
      cut(
          found.entries().keySet().iterator().next(),
          rule,
          found.left() + " functions in which data may cross files were not followed");
    }
  }

  private static Set<Integer> filesWithBoth(TaintRule rule) {
    Set<Integer> files =
        rule.sources.stream().map(CallGraph.Spot::file).collect(Collectors.toSet());
    files.retainAll(rule.sinks.stream().map(CallGraph.Spot::file).collect(Collectors.toSet()));
    return files;
  }

  // ---- data flow ----

  /** What one rule found from one file on. */
  private record TaskResult(String rule, List<TaintMatch> matches) {}

  private List<TaskResult> analyse(
      List<Task> tasks, Map<String, TaintRule> alive, ProjectIndex index) {
    List<List<TaskResult>> results = new ArrayList<>();
    tasks.forEach(_ -> results.add(new ArrayList<>()));
    int looks = tasks.stream().mapToInt(task -> task.entries().size()).sum();
    double share = Math.min(1.0, (double) LOOKS_IN_FULL / Math.max(1, looks));
    workers.run(
        tasks.size(),
        () -> {
          ProjectFiles loaded =
              new ProjectFiles(
                  index, units, parser, properties, (rule, file) -> hasChance(alive, rule, file));
          return number -> {
            Task task = tasks.get(number);
            long end = System.nanoTime() + limits.perFile().toNanos();
            task.entries()
                .forEach((id, nodes) -> {
                  TaintRule rule = Objects.requireNonNull(alive.get(id));
                  List<TaintMatch> found = flow(task.file(), id, rule, nodes, loaded, share, end);
                  results.get(number).add(new TaskResult(id, found));
                });
          };
        });
    return results.stream().flatMap(List::stream).toList();
  }

  private static boolean hasChance(Map<String, TaintRule> alive, CompiledTaint rule, int file) {
    return alive.values().stream()
        .filter(candidate -> candidate.isOneOf(rule))
        .anyMatch(candidate -> candidate.chances.containsKey(file));
  }

  private List<TaintMatch> flow(
      int file,
      String id,
      TaintRule rule,
      Set<Integer> entries,
      ProjectFiles loaded,
      double share,
      long end) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    boolean fileIsShorter = left.compareTo(limits.perRuleAndFile()) < 0;
    Duration given = fileIsShorter ? left : limits.perRuleAndFile();
    String reason =
        fileIsShorter
            ? "the file took longer than " + seconds(limits.perFile())
            : "took longer than " + seconds(limits.perRuleAndFile());
    if (!given.isPositive()) {
      cut(file, id, reason);
      return List.of();
    }
    FileDraft draft = Objects.requireNonNull(drafts[file]);
    Optional<CompiledTaint> taint = rule.in(draft.language());
    if (taint.isEmpty()) {
      return List.of();
    }
    try {
      TaintResult result =
          taint
              .get()
              .analyse(
                  file,
                  entries,
                  loaded,
                  rule::in,
                  rule.towardsSource,
                  share,
                  Deadline.after(given));
      result.omissions().forEach(this::note);
      return result.matches();
    } catch (DeadlineExceeded _) {
      cut(file, id, reason);
    } catch (StackOverflowError _) {
      cut(file, id, "the code is nested too deeply");
    } catch (OutOfMemoryError _) {
      cut(file, id, "ran out of memory");
    } catch (RuntimeException e) {
      cut(file, id, "failed: " + e);
    }
    return List.of();
  }

  // ---- findings ----

  private void report(List<TaskResult> results, Map<String, TaintRule> alive) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < units.size(); number++) {
      numbers.put(units.get(number).path(), number);
    }
    Map<Integer, Map<String, List<TaintMatch>>> bySink = new TreeMap<>();
    for (TaskResult result : results) {
      for (TaintMatch match : result.matches()) {
        Integer file = numbers.get(match.file().path());
        TaintRule rule = Objects.requireNonNull(alive.get(result.rule()));
        RuleEntry entry = rule.byLanguage.get(match.file().language());
        if (file != null && entry != null && entry.accepts(match.file().path())) {
          bySink
              .computeIfAbsent(file, _ -> new TreeMap<>())
              .computeIfAbsent(result.rule(), _ -> new ArrayList<>())
              .add(match);
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
      int file, Map<String, List<TaintMatch>> matches, Map<String, TaintRule> alive) {
    List<TaintFindings> all = new ArrayList<>();
    SourceFile source = null;
    for (Map.Entry<String, List<TaintMatch>> ofRule : matches.entrySet()) {
      source = ofRule.getValue().getFirst().file();
      TaintRule rule = Objects.requireNonNull(alive.get(ofRule.getKey()));
      RuleEntry entry = Objects.requireNonNull(rule.byLanguage.get(source.language()));
      all.add(new TaintFindings(entry.compiled().rule(), shortest(ofRule.getValue())));
    }
    if (source != null && outcomes[file] instanceof Analysed before) {
      FileAnalysis analysis = new FileAnalysis(source, before.bytes(), parser, limits, properties);
      if (analysis.withTaint(all) instanceof Analysed more) {
        outcomes[file] = merged(before, more);
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

  private static Analysed merged(Analysed before, Analysed more) {
    List<Finding> findings = new ArrayList<>(before.findings());
    findings.addAll(more.findings());
    findings.sort(FileAnalysis.BY_PLACE);
    List<Note> notes = new ArrayList<>(before.notes());
    more.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    List<CutRule> cuts = new ArrayList<>(before.cuts());
    cuts.addAll(more.cuts());
    return new Analysed(
        before.path(), before.language(), before.bytes(), before.lines(), findings, notes, cuts);
  }

  // ---- what was left out ----

  private void note(Omission omission) {
    for (int number = 0; number < units.size(); number++) {
      if (units.get(number).path().equals(omission.path())) {
        add(number, new Note(omission.line(), omission.reason()), null);
      }
    }
  }

  private void cut(int file, String rule, String reason) {
    add(file, null, new CutRule(rule, reason));
  }

  private void add(int file, @Nullable Note note, @Nullable CutRule cut) {
    synchronized (outcomes) {
      if (outcomes[file] instanceof Analysed before) {
        List<Note> notes = new ArrayList<>(before.notes());
        if (note != null && !notes.contains(note)) {
          notes.add(note);
          notes.sort(Comparator.comparingInt(Note::line).thenComparing(Note::message));
        }
        List<CutRule> cuts = new ArrayList<>(before.cuts());
        if (cut != null && !cuts.contains(cut)) {
          cuts.add(cut);
          cuts.sort(Comparator.comparing(CutRule::ruleId).thenComparing(CutRule::reason));
        }
        outcomes[file] =
            new Analysed(
                before.path(),
                before.language(),
                before.bytes(),
                before.lines(),
                before.findings(),
                notes,
                cuts);
      }
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}

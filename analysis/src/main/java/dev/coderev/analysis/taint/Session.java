package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.project.AskedIndex;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One taint rule at work: the sources and sinks of all files that it came to, numbered through, and
 * what it may still cost.
 */
final class Session {
  /** Begins the type of a value that is a module. */
  static final String MODULE = "module:";

  /** Begins the type of a value that is the beginning of a module's name. */
  static final String PACKAGE = "package:";

  private static final int MOST_FILES = 24;
  private static final int MOST_FOR_CONSTANTS = 6;
  private static final int DEEPEST_CALLS = 10;
  private static final int MOST_RUNS = 3000;

  /** Where only some functions of a file are entered. */
  private static final int FEWER_RUNS = 300;

  /** What is granted however small the share of a rule and file is. */
  private static final int LEAST_RUNS = 30;

  private static final int LEAST_FILES = 4;

  /** Of the source text that the looks of one session keep. */
  private static final long MOST_CHARACTERS = 2_000_000;

  final TaintOptions options;
  private final List<Numbered<SpecMatches.SourceMatch>> sources = new ArrayList<>();
  private final List<Numbered<SpecMatches.SinkMatch>> sinks = new ArrayList<>();
  private final Map<Integer, @Nullable Analysis> loaded = new HashMap<>();
  private final Map<String, List<FileDeclarations>> modules = new HashMap<>();
  private final Function<Language, Optional<CompiledTaint>> rules;
  private final Surroundings around;
  private final CallWays ways;
  private final boolean glance;
  private final double share;
  private long characters;
  private boolean handedOn;

  // of the look at hand
  private Deadline deadline = Deadline.never();
  private final Set<Integer> opened = new HashSet<>();
  private final TreeSet<Omission> omissions = new TreeSet<>();
  private int openedForConstants;
  private int depth;
  private int resting;
  private int runs;
  private int cuts;
  private int mostRuns = MOST_RUNS;
  private int mostFiles = MOST_FILES;

  private record Numbered<T>(SourceFile file, T match) {}

  /**
   * @param rules the rule for each language that its code may lead into
   * @param ways which functions may matter to the rule
   * @param glance whether this is a first look
   * @param share of the ordinary cost that looking at single functions may take, 0 to 1
   */
  Session(
      TaintOptions options,
      Function<Language, Optional<CompiledTaint>> rules,
      Surroundings around,
      CallWays ways,
      boolean glance,
      double share) {
    this.share = share;
    this.options = options;
    this.rules = rules;
    this.around = around;
    this.ways = ways;
    this.glance = glance;
  }

  /** Begins a look, whose limits are its own. */
  void begin(Deadline given) {
    deadline = given;
    opened.clear();
    omissions.clear();
    openedForConstants = 0;
    runs = 0;
    mostRuns = MOST_RUNS;
    mostFiles = MOST_FILES;
    for (Analysis analysis : loaded.values()) {
      if (analysis != null) {
        analysis.begin();
      }
    }
  }

  /** Whether what a look found out about functions holds for others too, and is not too much. */
  boolean servesOthers() {
    return !handedOn && !isSpent() && characters < MOST_CHARACTERS;
  }

  /** Remembers that taint went into functions by themselves, which other looks are not to see. */
  void handOn() {
    handedOn = true;
  }

  // ---- files ----

  AskedIndex index() {
    return around.index();
  }

  boolean mayHaveEnds(int file) {
    return around.mayHaveEnds(file);
  }

  /** A file of the project, null where it cannot be read. */
  @Nullable Analysis load(int file) {
    if (!opened.contains(file) && opened.size() >= mostFiles) {
      omitFile(file);
      return null;
    }
    opened.add(file);
    if (loaded.containsKey(file)) {
      return loaded.get(file);
    }
    Analysis made =
        around
            .file(file)
            .flatMap(context ->
                rules.apply(context.file().language()).map(rule -> rule.open(this, file, context)))
            .orElse(null);
    loaded.put(file, made);
    characters += made == null ? 0 : made.flow.tree().file().text().length();
    return made;
  }

  /**
   * Whether a function of another file is worth running: for what it is given, for what it may
   * fetch, or because it is so small that it may be a constant.
   */
  boolean matters(DeclaredFunction function, boolean tainted) {
    if (tainted || ways.leadToSource(function.file(), function.node())) {
      return matters(function.file(), true);
    }
    if (glance || !function.calls().isEmpty()) {
      return false;
    }
    boolean open = opened.contains(function.file());
    if (!open && openedForConstants < MOST_FOR_CONSTANTS) {
      openedForConstants++;
      open = true;
    }
    return open;
  }

  /** Whether a file may still be opened to see what becomes of taint in it. */
  boolean matters(int file, boolean tainted) {
    if (tainted && !opened.contains(file) && opened.size() >= mostFiles) {
      omitFile(file);
      return false;
    }
    return tainted;
  }

  private void omitFile(int file) {
    index()
        .file(file)
        .ifPresent(declared ->
            omit(new Omission(declared.path(), 0, "too many files to follow data into all")));
  }

  /** Takes in a file that is there already. */
  Analysis add(int file, Analysis analysis) {
    opened.add(file);
    loaded.put(file, analysis);
    return analysis;
  }

  /** The module that consists of these files, as a value. */
  Value module(List<FileDeclarations> files) {
    String key = MODULE + files.getFirst().path();
    modules.put(key, files);
    return Value.UNKNOWN.withType(key);
  }

  /** The files of a module; none for any other value. */
  List<FileDeclarations> filesOf(Value value) {
    return value.type().startsWith(MODULE)
        ? modules.getOrDefault(value.type(), List.of())
        : List.of();
  }

  /** Which functions of the project may matter to the rule. */
  CallWays ways() {
    return ways;
  }

  /**
   * Whether this is a first look, which asks only where taint may lead, not what functions without
   * any make of constants.
   */
  boolean isGlance() {
    return glance;
  }

  // ---- objects at rest ----

  /** Begins to find out how methods find the objects of a class. */
  void beginRest() {
    resting++;
  }

  void endRest() {
    resting--;
  }

  boolean isResting() {
    return resting > 0;
  }

  // ---- sources and sinks ----

  /** Takes in the sources of a file, and gives the number of the first. */
  int addSources(SourceFile file, List<SpecMatches.SourceMatch> matches) {
    int first = sources.size();
    matches.forEach(match -> sources.add(new Numbered<>(file, match)));
    return first;
  }

  /** Takes in the sinks of a file, and gives the number of the first. */
  int addSinks(SourceFile file, List<SpecMatches.SinkMatch> matches) {
    int first = sinks.size();
    matches.forEach(match -> sinks.add(new Numbered<>(file, match)));
    return first;
  }

  SpecMatches.SourceMatch source(int number) {
    return sources.get(number).match();
  }

  SourceFile fileOfSource(int number) {
    return sources.get(number).file();
  }

  SpecMatches.SinkMatch sink(int number) {
    return sinks.get(number).match();
  }

  SourceFile fileOfSink(int number) {
    return sinks.get(number).file();
  }

  // ---- limits ----

  /** Begins another run of a function; false where the limits forbid it. */
  boolean enter() {
    if (depth >= DEEPEST_CALLS || runs >= mostRuns) {
      cuts++;
      return false;
    }
    deadline.look();
    depth++;
    runs++;
    return true;
  }

  /** How many calls lead to where the analysis stands. */
  int depth() {
    return depth;
  }

  /** How many runs the limits have forbidden so far. */
  int cuts() {
    return cuts;
  }

  /** Notes that a run was forbidden. */
  void cut() {
    cuts++;
  }

  /** The time of the look at hand. */
  Deadline deadline() {
    return deadline;
  }

  /** Whether no more function will run. */
  boolean isSpent() {
    return runs >= mostRuns;
  }

  /** Lets only single functions of a file be looked at, which takes less. */
  void lookAtFew() {
    mostRuns = Math.max(LEAST_RUNS, (int) (FEWER_RUNS * share));
    mostFiles = Math.max(LEAST_FILES, (int) (MOST_FILES * share));
  }

  void leave() {
    depth--;
  }

  /** Remembers something that was not looked at. */
  void omit(Omission omission) {
    omissions.add(omission);
  }

  /** What was not looked at, by file and line. */
  List<Omission> omissions() {
    return List.copyOf(omissions);
  }
}

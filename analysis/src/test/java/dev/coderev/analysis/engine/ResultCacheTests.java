package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.cache.CacheFolder;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCacheTests {
  private static final String RULES =
      """
      rules:
        - id: flow
          message: $X flows
          severity: HIGH
          languages: [java, python, javascript]
          mode: taint
          pattern-sources: [{pattern: source(...)}]
          pattern-sinks: [{pattern: sink($X)}]
          pattern-sanitizers: [{pattern: clean(...)}]
        - id: bad
          message: bad call with $A
          severity: LOW
          languages: [java, python, javascript]
          pattern: bad($A)
          fix: good($A)
      """;
  private static final String[] ARGUMENTS = {"source()", "clean(source())", "\"text\"", "other()"};
  private static final String[] ENDS = {
    "sink(text)", "bad(text)", "keep(text)", "sink(clean(text))"
  };

  @TempDir private Path folder;
  private final Parsers parsers = new Parsers();
  private final AtomicInteger parsed = new AtomicInteger();
  private final SourceParser counting =
      file -> {
        parsed.incrementAndGet();
        return parsers.parse(file);
      };

  /** A project of three languages in each of which one file hands something to another. */
  private static List<SourceFile> project(int[] choice) {
    List<SourceFile> files = new ArrayList<>();
    files.add(java("a/A.java", "a", "void get() { B.pass(" + ARGUMENTS[choice[0]] + "); }"));
    files.add(java("a/B.java", "a", "static void pass(String text) { " + ENDS[choice[1]] + "; }"));
    files.add(
        new SourceFile(
            "a.py",
            Language.PYTHON,
            "from b import take\n\ndef get():\n    take(" + ARGUMENTS[choice[2]] + ")\n"));
    files.add(
        new SourceFile(
            "b.py",
            Language.PYTHON,
            "# nosemgrep\n".repeat(choice[3] % 2)
                + "def take(text):\n    "
                + ENDS[choice[3]]
                + "\n"));
    files.add(
        new SourceFile(
            "a.js",
            Language.JAVASCRIPT,
            "import {take} from './b.js';\ntake(" + ARGUMENTS[choice[4]] + ");\n"));
    files.add(
        new SourceFile(
            "b.js",
            Language.JAVASCRIPT,
            "export function take(text) { " + ENDS[choice[5]] + "; }\n"));
    return files;
  }

  private static SourceFile java(String path, String name, String member) {
    String type = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    return new SourceFile(
        path, Language.JAVA, "package " + name + ";\nclass " + type + " { " + member + " }\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsEditedTheResultIsThatOfAFreshRun(long seed) {
    Random random = new Random(seed);
    int[] choice = new int[6];
    for (int edit = 0; edit < 25; edit++) {
      choice[random.nextInt(choice.length)] = random.nextInt(ARGUMENTS.length);
      List<SourceFile> files = project(choice);
      if (random.nextInt(4) == 0) {
        files.remove(random.nextInt(files.size()));
      }
      int around = random.nextInt(3);
      AnalysisReport fresh = run(files, around, ResultCache.NONE, RULES);
      AnalysisReport cached = run(files, around, cache("engine"), RULES);
      assertThat(cached.outcomes()).isEqualTo(fresh.outcomes());
      assertThat(cached.elsewhere()).isEqualTo(fresh.elsewhere());
    }
  }

  /** By file, what it may be; empty where it may be missing. */
  private static final String[][] SHAPES = {
    {
      "a/Start.java",
      "package a; class Start { Base held; void go() { held.take(source()); } }",
      "package a; class Start { void go(Base given) { given.take(source()); Names.pass(source()); } }",
      "package a; import b.*; class Start { void go() { new Base().take(source()); } }",
      "package a; class Start { void go() { new Other().take(Names.FIXED); } }"
    },
    {
      "a/Base.java",
      "package a; class Base { void take(String text) { sink(text); } }",
      "package a; abstract class Base { abstract void take(String text); }",
      "package a; class Base { int n; void first() {} void take(String text) { } }",
      "package c; class Base { void take(String text) { sink(text); } }",
      ""
    },
    {
      "a/Other.java",
      "package a; class Other extends Base { void take(String text) { sink(text); } }",
      "package a; class Other { void take(String text) { sink(text); } }",
      "package a; class Other extends Base { void take(String text, int more) { sink(text); } }",
      ""
    },
    {
      "b/Base.java",
      "package b; public class Base { public void take(String text) { sink(text); } }",
      ""
    },
    {
      "a/Names.java",
      "package a; class Names { static void pass(String text) { Deep.pass(text); } static String FIXED = source(); }",
      "package a; class Names { static void pass(String text) { sink(clean(text)); } }",
      "package a; class Names { static void put(String text) { sink(text); } }",
      ""
    },
    {
      "a/Deep.java",
      "package a; class Deep { static void pass(String text) { sink(text); } }",
      "package a; class Deep { static void pass(String text, String more) { sink(text); } }",
      ""
    },
    {"m/x.py", "from m.y import take\ntake(source())\n", "import m.y\nm.y.take(source())\n"},
    {"m/y.py", "def take(t):\n    sink(t)\n", "from n import take\n", ""},
    {"n.py", "def take(t):\n    sink(t)\n", "def take(t):\n    pass\n", ""}
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverIsDeclaredElsewhereTheResultIsThatOfAFreshRun(long seed) {
    Random random = new Random(seed);
    int[] choice = new int[SHAPES.length];
    int found = 0;
    for (int edit = 0; edit < 40; edit++) {
      int file = random.nextInt(SHAPES.length);
      choice[file] = random.nextInt(SHAPES[file].length - 1);
      List<SourceFile> files = new ArrayList<>();
      for (int each = 0; each < SHAPES.length; each++) {
        String text = SHAPES[each][choice[each] + 1];
        if (!text.isEmpty()) {
          String path = SHAPES[each][0];
          files.add(
              new SourceFile(path, path.endsWith(".py") ? Language.PYTHON : Language.JAVA, text));
        }
      }
      int around = random.nextInt(3);
      AnalysisReport fresh = run(files, around, ResultCache.NONE, RULES);
      AnalysisReport cached = run(files, around, cache("engine"), RULES);
      assertThat(cached.outcomes()).isEqualTo(fresh.outcomes());
      assertThat(cached.elsewhere()).isEqualTo(fresh.elsewhere());
      found += fresh.findings().size();
    }
    assertThat(found).as("flows that came and went").isBetween(20, 200);
  }

  @Test
  void looksAreDoneAgainOnlyWhereSomethingThatTheySawHasChanged() {
    List<SourceFile> files = project(new int[] {0, 3, 1, 2, 1, 2});
    files.add(java("z/Far.java", "z", "void far() {}"));
    run(files, 0, cache("engine"), RULES);
    parsed.set(0);
    run(files, 0, cache("engine"), RULES);
    assertThat(parsed.getAndSet(0)).isZero();
    files.set(files.size() - 1, java("z/Far.java", "z", "void farther() { far(); }"));
    run(files, 0, cache("engine"), RULES);
    assertThat(parsed.getAndSet(0)).as("the file that changed").isEqualTo(1);
    files.set(1, java("a/B.java", "a", "static void pass(String text) { sink(text); }"));
    AnalysisReport report = run(files, 0, cache("engine"), RULES);
    assertThat(report.findings()).hasSize(1);
    assertThat(parsed.get()).isGreaterThan(1);
  }

  @Test
  void bothStatesOfAFileAreRemembered() {
    List<SourceFile> before = project(new int[] {0, 3, 1, 2, 1, 2});
    List<SourceFile> after = project(new int[] {1, 3, 1, 2, 1, 2});
    run(before, 0, cache("engine"), RULES);
    run(after, 0, cache("engine"), RULES);
    parsed.set(0);
    run(before, 0, cache("engine"), RULES);
    run(after, 0, cache("engine"), RULES);
    assertThat(parsed.get()).isZero();
  }

  @Test
  void findsWhatTheProjectsOfThisTestHaveAtAll() {
    AnalysisReport report = run(project(new int[] {0, 0, 0, 1, 0, 0}), 0, ResultCache.NONE, RULES);
    assertThat(report.findings()).hasSize(3);
  }

  @Test
  void filesWithoutFlowAreNotParsedAgain() {
    List<SourceFile> files = project(new int[] {3, 1, 3, 1, 3, 1});
    AnalysisReport first = run(files, 0, cache("engine"), RULES);
    assertThat(parsed.getAndSet(0)).isPositive();
    AnalysisReport second = run(files, 0, cache("engine"), RULES);
    assertThat(parsed.getAndSet(0)).isZero();
    assertThat(second.outcomes()).isEqualTo(first.outcomes());
    run(files, 1, cache("engine"), RULES);
    assertThat(parsed.get()).as("files around that were examined before").isZero();
  }

  @Test
  void aFileAloneIsRememberedToo() {
    List<SourceFile> one = project(new int[6]).subList(3, 4);
    AnalysisReport first = run(one, 0, cache("engine"), RULES);
    parsed.set(0);
    assertThat(run(one, 0, cache("engine"), RULES).outcomes()).isEqualTo(first.outcomes());
    assertThat(parsed.get()).isZero();
  }

  @Test
  void whatAFixWouldLeaveIsExaminedOnce() {
    SourceFile fixed = new SourceFile("a.py", Language.PYTHON, "bad(1)\n");
    FileOutcome first = analyzer(cache("engine"), RULES).analyse(fixed);
    assertThat(parsed.getAndSet(0)).isPositive();
    assertThat(analyzer(cache("engine"), RULES).analyse(fixed)).isEqualTo(first);
    assertThat(parsed.get()).isZero();
  }

  @Test
  void anotherEngineOrSeverityFindsNothingKept() {
    List<SourceFile> files = project(new int[] {3, 1, 3, 1, 3, 1});
    run(files, 0, cache("engine"), RULES);
    parsed.set(0);
    run(files, 0, cache("another"), RULES);
    assertThat(parsed.getAndSet(0)).isPositive();
    String higher = RULES.replace("severity: LOW", "severity: MEDIUM");
    AnalysisReport report = run(files, 0, cache("engine"), higher);
    assertThat(parsed.get()).isPositive();
    assertThat(report.findings()).allMatch(finding -> finding.severity().name().equals("MEDIUM"));
  }

  @Test
  void damagedEntriesAreWorkedOutAnew() throws IOException {
    List<SourceFile> files = project(new int[] {0, 1, 0, 0, 0, 0});
    AnalysisReport fresh = run(files, 0, cache("engine"), RULES);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(run(files, 0, cache("engine"), RULES).outcomes()).isEqualTo(fresh.outcomes());
  }

  private ResultCache cache(String origin) {
    try {
      return ResultCache.in(CacheFolder.open(folder, 1 << 24, Clock.systemUTC()), origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AnalysisReport run(
      List<SourceFile> files, int around, ResultCache cache, String ruleText) {
    List<TextUnit> units = files.stream().map(TextUnit::new).toList();
    int examined = units.size() - Math.min(around, units.size() - 1);
    return analyzer(cache, ruleText)
        .analyse(
            units.subList(0, examined),
            new ProjectContext(units.subList(examined, units.size()), List.of()),
            ProgressListener.NONE);
  }

  private Analyzer analyzer(ResultCache cache, String ruleText) {
    List<Rule> rules =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("r.yaml", ruleText)))
            .orThrow();
    RuleSetCompiler compiler = new RuleSetCompiler(rules, counting);
    return new Analyzer(compiler, counting, AnalysisLimits.DEFAULT, 2, cache);
  }
}

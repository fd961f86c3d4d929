package dev.coderev.benchmarks;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.review.result.ReviewResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how many of the defects that a corpus is known to have are found, and how many of its
 * look-alikes are taken for defects; then the same on a mechanically changed copy, which an engine
 * that had learned names or constants by heart would fail.
 */
@Command(
    name = "GroundTruth",
    description = {
      "Scores a corpus whose files are listed in a table 'file, category, true|false, CWE',",
      "such as the OWASP Benchmarks for Java and Python, and a mutated copy of it."
    },
    mixinStandardHelpOptions = true)
final class GroundTruth extends Benchmark {
  private static final Pattern CWE = Pattern.compile("CWE-(\\d+)");

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      required = true,
      description = "A checkout with a file expectedresults*.csv.")
  private Path corpus;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the mutations (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Worker threads (default: ${DEFAULT-VALUE}).")
  private int jobs;

  /** What is known of one file. */
  private record Expected(String category, boolean real, int cwe) {
    /** Weaknesses that tools report for one another: the general for the special, and siblings. */
    private static final List<Set<Integer>> KIN =
        List.of(
            Set.of(22, 23, 36, 73),
            Set.of(77, 78, 88),
            Set.of(79, 80),
            Set.of(89, 564),
            Set.of(94, 95),
            Set.of(327, 328, 780, 916),
            Set.of(330, 338));

    boolean isMeant(int reported) {
      return reported == cwe
          || KIN.stream().anyMatch(kin -> kin.contains(cwe) && kin.contains(reported));
    }
  }

  public static void main(String[] arguments) {
    main(new GroundTruth(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isDirectory(corpus), "--corpus: no such folder: " + corpus);
    Path root = corpus.toRealPath();
    Map<String, Expected> expected = expected(table(root));
    log.println(expected.size() + " files are listed");
    Map<String, Object> json = new LinkedHashMap<>();
    TextTable table = new TextTable("copy", "category", "found", "of", "taken for", "of", "score");
    Tally original = score(root, Map.of(), expected);
    json.put("original", original.toJson());
    original.into(table, "original");
    Path scratch = Files.createTempDirectory("coderev-benchmark").toRealPath();
    try {
      log.println("mutating");
      Mutation mutation = new Mutation(seed);
      Map<String, String> stems = mutation.write(root, scratch);
      json.put("mutations", mutation.counts());
      Tally mutated = score(scratch, stems, expected);
      json.put("mutated", mutated.toJson());
      mutated.into(table, "mutated");
    } finally {
      SourceTree.delete(scratch);
    }
    return new Outcome(json, table);
  }

  private Path table(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      List<Path> tables =
          files
              .filter(file -> file.getFileName().toString().matches("expectedresults.*\\.csv"))
              .toList();
      require(tables.size() == 1, "--corpus: no file expectedresults*.csv in " + root);
      return tables.getFirst();
    }
  }

  private static Map<String, Expected> expected(Path table) throws IOException {
    Map<String, Expected> expected = new TreeMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split(",", -1);
      if (!line.startsWith("#") && cells.length >= 4) {
        expected.put(
            cells[0].strip(),
            new Expected(
                cells[1].strip(),
                Boolean.parseBoolean(cells[2].strip()),
                Integer.parseInt(cells[3].strip())));
      }
    }
    return expected;
  }

  /**
   * @param stems original names of files without their endings, by those in the copy
   */
  private Tally score(Path root, Map<String, String> stems, Map<String, Expected> expected) {
    long started = System.nanoTime();
    long cpu = Machine.cpuNanos();
    ReviewResult result = Scan.review(root, jobs, Optional.empty());
    Map<String, Set<Integer>> found = new HashMap<>();
    for (Finding finding : result.findings()) {
      String stem = stem(finding.place().path());
      Set<Integer> weaknesses =
          found.computeIfAbsent(stems.getOrDefault(stem, stem), _ -> new HashSet<>());
      Objects.requireNonNull(result.rules().get(finding.ruleId())).metadata().cwe().stream()
          .map(CWE::matcher)
          .filter(Matcher::find)
          .forEach(match -> weaknesses.add(Integer.parseInt(match.group(1))));
    }
    Tally tally = new Tally();
    tally.seconds = (System.nanoTime() - started) / 1e9;
    tally.cpuSeconds = (Machine.cpuNanos() - cpu) / 1e9;
    expected.forEach((name, truth) ->
        tally.add(
            name, truth, found.getOrDefault(name, Set.of()).stream().anyMatch(truth::isMeant)));
    return tally;
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
  }

  /** Found and missed, category by category. */
  private static final class Tally {
    private final Map<String, int[]> categories = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> takenForReal = new ArrayList<>();
    private double seconds;
    private double cpuSeconds;

    void add(String name, Expected truth, boolean found) {
      int[] counts = categories.computeIfAbsent(truth.category(), _ -> new int[4]);
      counts[truth.real() ? 1 : 3]++;
      if (found) {
        counts[truth.real() ? 0 : 2]++;
      }
      if (found != truth.real()) {
        (found ? takenForReal : missed).add(name);
      }
    }

    private static double score(int[] counts) {
      return share(counts[0], counts[1]) - share(counts[2], counts[3]);
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }

    private double average() {
      return categories.values().stream().mapToDouble(Tally::score).average().orElse(0);
    }

    void into(TextTable table, String copy) {
      categories.forEach((category, c) ->
          table.row(copy, category, c[0], c[1], c[2], c[3], "%.3f".formatted(score(c))));
      table.row(
          copy,
          "average",
          "",
          missed.size() + " missed",
          "",
          takenForReal.size() + " false",
          "%.4f".formatted(average()));
    }

    Map<String, Object> toJson() {
      Map<String, Object> all = new LinkedHashMap<>();
      categories.forEach((category, c) -> {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("found", c[0]);
        one.put("real", c[1]);
        one.put("takenForReal", c[2]);
        one.put("fake", c[3]);
        one.put("score", score(c));
        all.put(category, one);
      });
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("average", average());
      json.put("seconds", seconds);
      json.put("cpuSeconds", cpuSeconds);
      json.put("categories", all);
      json.put("missed", missed);
      json.put("takenForReal", takenForReal);
      return json;
    }
  }
}

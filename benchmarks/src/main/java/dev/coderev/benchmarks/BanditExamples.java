package dev.coderev.benchmarks;

import dev.coderev.analysis.finding.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how much of what bandit reports on its own examples is reported here. Its tests give
 * counts by file and severity but no lines, so a file's share is the number of lines with a
 * finding, at most the number that bandit expects.
 */
@Command(
    name = "BanditExamples",
    description = "Scans bandit's examples and compares with the counts in bandit's own tests.",
    mixinStandardHelpOptions = true)
final class BanditExamples extends Benchmark {
  private static final Pattern TEST = Pattern.compile("(?m)^    def (test_\\w+)\\(");
  private static final Pattern FILE = Pattern.compile("check_example\\(\\s*\"([^\"]+)\"");
  private static final Pattern COUNTS =
      Pattern.compile(
          "\"SEVERITY\":\\s*\\{\\s*\"UNDEFINED\":\\s*\\d+,\\s*\"LOW\":\\s*(\\d+),"
              + "\\s*\"MEDIUM\":\\s*(\\d+),\\s*\"HIGH\":\\s*(\\d+)");

  @Option(
      names = "--bandit",
      paramLabel = "DIR",
      required = true,
      description = "A checkout of bandit: its folders examples and tests are read.")
  private Path bandit;

  /** What bandit's tests expect of one file. */
  record Expected(int low, int medium, int high) {
    int all() {
      return low + medium + high;
    }
  }

  public static void main(String[] arguments) {
    main(new BanditExamples(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    Path tests = bandit.resolve("tests/functional/test_functional.py");
    require(Files.isRegularFile(tests), "--bandit: no such file: " + tests);
    Map<String, Expected> expected = expected(Files.readString(tests));
    log.println(expected.size() + " examples have expected counts");
    Map<String, Set<Integer>> found = found(bandit.resolve("examples").toRealPath());
    TextTable table = new TextTable("example", "low", "medium", "high", "lines found", "missing");
    List<Map<String, Object>> files = new ArrayList<>();
    int low = 0;
    int serious = 0;
    int seriousFound = 0;
    int allFound = 0;
    int extra = 0;
    for (Map.Entry<String, Expected> entry : expected.entrySet()) {
      Expected counts = entry.getValue();
      Set<Integer> lines = found.getOrDefault(entry.getKey(), Set.of());
      int hit = Math.min(lines.size(), counts.all());
      allFound += hit;
      low += counts.low();
      serious += counts.medium() + counts.high();
      seriousFound += Math.min(lines.size(), counts.medium() + counts.high());
      extra += lines.size() - hit;
      files.add(row(entry.getKey(), counts, lines));
      if (hit < counts.all()) {
        table.row(
            entry.getKey(),
            counts.low(),
            counts.medium(),
            counts.high(),
            lines.size(),
            counts.all() - hit);
      }
    }
    table.row("all, at most", "", "", low + serious, allFound, low + serious - allFound);
    table.row("medium and high", "", "", serious, seriousFound, serious - seriousFound);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("expected", low + serious);
    json.put("found", allFound);
    json.put("expectedMediumAndHigh", serious);
    json.put("foundMediumAndHigh", seriousFound);
    json.put("linesBeyondTheExpected", extra);
    json.put("files", files);
    return new Outcome(json, table);
  }

  private static Map<String, Object> row(String file, Expected counts, Set<Integer> lines) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file);
    row.put("low", counts.low());
    row.put("medium", counts.medium());
    row.put("high", counts.high());
    row.put("lines", List.copyOf(lines));
    return row;
  }

  private static Map<String, Set<Integer>> found(Path examples) {
    Map<String, Set<Integer>> found = new TreeMap<>();
    for (Finding finding : Scan.review(examples, 2, Optional.empty()).findings()) {
      found
          .computeIfAbsent(finding.place().path(), _ -> new TreeSet<>())
          .add(finding.place().start().line());
    }
    return found;
  }

  /** The counts by example; where several tests use one, the first that expects the most. */
  static Map<String, Expected> expected(String tests) {
    Map<String, Expected> expected = new TreeMap<>();
    Matcher test = TEST.matcher(tests);
    int from = test.find() ? test.start() : tests.length();
    while (from < tests.length()) {
      int to = test.find() ? test.start() : tests.length();
      String body = tests.substring(from, to);
      Matcher file = FILE.matcher(body);
      Matcher counts = COUNTS.matcher(body);
      if (file.find() && counts.find()) {
        Expected one =
            new Expected(
                Integer.parseInt(counts.group(1)),
                Integer.parseInt(counts.group(2)),
                Integer.parseInt(counts.group(3)));
        expected.merge(file.group(1), one, (a, b) -> b.all() > a.all() ? b : a);
      }
      from = to;
    }
    return expected;
  }
}

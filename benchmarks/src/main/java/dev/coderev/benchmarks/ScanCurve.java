package dev.coderev.benchmarks;

import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.Language;
import dev.coderev.benchmarks.LinearFit.Point;
import dev.coderev.review.run.RuleLoading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how the cost of a scan grows with the number of files and of rules. */
@Command(
    name = "ScanCurve",
    description = "Scans 25, 50, 100 and 200 % of a tree with 50, 100 and 150 rules.",
    mixinStandardHelpOptions = true)
final class ScanCurve extends TreeBenchmark {
  private static final List<Integer> PERCENTS = List.of(25, 50, 100, 200);
  private static final List<Integer> RULES = List.of(50, 100, 150);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Scans per point, of which the median counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  /** One point of the curve. */
  private record Measured(int percent, int files, int rules, double seconds, double cpuSeconds) {
    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("percent", percent);
      json.put("files", files);
      json.put("rules", rules);
      json.put("seconds", seconds);
      json.put("cpuSeconds", cpuSeconds);
      return json;
    }
  }

  public static void main(String[] arguments) {
    main(new ScanCurve(), arguments);
  }

  @Override
  Outcome measure(SourceTree sources, Path scratch, PrintStream log) throws IOException {
    require(rounds >= 1, "--rounds takes a number from 1");
    Map<Integer, Path> configs = new LinkedHashMap<>();
    for (int rules : RULES) {
      configs.put(rules, config(rules, scratch));
    }
    Map<Integer, SourceTree> trees = trees(sources, scratch);
    log.println("warming up");
    Scan.of(sources.root(), jobs, Optional.empty());
    List<Measured> points = new ArrayList<>();
    for (Map.Entry<Integer, SourceTree> tree : trees.entrySet()) {
      for (Path config : configs.values()) {
        points.add(point(tree.getKey(), tree.getValue(), Optional.of(config), log));
      }
    }
    return new Outcome(summary(points), table(points));
  }

  private Measured point(int percent, SourceTree tree, Optional<Path> config, PrintStream log) {
    List<Scan> scans = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      scans.add(Scan.of(tree.root(), jobs, config));
    }
    Measured point =
        new Measured(
            percent,
            scans.getFirst().files(),
            scans.getFirst().rules(),
            Spread.of(scans.stream().map(Scan::seconds).toList()).median(),
            Spread.of(scans.stream().map(Scan::cpuSeconds).toList()).median());
    log.printf("%d %%, %d rules: %.2f s%n", percent, point.rules(), point.seconds());
    return point;
  }

  /**
   * A configuration with this many rules for Java, always the same ones, fewer if there are not.
   */
  private static Path config(int rules, Path scratch) throws IOException {
    List<String> ids =
        RuleLoading.all(List.of()).rules().stream()
            .filter(rule -> rule.regexOnly() || rule.languages().contains(Language.JAVA))
            .map(Rule::id)
            .distinct()
            .sorted(Comparator.comparing(ScanCurve::mixed))
            .limit(rules)
            .toList();
    StringBuilder yaml = new StringBuilder("rules:\n  enable:\n");
    ids.forEach(id -> yaml.append("    - \"").append(id).append("\"\n"));
    return Files.writeString(scratch.resolve("rules-" + rules + ".yaml"), yaml);
  }

  /** Orders ids as if by chance, the same way each time. */
  private static String mixed(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<Integer, SourceTree> trees(SourceTree sources, Path scratch)
      throws IOException {
    Map<Integer, SourceTree> trees = new LinkedHashMap<>();
    for (int percent : PERCENTS) {
      Path folder = Files.createDirectory(scratch.resolve("part-" + percent));
      if (percent <= 100) {
        sources.copyEvery(100 / percent, folder);
      } else {
        for (int copy = 1; copy <= percent / 100; copy++) {
          sources.copyEvery(1, folder.resolve("copy" + copy));
        }
      }
      trees.put(percent, SourceTree.at(folder));
    }
    return trees;
  }

  private Map<String, Object> summary(List<Measured> points) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jobs", jobs);
    json.put("points", points.stream().map(Measured::toJson).toList());
    json.put("secondsOverFiles", overFiles(points, false));
    json.put("cpuSecondsOverFiles", overFiles(points, true));
    json.put("secondsOverRules", overRules(points, false));
    json.put("cpuSecondsOverRules", overRules(points, true));
    return json;
  }

  private static Map<String, Object> overFiles(List<Measured> points, boolean cpu) {
    Map<String, Object> fits = new LinkedHashMap<>();
    for (int rules : points.stream().map(Measured::rules).distinct().toList()) {
      fits.put(
          rules + " rules",
          fit(points.stream().filter(point -> point.rules() == rules).toList(), false, cpu));
    }
    return fits;
  }

  private static Map<String, Object> overRules(List<Measured> points, boolean cpu) {
    Map<String, Object> fits = new LinkedHashMap<>();
    for (int percent : PERCENTS) {
      fits.put(
          percent + " %",
          fit(points.stream().filter(point -> point.percent() == percent).toList(), true, cpu));
    }
    return fits;
  }

  private static Object fit(List<Measured> points, boolean overRules, boolean cpu) {
    List<Point> measured =
        points.stream()
            .map(point ->
                new Point(
                    overRules ? point.rules() : point.files(),
                    cpu ? point.cpuSeconds() : point.seconds()))
            .toList();
    boolean flat = measured.stream().map(Point::x).distinct().count() < 2;
    return flat ? Optional.empty() : LinearFit.through(measured).toJson();
  }

  private static TextTable table(List<Measured> points) {
    TextTable table = new TextTable("tree", "files", "rules", "seconds", "cpu-s");
    points.forEach(point ->
        table.row(
            point.percent() + " %",
            point.files(),
            point.rules(),
            "%.2f".formatted(point.seconds()),
            "%.2f".formatted(point.cpuSeconds())));
    return table;
  }
}

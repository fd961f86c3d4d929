package dev.coderev.benchmarks;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.review.result.ReviewResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures which of the lines that a suite marks as defects are found, and which findings of the
 * same kind stand on other lines. Each folder directly below the suite's is scanned on its own; its
 * name tells the kind where it begins with {@code CWE-}.
 */
@Command(
    name = "MarkedLines",
    description = {
      "Compares findings with the lines that the comments of a suite mark: '$ Alert' as in CodeQL's",
      "query tests, '/* BAD */' and '/* OK */' as in SecuriBench Micro."
    },
    mixinStandardHelpOptions = true)
final class MarkedLines extends Benchmark {
  private static final Pattern CWE = Pattern.compile("CWE-0*(\\d+)");

  /** Weaknesses that tools report for one another. */
  private static final List<Set<Integer>> KIN =
      List.of(
          Set.of(22, 23, 36, 73),
          Set.of(77, 78, 88),
          Set.of(79, 80, 1336),
          Set.of(89, 564, 943),
          Set.of(94, 95, 96, 917, 1336),
          Set.of(312, 532, 200),
          Set.of(326, 327, 328, 916),
          Set.of(330, 338),
          Set.of(400, 730, 1333),
          Set.of(611, 776));

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      required = true,
      description = "The folder whose folders are scanned, one after the other.")
  private Path dir;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Scan only folders whose names contain this text.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Worker threads (default: ${DEFAULT-VALUE}).")
  private int jobs;

  /**
   * What came of one folder.
   *
   * @param taken marked look-alikes with a finding of the folder's kind
   * @param unmarked findings of the folder's kind on lines without a mark
   */
  private record Unit(
      String name, int marked, List<String> missed, List<String> taken, List<String> unmarked) {
    int found() {
      return marked - missed.size();
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("folder", name);
      json.put("marked", marked);
      json.put("found", found());
      json.put("missed", missed);
      json.put("takenForReal", taken);
      json.put("unmarked", unmarked);
      return json;
    }
  }

  public static void main(String[] arguments) {
    main(new MarkedLines(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isDirectory(dir), "--dir: no such folder: " + dir);
    require(jobs >= 1 && jobs <= 1024, "--jobs takes a number from 1 to 1024");
    List<Unit> units = new ArrayList<>();
    for (Path folder : folders()) {
      DefectMarks marks = DefectMarks.below(folder);
      if (!marks.real().isEmpty()) {
        log.println(folder.getFileName());
        units.add(compare(folder, marks));
      }
    }
    require(!units.isEmpty(), "--dir: no marked line in the folders of " + dir);
    return outcome(units);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(dir.toRealPath())) {
      return all.filter(Files::isDirectory)
          .filter(folder ->
              only.isEmpty() || only.stream().anyMatch(folder.getFileName().toString()::contains))
          .sorted()
          .toList();
    }
  }

  private Unit compare(Path folder, DefectMarks marks) {
    String name = folder.getFileName().toString();
    ReviewResult result = Scan.review(folder, jobs, Optional.empty());
    Set<String> missed = new TreeSet<>(marks.real());
    Set<String> taken = new TreeSet<>();
    Set<String> unmarked = new TreeSet<>();
    for (Finding finding : result.findings()) {
      String path = finding.place().path();
      boolean real = false;
      boolean fake = false;
      int first = finding.place().start().line();
      for (int line = first; line <= finding.place().end().line(); line++) {
        String place = path + ":" + line;
        missed.remove(place);
        real |= marks.real().contains(place);
        fake |= marks.fake().contains(place);
      }
      if (!real && isKin(name, weaknesses(result, finding))) {
        (fake ? taken : unmarked).add(path + ":" + first + " " + finding.ruleId());
      }
    }
    return new Unit(
        name, marks.real().size(), List.copyOf(missed), List.copyOf(taken), List.copyOf(unmarked));
  }

  private static List<Integer> weaknesses(ReviewResult result, Finding finding) {
    return Objects.requireNonNull(result.rules().get(finding.ruleId())).metadata().cwe().stream()
        .map(CWE::matcher)
        .filter(Matcher::find)
        .map(match -> Integer.parseInt(match.group(1)))
        .toList();
  }

  /** Whether a weakness is of the folder's kind; a folder without a number takes all. */
  private static boolean isKin(String folder, List<Integer> weaknesses) {
    Matcher number = CWE.matcher(folder);
    if (!number.lookingAt()) {
      return !weaknesses.isEmpty();
    }
    int wanted = Integer.parseInt(number.group(1));
    return weaknesses.stream()
        .anyMatch(given ->
            given == wanted
                || KIN.stream().anyMatch(kin -> kin.contains(wanted) && kin.contains(given)));
  }

  private static Outcome outcome(List<Unit> units) {
    TextTable table = new TextTable("folder", "found", "of", "taken for", "unmarked of its kind");
    int found = 0;
    int marked = 0;
    int taken = 0;
    int unmarked = 0;
    for (Unit unit : units) {
      table.row(
          unit.name(), unit.found(), unit.marked(), unit.taken().size(), unit.unmarked().size());
      found += unit.found();
      marked += unit.marked();
      taken += unit.taken().size();
      unmarked += unit.unmarked().size();
    }
    table.row("all", found, marked, taken, unmarked);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("found", found);
    json.put("marked", marked);
    json.put("takenForReal", taken);
    json.put("unmarked", unmarked);
    json.put("folders", units.stream().map(Unit::toJson).toList());
    return new Outcome(json, table);
  }
}

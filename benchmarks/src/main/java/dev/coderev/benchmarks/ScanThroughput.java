package dev.coderev.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast a tree is scanned with the whole built-in pack. */
@Command(
    name = "ScanThroughput",
    description = "Scans a tree several times in one process with the whole built-in pack.",
    mixinStandardHelpOptions = true)
final class ScanThroughput extends TreeBenchmark {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2",
      description = "Rounds before them that do not count (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--within-files",
      description = "Follow data within each file only, not from one into another.")
  private boolean withinFiles;

  public static void main(String[] arguments) {
    main(new ScanThroughput(), arguments);
  }

  @Override
  Outcome measure(SourceTree sources, Path scratch, PrintStream log) throws IOException {
    require(rounds >= 1, "--rounds takes a number from 1");
    require(warmUp >= 0, "--warm-up takes a number from 0");
    Optional<Path> config = withinFiles ? Optional.of(withinFiles(scratch)) : Optional.empty();
    List<Scan> counting = new ArrayList<>();
    List<Map<String, Object>> shown = new ArrayList<>();
    TextTable table =
        new TextTable("round", "seconds", "MB/s", "MB/cpu-s", "files/s", "GC ms", "findings");
    for (int round = 1; round <= warmUp + rounds; round++) {
      boolean counts = round > warmUp;
      Scan scan = Scan.of(sources.root(), jobs, config);
      String name = (counts ? "" : "warm-up ") + (counts ? round - warmUp : round);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("round", name);
      json.put("warmUp", !counts);
      json.putAll(scan.toJson());
      shown.add(json);
      if (counts) {
        counting.add(scan);
      }
      table.row(
          name,
          "%.2f".formatted(scan.seconds()),
          "%.2f".formatted(scan.megabytesPerSecond()),
          "%.2f".formatted(scan.megabytesPerCpuSecond()),
          "%.0f".formatted(scan.files() / scan.seconds()),
          scan.collectionMillis(),
          scan.findings());
      log.printf("round %s: %.2f s%n", name, scan.seconds());
    }
    return new Outcome(summary(sources, counting, shown), table);
  }

  private static Path withinFiles(Path scratch) throws IOException {
    return Files.writeString(
        scratch.resolve("within-files.yaml"), "limits:\n  across-files: false\n");
  }

  private Map<String, Object> summary(
      SourceTree sources, List<Scan> counting, List<Map<String, Object>> rounds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jobs", jobs);
    json.put("acrossFiles", !withinFiles);
    json.put("javaFiles", sources.files().size());
    json.put("javaBytes", sources.bytes());
    json.put("rounds", rounds);
    json.put(
        "megabytesPerSecond",
        Spread.of(counting.stream().map(Scan::megabytesPerSecond).toList()).toJson());
    json.put(
        "megabytesPerCpuSecond",
        Spread.of(counting.stream().map(Scan::megabytesPerCpuSecond).toList()).toJson());
    json.put(
        "filesPerSecond",
        Spread.of(counting.stream().map(scan -> scan.files() / scan.seconds()).toList()).toJson());
    json.put("peakResidentBytes", Machine.peakResidentBytes());
    return json;
  }
}

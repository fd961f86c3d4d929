package dev.coderev.benchmarks;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.parse.dispatch.Parsers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how many of the secrets that gitleaks' rules are checked with are found here, and how
 * many of the texts that must not be taken for a secret of one kind are reported as one of any
 * kind.
 */
@Command(
    name = "SecretSamples",
    description = "Scans the samples of gitleaks' rules, each in a file of its own.",
    mixinStandardHelpOptions = true)
final class SecretSamples extends Benchmark {
  private static final String SECRETS = "secrets.";

  @Option(
      names = "--gitleaks",
      paramLabel = "DIR",
      required = true,
      description = "A checkout of gitleaks: its folder cmd/generate/config is read.")
  private Path gitleaks;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the generated secrets (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Found and all, of real secrets and of look-alikes of one rule. */
  private static final class Tally {
    private int found;
    private int real;
    private int taken;
    private int fake;

    void add(boolean isReal, boolean isReported) {
      if (isReal) {
        real++;
        found += isReported ? 1 : 0;
      } else {
        fake++;
        taken += isReported ? 1 : 0;
      }
    }

    Map<String, Object> toJson(String rule) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("rule", rule);
      json.put("found", found);
      json.put("real", real);
      json.put("taken", taken);
      json.put("fake", fake);
      return json;
    }
  }

  public static void main(String[] arguments) {
    main(new SecretSamples(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(
        Files.isDirectory(gitleaks.resolve("cmd/generate/config/rules")),
        "--gitleaks: no folder cmd/generate/config/rules in " + gitleaks);
    GoSamples reader = new GoSamples(new Parsers(), seed);
    List<GoSamples.Sample> samples = reader.read(gitleaks);
    log.println(samples.size() + " samples, " + reader.unknown() + " expressions not computed");
    Path scratch = Files.createTempDirectory("coderev-benchmark").toRealPath();
    Set<String> reported;
    try {
      for (int i = 0; i < samples.size(); i++) {
        Files.writeString(scratch.resolve(name(i, samples.get(i))), samples.get(i).text());
      }
      reported = reported(scratch);
    } finally {
      SourceTree.delete(scratch);
    }
    return outcome(samples, reported, reader.unknown());
  }

  private static String name(int index, GoSamples.Sample sample) {
    return "sample" + index + "." + sample.ending();
  }

  private static Set<String> reported(Path folder) {
    Set<String> reported = new HashSet<>();
    for (Finding finding : Scan.review(folder, 2, Optional.empty()).findings()) {
      if (finding.ruleId().startsWith(SECRETS)) {
        reported.add(finding.place().path());
      }
    }
    return reported;
  }

  private static Outcome outcome(
      List<GoSamples.Sample> samples, Set<String> reported, int unknown) {
    Map<String, Tally> rules = new TreeMap<>();
    Tally all = new Tally();
    List<String> missed = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      GoSamples.Sample sample = samples.get(i);
      boolean isReported = reported.contains(name(i, sample));
      rules.computeIfAbsent(sample.rule(), _ -> new Tally()).add(sample.real(), isReported);
      all.add(sample.real(), isReported);
      if (isReported != sample.real()) {
        (isReported ? taken : missed).add(sample.rule() + ": " + sample.text());
      }
    }
    TextTable table = new TextTable("rule", "found", "of", "taken for a secret", "of");
    rules.forEach((rule, tally) -> {
      if (tally.found < tally.real || tally.taken > 0) {
        table.row(rule, tally.found, tally.real, tally.taken, tally.fake);
      }
    });
    table.row("all", all.found, all.real, all.taken, all.fake);
    long whole = rules.values().stream().filter(tally -> tally.found == tally.real).count();
    Map<String, Object> json = all.toJson("all");
    json.put("notComputed", unknown);
    json.put("rules", rules.size());
    json.put("rulesFoundWhole", whole);
    json.put(
        "byRule", rules.entrySet().stream().map(e -> e.getValue().toJson(e.getKey())).toList());
    json.put("missed", missed);
    json.put("takenForReal", taken);
    return new Outcome(json, table);
  }
}

package dev.coderev.benchmarks;

import dev.coderev.analysis.source.Language;
import dev.coderev.review.run.RuleLoading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares with other scanners on one tree, in turns, so that other load hits both of a pair. */
@Command(
    name = "Peers",
    description =
        "Runs CodeRev and other scanners in turns on one tree; a peer not given is absent.",
    mixinStandardHelpOptions = true)
final class Peers extends TreeBenchmark {
  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      defaultValue = "./coderev",
      description = "The launcher of CodeRev (default: ${DEFAULT-VALUE}).")
  private Path launcher;

  @Option(
      names = "--pmd-home",
      paramLabel = "DIR",
      description = "A folder with the jars of PMD in its folder lib.")
  private @Nullable Path pmdHome;

  @Option(names = "--ast-grep", paramLabel = "FILE", description = "The program ast-grep.")
  private @Nullable Path astGrep;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Pairs per peer (default: ${DEFAULT-VALUE}).")
  private int pairs;

  public static void main(String[] arguments) {
    main(new Peers(), arguments);
  }

  /** One run of CodeRev and the run of the peer after it. */
  private record Pair(Execution ours, Execution theirs) {
    double wallRatio() {
      return theirs.seconds() / ours.seconds();
    }

    double cpuRatio() {
      return theirs.cpuSeconds() / ours.cpuSeconds();
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("coderevSeconds", ours.seconds());
      json.put("peerSeconds", theirs.seconds());
      json.put("wallRatio", wallRatio());
      json.put("coderevCpuSeconds", ours.cpuSeconds());
      json.put("peerCpuSeconds", theirs.cpuSeconds());
      json.put("cpuRatio", cpuRatio());
      return json;
    }
  }

  @Override
  Outcome measure(SourceTree sources, Path scratch, PrintStream log)
      throws IOException, InterruptedException {
    require(pairs >= 1, "--pairs takes a number from 1");
    require(Files.isExecutable(launcher), "--launcher: not executable: " + launcher);
    require(
        pmdHome == null || Files.isDirectory(pmdHome.resolve("lib")),
        "--pmd-home: no folder lib in " + pmdHome);
    require(
        astGrep == null || Files.isExecutable(astGrep), "--ast-grep: not executable: " + astGrep);
    Peer coderev = Peer.coderev(launcher, sources.root(), jobs, builtInJavaRules());
    List<Peer> present = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    if (pmdHome == null) {
      absent.add("pmd");
    } else {
      present.add(Peer.pmd(pmdHome.toAbsolutePath(), sources.root(), jobs));
    }
    if (astGrep == null) {
      absent.add("ast-grep");
    } else {
      present.add(Peer.astGrep(astGrep, astGrepRules(scratch), sources.root(), jobs));
    }
    TextTable table = new TextTable("peer", "rules", "findings", "wall ratio", "cpu ratio");
    Path output = scratch.resolve("output");
    Map<String, Object> peers = new LinkedHashMap<>();
    log.println("one run of coderev that does not count");
    run(coderev, output);
    Map<String, Object> own = describe(coderev, output);
    table.row("coderev", coderev.rules(), coderev.findings(output), "1", "1");
    for (Peer peer : present) {
      List<Pair> measured = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        measured.add(new Pair(run(coderev, output), run(peer, output)));
        Pair last = measured.getLast();
        log.printf(
            "%s: %.2f s, coderev: %.2f s%n",
            peer.name(), last.theirs().seconds(), last.ours().seconds());
      }
      Spread wall = Spread.of(measured.stream().map(Pair::wallRatio).toList());
      Spread cpu = Spread.of(measured.stream().map(Pair::cpuRatio).toList());
      Map<String, Object> json = describe(peer, output);
      json.put("pairs", measured.stream().map(Pair::toJson).toList());
      json.put("wallRatio", wall.toJson());
      json.put("cpuRatio", cpu.toJson());
      peers.put(peer.name(), json);
      table.row(peer.name(), peer.rules(), peer.findings(output), wall, cpu);
    }
    absent.forEach(name -> table.row(name, "absent", "", "", ""));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jobs", jobs);
    json.put("javaFiles", sources.files().size());
    json.put("javaBytes", sources.bytes());
    json.put("ratio", "time of the peer divided by time of coderev");
    json.put("coderev", own);
    json.put("peers", peers);
    json.put("absent", absent);
    return new Outcome(json, table);
  }

  private static int builtInJavaRules() {
    return (int)
        RuleLoading.all(List.of()).rules().stream()
            .filter(rule -> rule.regexOnly() || rule.languages().contains(Language.JAVA))
            .count();
  }

  private static Execution run(Peer peer, Path output) throws IOException, InterruptedException {
    Execution execution = Execution.of(peer.command(), output);
    if (execution.exitCode() > 1) {
      throw new IOException(peer.name() + " ended with " + execution.exitCode());
    }
    return execution;
  }

  private static Map<String, Object> describe(Peer peer, Path output) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("does", peer.does());
    json.put("rules", peer.rules());
    json.put("findings", peer.findings(output));
    return json;
  }

  private static Path astGrepRules(Path scratch) throws IOException {
    Path rules = scratch.resolve("ast-grep.yaml");
    try (InputStream in = Peers.class.getResourceAsStream("ast-grep-java.yml")) {
      if (in == null) {
        throw new IOException("the rules for ast-grep are not on the class path");
      }
      Files.copy(in, rules);
    }
    return rules;
  }
}

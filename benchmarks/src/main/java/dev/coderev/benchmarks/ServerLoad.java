package dev.coderev.benchmarks;

import dev.coderev.benchmarks.LoadClient.Ask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how fast a server answers that this program starts, with many issues in its database.
 */
@Command(
    name = "ServerLoad",
    description =
        "Starts a server on this machine, fills it with issues, and asks it one by one, then at a"
            + " steady rate.",
    mixinStandardHelpOptions = true)
final class ServerLoad extends Benchmark {
  private static final List<String> ONE_BY_ONE = List.of("health", "list", "snippet", "login");

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      defaultValue = "./coderev",
      description = "The launcher (default: ${DEFAULT-VALUE}).")
  private Path launcher;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Data folder to keep for the next time (default: one that goes away).")
  private @Nullable Path data;

  @Option(
      names = "--cores",
      paramLabel = "LIST",
      description = "Cores of the server and its database, for taskset, as 0,1 (default: all).")
  private @Nullable String cores;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Issues to have in the database, 0 to add none (default: ${DEFAULT-VALUE}).")
  private long rows;

  @Option(
      names = "--projects",
      paramLabel = "N",
      defaultValue = "4",
      description = "Projects that have them (default: ${DEFAULT-VALUE}).")
  private int projects;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "500",
      description = "Requests of each kind, one after the other (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "300",
      description = "Requests of each kind before them (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "Mixed requests a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long at this rate, 0 for not at all (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Kinds to ask one by one: health, list, snippet, login (default: all).")
  private List<String> only = ONE_BY_ONE;

  public static void main(String[] arguments) {
    main(new ServerLoad(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException, InterruptedException {
    require(rows >= 0 && projects >= 1, "--rows takes a number from 0, --projects from 1");
    require(requests >= 1 && warmUp >= 0, "--requests takes a number from 1, --warm-up from 0");
    require(rate >= 1 && rate <= 10_000, "--rate takes a number from 1 to 10000");
    require(seconds >= 0 && seconds <= 3_600, "--seconds takes a number from 0 to 3600");
    require(ONE_BY_ONE.containsAll(only), "--only takes some of " + ONE_BY_ONE);
    require(Files.isExecutable(launcher), "--launcher: not executable: " + launcher);
    Path scratch = Files.createTempDirectory("coderev-benchmark").toRealPath();
    try (LoadedServer server =
        LoadedServer.start(
            launcher,
            data == null ? scratch.resolve("data") : data.toAbsolutePath(),
            Optional.ofNullable(cores),
            scratch.resolve("server.log"))) {
      return measure(server, log);
    } finally {
      SourceTree.delete(scratch);
    }
  }

  private Outcome measure(LoadedServer server, PrintStream log)
      throws IOException, InterruptedException {
    IssueRows filled = IssueRows.fill(server, projects, rows);
    log.printf("%d rows in %d projects%n", filled.rows(), filled.projects().size());
    LoadRequests asks = new LoadRequests(filled.projects(), 1);
    TextTable table =
        new TextTable("request", "answers", "errors", "p50 ms", "p95 ms", "p99 ms", "cpu ms");
    Map<String, Object> single = new LinkedHashMap<>();
    for (String kind : only) {
      single.put(kind, oneByOne(server, kind, asks.of(kind), table));
      log.println(kind);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", filled.rows());
    json.put("cores", Optional.ofNullable(cores));
    json.put("oneByOne", single);
    if (seconds > 0) {
      json.put("steady", steady(server, asks, table));
    }
    return new Outcome(json, table);
  }

  private Map<String, Object> oneByOne(
      LoadedServer server, String kind, Supplier<Ask> asks, TextTable table)
      throws InterruptedException {
    ask(server, asks, warmUp, new Latencies());
    Latencies latencies = new Latencies();
    double before = server.cpuSeconds();
    ask(server, asks, requests, latencies);
    double cpu = (server.cpuSeconds() - before) * 1e3 / requests;
    row(table, kind, latencies, String.format(Locale.ROOT, "%.1f", cpu));
    Map<String, Object> json = new LinkedHashMap<>(latencies.toJson());
    json.put("serverCpuMillis", cpu);
    return json;
  }

  private static void ask(LoadedServer server, Supplier<Ask> asks, int times, Latencies latencies)
      throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Ask ask = asks.get();
      server.client().timed(ask, System.nanoTime(), latencies);
    }
  }

  private Map<String, Object> steady(LoadedServer server, LoadRequests asks, TextTable table)
      throws IOException, InterruptedException {
    SteadyLoad load = new SteadyLoad(server);
    double before = server.cpuSeconds();
    load.run(asks::mixed, rate, Duration.ofSeconds(seconds));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rate", rate);
    json.put("seconds", seconds);
    json.put("errors", load.errors());
    json.put("serverCores", (server.cpuSeconds() - before) / seconds);
    json.put("resident", load.memory());
    Map<String, Object> each = new LinkedHashMap<>();
    load.latencies().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          each.put(entry.getKey(), entry.getValue().toJson());
          row(table, rate + "/s " + entry.getKey(), entry.getValue(), "");
        });
    json.put("requests", each);
    return json;
  }

  private static void row(TextTable table, String name, Latencies latencies, String cpu) {
    table.row(
        name,
        latencies.count(),
        latencies.errors(),
        format(latencies.within(0.5)),
        format(latencies.within(0.95)),
        format(latencies.within(0.99)),
        cpu);
  }

  private static String format(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}

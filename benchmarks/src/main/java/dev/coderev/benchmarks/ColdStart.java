package dev.coderev.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the time from the start of the launcher to the report, on one small file. */
@Command(
    name = "ColdStart",
    description = "Starts the launcher on one small file per language, again and again.",
    mixinStandardHelpOptions = true)
final class ColdStart extends Benchmark {
  private static final Map<String, String> SAMPLES =
      Map.of(
          "java",
          """
          import java.sql.*;

          class Accounts {
            ResultSet named(Connection connection, String name) throws SQLException {
              return connection.createStatement().executeQuery("select * from a where n='" + name + "'");
            }
          }
          """,
          "py",
          """
          import subprocess


          def listing(folder):
              return subprocess.run("ls " + folder, shell=True)
          """);

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      defaultValue = "./coderev",
      description = "The launcher (default: ${DEFAULT-VALUE}).")
  private Path launcher;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Starts per language that count (default: ${DEFAULT-VALUE}).")
  private int runs;

  public static void main(String[] arguments) {
    main(new ColdStart(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException, InterruptedException {
    require(runs >= 1, "--runs takes a number from 1");
    require(Files.isExecutable(launcher), "--launcher: not executable: " + launcher);
    Path scratch = Files.createTempDirectory("coderev-benchmark").toRealPath();
    try {
      Map<String, Object> languages = new LinkedHashMap<>();
      TextTable table = new TextTable("language", "ms", "cpu-ms");
      for (String language : SAMPLES.keySet().stream().sorted().toList()) {
        Path folder = Files.createDirectory(scratch.resolve(language));
        Path file = Files.writeString(folder.resolve("Sample." + language), SAMPLES.get(language));
        List<Execution> executions = executions(file, scratch.resolve("report"));
        Spread wall = Spread.of(executions.stream().map(run -> run.seconds() * 1e3).toList());
        Spread cpu = Spread.of(executions.stream().map(run -> run.cpuSeconds() * 1e3).toList());
        languages.put(language, Map.of("millis", wall.toJson(), "cpuMillis", cpu.toJson()));
        table.row(language, wall, cpu);
        log.printf("%s: %s ms%n", language, wall);
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("runs", runs);
      json.put("languages", languages);
      return new Outcome(json, table);
    } finally {
      SourceTree.delete(scratch);
    }
  }

  /** The first start warms the disk, and builds if need be; it does not count. */
  private List<Execution> executions(Path file, Path output)
      throws IOException, InterruptedException {
    List<Execution> executions = new ArrayList<>();
    List<String> command = List.of(launcher.toAbsolutePath().toString(), "scan", file.toString());
    for (int run = 0; run <= runs; run++) {
      Execution execution = Execution.of(command, output);
      if (execution.exitCode() > 1) {
        throw new IOException("the launcher ended with " + execution.exitCode());
      }
      if (run > 0) {
        executions.add(execution);
      }
    }
    return executions;
  }
}

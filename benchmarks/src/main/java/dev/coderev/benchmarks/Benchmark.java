package dev.coderev.benchmarks;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A program that measures something: one JSON object on stdout, a table for people on stderr. */
abstract class Benchmark {
  @Spec CommandSpec spec;

  /** Measures; {@code log} gets a line about each step. */
  abstract Outcome measure(PrintStream log) throws IOException, InterruptedException;

  /** Exits with 0, or with 2 for wrong arguments and failures. */
  static void main(Benchmark benchmark, String... arguments) {
    System.exit(run(benchmark, System.out, System.err, arguments));
  }

  static int run(Benchmark benchmark, PrintStream out, PrintStream err, String... arguments) {
    CommandLine command = new CommandLine(benchmark).setUsageHelpAutoWidth(true);
    try {
      command.parseArgs(arguments);
      if (command.isUsageHelpRequested()) {
        command.usage(out);
        return 0;
      }
      Outcome outcome = benchmark.measure(err);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("benchmark", command.getCommandName());
      json.put("machine", Machine.toJson());
      json.putAll(outcome.json());
      out.println(new JsonValue(json));
      err.print(outcome.table());
      return 0;
    } catch (ParameterException e) {
      err.println(command.getCommandName() + ": " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println(command.getCommandName() + ": " + e);
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  /** The model shape of a name; ends the program when there is none. */
  final ModelConfig shape(String option, String name) {
    return Optional.ofNullable(Presets.all().get(name))
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), option + ": no such shape: " + name));
  }

  /** Ends the program with the message unless the argument is sound. */
  final void require(boolean sound, String message) {
    if (!sound) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}

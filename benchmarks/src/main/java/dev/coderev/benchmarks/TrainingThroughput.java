package dev.coderev.benchmarks;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.training.speed.StepProfile;
import dev.coderev.training.speed.StepProfiler;
import dev.coderev.training.student.StudentSize;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures training steps beside plain products of matrices: the share of the machine's own speed
 * that training reaches, and where the rest goes.
 */
@Command(
    name = "TrainingThroughput",
    description = "Measures training steps beside plain products of matrices.",
    mixinStandardHelpOptions = true)
final class TrainingThroughput extends Benchmark {

  @Option(names = "--config", paramLabel = "SHAPE", description = "Default: ${DEFAULT-VALUE}.")
  private String config = "llama-30m";

  @Option(names = "--precision", paramLabel = "TYPE", description = "Default: ${DEFAULT-VALUE}.")
  private Compute.Precision precision = Compute.Precision.BF16;

  @Option(names = "--threads", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  @Option(names = "--micro-batch", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int rows = 4;

  @Option(names = "--length", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Option(names = "--rounds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--processor-time",
      description = "Count processor time, for machines that have other work.")
  private boolean processor;

  public static void main(String[] arguments) {
    main(new TrainingThroughput(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    ModelConfig shape = shape("--config", config);
    require(rounds > 0 && rows > 0 && length > 1, "rounds, rows and length must be positive");
    LongSupplier clock = processor ? Machine::cpuNanos : System::nanoTime;
    List<StepProfile> steps =
        new StepProfiler(shape, precision, threads, rows, length, clock).run(rounds);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("config", config);
    json.put("parameters", StudentSize.parameters(shape));
    json.put("precision", precision.name());
    json.put("threads", threads);
    json.put("processorTime", processor);
    json.put("tokensOfAStep", steps.getFirst().tokens());
    json.put("shareOfProducts", spread(steps, StepProfile::share).toJson());
    json.put("tokensPerSecond", spread(steps, StepProfile::tokensPerSecond).toJson());
    json.put("productGigaflops", spread(steps, it -> it.productFlops() / 1e9).toJson());
    json.put("stepGigaflops", spread(steps, it -> it.flops() / it.seconds() / 1e9).toJson());
    TextTable table = new TextTable("part", "seconds", "share of the step");
    Map<String, Object> parts = new LinkedHashMap<>();
    part(parts, table, "gradient", steps, StepProfile::learning);
    part(parts, table, "update", steps, StepProfile::update);
    json.put("secondsOf", parts);
    return new Outcome(json, table);
  }

  private static Spread spread(List<StepProfile> steps, ToDoubleFunction<StepProfile> figure) {
    List<Double> values = new ArrayList<>();
    steps.forEach(it -> values.add(figure.applyAsDouble(it)));
    return Spread.of(values);
  }

  private static void part(
      Map<String, Object> parts,
      TextTable table,
      String name,
      List<StepProfile> steps,
      ToDoubleFunction<StepProfile> seconds) {
    Spread spread = spread(steps, seconds);
    parts.put(name, spread.toJson());
    table.row(
        name,
        spread,
        String.format(
            Locale.ROOT,
            "%.0f %%",
            100 * spread(steps, it -> seconds.applyAsDouble(it) / it.seconds()).median()));
  }
}

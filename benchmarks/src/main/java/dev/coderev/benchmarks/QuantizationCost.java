package dev.coderev.benchmarks;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what quantizing costs: the time, and the most memory that the process had, for a
 * checkpoint of a known shape with random weights, whose numbers cost what others do.
 */
@Command(
    name = "QuantizationCost",
    description = "Quantizes a random checkpoint of a known shape; time and peak memory.",
    mixinStandardHelpOptions = true)
final class QuantizationCost extends Benchmark {

  @Option(names = "--shape", paramLabel = "SHAPE", description = "Default: ${DEFAULT-VALUE}.")
  private String shape = "qwen2.5-0.5b";

  @Option(names = "--method", paramLabel = "METHOD", description = "Default: ${DEFAULT-VALUE}.")
  private Method method = Method.NF4;

  @Option(names = "--group-size", paramLabel = "N", description = "Default: the method's.")
  private Optional<Integer> groupSize = Optional.empty();

  @Option(names = "--samples", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int samples = 128;

  @Option(names = "--length", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Option(
      names = "--work",
      required = true,
      paramLabel = "DIR",
      description = "A folder; a checkpoint of this shape that lies there is used again.")
  private Path work = Path.of("");

  public static void main(String[] arguments) {
    main(new QuantizationCost(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    ModelConfig config = shape("--shape", shape);
    Files.createDirectories(work);
    Path source = work.resolve(shape);
    if (!Files.exists(source)) {
      log.println("making " + source);
      RandomCheckpoint.write(source, shape, config, DType.BF16, 1);
      log.println(
          "the peak below is that of making it, too; run again for that of quantizing alone");
    }
    Path target = work.resolve(shape + "-" + method.name().toLowerCase(Locale.ROOT));
    require(!Files.exists(target), "--work: remove " + target);
    long cpu = Machine.cpuNanos();
    long start = System.nanoTime();
    new Quantization(source, target, recipe(), texts(config)).run(weight -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = (Machine.cpuNanos() - cpu) / 1e9;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("shape", shape);
    json.put("method", method.name());
    json.put("seconds", seconds);
    json.put("processorSeconds", processor);
    Optional<Long> peak = Machine.peakResidentBytes();
    json.put("peakResidentBytes", peak);
    json.put("sourceBytes", bytes(source));
    json.put("targetBytes", bytes(target));
    json.put("largestLayerBytes", largestLayer(config));
    TextTable table = new TextTable("shape", "method", "seconds", "processor s", "peak MB");
    table.row(
        shape,
        method,
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "%.1f", processor),
        peak.map(it -> it / 1_000_000).map(String::valueOf).orElse("–"));
    return new Outcome(json, table);
  }

  private QuantizationRecipe recipe() {
    boolean awq = method == Method.AWQ;
    return new QuantizationRecipe(
        method,
        method.usualBits(),
        groupSize.orElse(method.usualGroup()),
        !awq,
        false,
        awq ? Layout.AWQ : Layout.GPTQ);
  }

  private Optional<Calibration> texts(ModelConfig config) {
    if (!method.calibrated()) {
      return Optional.empty();
    }
    var random = new Random(1);
    return Optional.of(
        new Calibration(
            IntStream.range(0, samples)
                .mapToObj(i -> random.ints(length, 0, config.vocabSize()).toArray())
                .toList()));
  }

  private static long bytes(Path model) {
    try (Checkpoint checkpoint = Checkpoint.open(model)) {
      return checkpoint.names().stream().mapToLong(checkpoint::storedBits).sum() / Byte.SIZE;
    }
  }

  /** The floats of the largest layer. */
  private static long largestLayer(ModelConfig config) {
    return Float.BYTES
        * IntStream.range(0, config.layers())
            .mapToLong(i ->
                WeightShapes.of(config).entrySet().stream()
                    .filter(it -> it.getKey().startsWith(WeightShapes.layer(i)))
                    .mapToLong(it -> it.getValue().elements())
                    .sum())
            .max()
            .orElseThrow();
  }
}

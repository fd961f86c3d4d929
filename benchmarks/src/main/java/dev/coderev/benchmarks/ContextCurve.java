package dev.coderev.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.transformer.Adapter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what a token costs behind contexts of growing length: one of a prompt and a generated
 * one, in processor time.
 */
@Command(
    name = "ContextCurve",
    description = "Measures tokens behind contexts of growing length.",
    mixinStandardHelpOptions = true)
final class ContextCurve extends Benchmark {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final int SHORTEST = 512;

  @Option(names = "--model", paramLabel = "PATH", required = true, description = "A checkpoint.")
  private Path model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--longest",
      paramLabel = "P",
      defaultValue = "8192",
      description = "Contexts of 512 and its doubles up to this (default: ${DEFAULT-VALUE}).")
  private int longest;

  @Option(
      names = "--cache-type",
      paramLabel = "TYPE",
      defaultValue = "F16",
      description = "How keys and values are kept (default: ${DEFAULT-VALUE}).")
  private KvPrecision cacheType;

  @Option(
      names = "--measured",
      paramLabel = "N",
      defaultValue = "128",
      description =
          "Tokens of a prompt that end at each length; an eighth as many are generated (default:"
              + " ${DEFAULT-VALUE}).")
  private int measured;

  private final Random random = new Random(1);

  /** Milliseconds of a token of a prompt, and of a generated one, behind a context. */
  private record Point(int context, double prompt, double generated) {
    Map<String, Object> json() {
      return Map.of("context", context, "prompt", prompt, "generated", generated);
    }
  }

  public static void main(String[] arguments) {
    main(new ContextCurve(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) {
    require(Files.exists(model), "--model: nothing at " + model);
    require(threads >= 1, "--threads takes a number from 1");
    require(longest >= SHORTEST, "--longest takes a number from " + SHORTEST);
    require(
        measured >= 8 && measured <= SHORTEST / 2,
        "--measured takes a number from 8 to " + SHORTEST / 2);
    var options =
        RuntimeOptions.defaults()
            .withThreads(threads)
            .withCachePrecision(cacheType)
            .withPositions(longest + SHORTEST);
    try (LoadedModel loaded = LoadedModel.open(model, options)) {
      var rows = new ArrayList<Point>();
      var table = new TextTable("context", "ms a prompt's token", "ms a generated token");
      curve(loaded, SHORTEST, new ArrayList<>(), log); // compiles what is measured
      curve(loaded, longest, rows, log);
      for (Point point : rows) {
        table.row(point.context(), shown(point.prompt()), shown(point.generated()));
      }
      var json = new LinkedHashMap<String, Object>();
      json.put("model", model.getFileName().toString());
      json.put("kernels", loaded.activeKernels());
      json.put("cache", cacheType.name());
      json.put("threads", threads);
      json.put("bytesPerPosition", loaded.cache().shape().positionBytes());
      json.put("weightBytesPerToken", loaded.transformer().weights().perToken());
      json.put("curve", rows.stream().map(Point::json).toList());
      return new Outcome(json, table);
    }
  }

  private static String shown(double milliseconds) {
    return String.format(Locale.ROOT, "%.2f", milliseconds);
  }

  private void curve(LoadedModel loaded, int most, List<Point> rows, PrintStream log) {
    try (KvSequence sequence = loaded.cache().open()) {
      for (int context = SHORTEST; context <= most; context *= 2) {
        log.println("context " + context);
        int[] tokens = tokens(loaded, context - sequence.length());
        int before = tokens.length - measured;
        read(loaded, sequence, Arrays.copyOf(tokens, before));
        int[] last = Arrays.copyOfRange(tokens, before, tokens.length);
        double prompt = milliseconds(() -> read(loaded, sequence, last)) / measured;
        int count = measured / 8;
        double generated =
            milliseconds(() -> {
              for (int token : tokens(loaded, count)) {
                loaded
                    .transformer()
                    .decode(List.of(sequence), List.of(Adapter.NONE), new int[] {token});
              }
            })
                / count;
        sequence.truncate(context);
        rows.add(new Point(context, prompt, generated));
      }
    }
  }

  private static void read(LoadedModel loaded, KvSequence sequence, int[] tokens) {
    loaded.transformer().prefill(sequence, Adapter.NONE, tokens);
  }

  private int[] tokens(LoadedModel loaded, int count) {
    return random.ints(count, 0, loaded.config().vocabSize()).toArray();
  }

  private static double milliseconds(Runnable work) {
    long start = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - start) / 1e6;
  }
}

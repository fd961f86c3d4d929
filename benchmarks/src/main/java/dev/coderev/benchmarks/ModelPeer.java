package dev.coderev.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the same GGUF file in llama.cpp and in CodeRev, in turns and in one process: what a
 * token of a prompt and a generated token cost, in processor time and by the clock.
 */
@Command(
    name = "ModelPeer",
    description = "Runs one GGUF file in llama.cpp and in CodeRev, in turns.",
    mixinStandardHelpOptions = true)
final class ModelPeer extends Benchmark {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Option(names = "--model", paramLabel = "FILE", required = true, description = "A GGUF file.")
  private Path model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of each (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--prompt",
      paramLabel = "P",
      defaultValue = "512",
      description = "Tokens of the prompt, about (default: ${DEFAULT-VALUE}).")
  private int prompt;

  @Option(
      names = "--generate",
      paramLabel = "G",
      defaultValue = "32",
      description = "Tokens that are generated (default: ${DEFAULT-VALUE}).")
  private int generate;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of each (default: ${DEFAULT-VALUE}).")
  private int rounds;

  /** Seconds of processor time, and by the clock. */
  private record Seconds(double processor, double clock) {

    static Seconds of(Runnable work) {
      long clock = System.nanoTime();
      long processor = SYSTEM.getProcessCpuTime();
      work.run();
      return new Seconds(
          (SYSTEM.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9);
    }

    Seconds less(Seconds other, int parts) {
      return new Seconds((processor - other.processor) / parts, (clock - other.clock) / parts);
    }
  }

  /** What one token costs. */
  private record Turn(Seconds prompt, Seconds generated) {}

  public static void main(String[] arguments) {
    main(new ModelPeer(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) {
    require(Files.isRegularFile(model), "--model: no file " + model);
    require(
        threads >= 1 && prompt >= 1 && generate >= 1 && rounds >= 1,
        "--threads, --prompt, --generate and --rounds take numbers from 1");
    var theirs = new ArrayList<Turn>();
    var ours = new ArrayList<Turn>();
    var options =
        RuntimeOptions.defaults().withThreads(threads).withPositions(2 * (prompt + generate) + 64);
    try (Tokenizer tokenizer = Tokenizer.open(model);
        LoadedModel own = LoadedModel.open(model, options);
        LlamaModel peer = peer()) {
      String text = text(tokenizer);
      int[] tokens = tokenizer.encode(text, true);
      for (int round = 0; round <= rounds; round++) {
        log.println("round " + round + " of " + rounds);
        Turn their = theirs(peer, text, tokens.length);
        Turn our = ours(own, tokens);
        if (round > 0) { // the first one warms up
          theirs.add(their);
          ours.add(our);
        }
      }
      return outcome(own.activeKernels(), tokens.length, theirs, ours);
    }
  }

  private LlamaModel peer() {
    return new LlamaModel(
        new ModelParameters()
            .setModel(model.toString())
            .setCtxSize(2 * (prompt + generate) + 64)
            .setThreads(threads)
            .setThreadsBatch(threads)
            .disableLog());
  }

  /** Words until the tokenizer makes enough tokens of them. */
  private String text(Tokenizer tokenizer) {
    var text = new StringBuilder();
    for (int i = 0; tokenizer.encode(text.toString(), true).length < prompt; i++) {
      text.append("int value").append(i).append(" = ").append(i * 31 % 97).append(";\n");
    }
    return text.toString();
  }

  private Turn theirs(LlamaModel peer, String text, int tokens) {
    Seconds first = Seconds.of(() -> generate(peer, text, 1));
    Seconds all = Seconds.of(() -> generate(peer, text, 1 + generate));
    return new Turn(first.less(new Seconds(0, 0), tokens), all.less(first, generate));
  }

  private static void generate(LlamaModel peer, String text, int count) {
    var parameters =
        new InferenceParameters(text)
            .setTemperature(0)
            .setNPredict(count)
            .setIgnoreEos(true)
            .setCachePrompt(false);
    var seen = new StringBuilder();
    for (LlamaOutput output : peer.generate(parameters)) {
      seen.append(output.text);
    }
  }

  private Turn ours(LoadedModel own, int[] tokens) {
    try (KvSequence sequence = own.cache().open()) {
      var next = new int[1];
      Seconds first =
          Seconds.of(() ->
              next[0] = Logits.argmax(own.transformer().prefill(sequence, Adapter.NONE, tokens)));
      Seconds rest =
          Seconds.of(() -> {
            for (int i = 0; i < generate; i++) {
              next[0] =
                  Logits.argmax(
                      own.transformer()
                          .decode(List.of(sequence), List.of(Adapter.NONE), next)
                          .getFirst());
            }
          });
      var nothing = new Seconds(0, 0);
      return new Turn(first.less(nothing, tokens.length), rest.less(nothing, generate));
    }
  }

  private Outcome outcome(String kernels, int tokens, List<Turn> theirs, List<Turn> ours) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", model.getFileName().toString());
    json.put("kernels", kernels);
    json.put("threads", threads);
    json.put("promptTokens", tokens);
    json.put("generatedTokens", generate);
    var table = new TextTable("milliseconds a token", "llama.cpp", "coderev", "ratio");
    Map<String, ToDoubleFunction<Turn>> figures = new LinkedHashMap<>();
    figures.put("promptProcessor", it -> it.prompt().processor());
    figures.put("promptClock", it -> it.prompt().clock());
    figures.put("generatedProcessor", it -> it.generated().processor());
    figures.put("generatedClock", it -> it.generated().clock());
    figures.forEach((name, figure) -> {
      Spread their = milliseconds(theirs, figure);
      Spread our = milliseconds(ours, figure);
      double ratio = their.median() / our.median();
      json.put(
          name, Map.of("llamaCpp", their.toJson(), "coderev", our.toJson(), "timesFaster", ratio));
      table.row(name, their, our, String.format(Locale.ROOT, "%.2f", ratio));
    });
    return new Outcome(json, table);
  }

  private static Spread milliseconds(List<Turn> turns, ToDoubleFunction<Turn> figure) {
    return Spread.of(turns.stream().map(it -> 1000 * figure.applyAsDouble(it)).toList());
  }
}

package dev.coderev.cli.model;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.GgufQuantization;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.Quantization.Quantized;
import dev.coderev.model.convert.QuantizationListener;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.mixed.Goal;
import dev.coderev.model.mixed.MixedQuantization;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model quantize}: a checkpoint whose linear layers have few bits. */
@Command(
    name = "quantize",
    description = {
      "Writes a Hugging Face directory whose linear layers have few bits, as bitsandbytes, GPTQ,",
      "AWQ or compressed-tensors store them. Embeddings, head and norms stay plain."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelQuantizeCommand implements Callable<Integer> {

  /** The methods of recipes, and the one that mixes types. */
  private enum Way {
    NF4,
    FP4,
    INT8,
    RTN,
    GPTQ,
    AWQ,
    LEARNED,
    AUTO
  }

  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path source = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description = "A new directory, or a new file that ends in .gguf (groups of 32).")
  private Path out = Path.of("");

  @Option(
      names = "--method",
      required = true,
      paramLabel = "METHOD",
      description =
          "${COMPLETION-CANDIDATES}; rtn rounds to nearest; gptq, awq, learned and auto need"
              + " --calibration; auto mixes types in a .gguf file, bits in a directory.")
  private Way way = Way.NF4;

  @Option(
      names = "--target-size",
      paramLabel = "BYTES",
      description = "Of auto: the most that all weights take.")
  private @Nullable Long targetSize;

  @Option(
      names = "--max-loss",
      paramLabel = "NATS",
      description = "Of auto: the most mean KL divergence from the original on the text.")
  private @Nullable Double maxLoss;

  @Option(names = "--bits", paramLabel = "N", description = "2, 3, 4 or 8. Default: 4; int8: 8.")
  private @Nullable Integer bits;

  @Option(
      names = "--group-size",
      paramLabel = "N",
      description =
          "Columns that share a scale, -1 for whole rows (rtn, gptq, awq, learned); block size"
              + " (nf4, fp4). Default: 128; nf4, fp4: 64.")
  private @Nullable Integer groupSize;

  @Option(names = "--double-quant", description = "Quantize the scales of nf4 and fp4 too.")
  private boolean doubled;

  @Option(
      names = "--asymmetric",
      description = "Keep zero points (rtn, gptq, learned; always in the awq layout).")
  private boolean asymmetric;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "Of rtn, gptq, awq and learned: gptq, awq, compressed_tensors. Default: gptq; awq: awq.")
  private @Nullable Layout chosenLayout;

  @Option(
      names = "--embeddings",
      paramLabel = "TYPE",
      converter = DTypeConverter.class,
      description = "Of embeddings and head in a .gguf file: f16, q8_0, q4_0 … Default: f16.")
  private @Nullable DType embeddings;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "Text that the model reads so that its layers' inputs are seen.")
  private @Nullable Path calibration;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "The most sequences of the text. Default: ${DEFAULT-VALUE}.")
  private int samples = 128;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Tokens of a sequence. Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Mixin private ModelReportMixin form = new ModelReportMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (way == Way.AUTO) {
      return mix();
    }
    if (targetSize != null || maxLoss != null) {
      throw new ModelException("--target-size and --max-loss are of --method auto");
    }
    Method method = Method.valueOf(way.name());
    boolean file = CheckpointWriter.isGguf(out);
    Layout usual = method == Method.AWQ && !file ? Layout.AWQ : Layout.GPTQ;
    Layout layout = chosenLayout == null ? usual : chosenLayout;
    boolean symmetric = !asymmetric && !(method.grouped() && layout == Layout.AWQ);
    var recipe =
        new QuantizationRecipe(
            method,
            bits == null ? method.usualBits() : bits,
            groupSize == null ? usualGroup(method) : groupSize,
            symmetric,
            doubled,
            layout);
    if (samples < 1 || length < 1) {
      throw new ModelException("--samples and --length must be positive");
    }
    PrintWriter report = spec.commandLine().getOut();
    boolean text = !form.isJson();
    List<Quantized> done = quantize(recipe, new Talk(report, spec.commandLine().getErr(), text));
    long weights = done.stream().mapToLong(Quantized::weights).sum();
    double perWeight = (double) done.stream().mapToLong(Quantized::bits).sum() / weights;
    if (text) {
      report.printf(
          Locale.ROOT,
          "%d tensors, %.3f bits a weight, %.2f times smaller than FP32%n",
          done.size(),
          perWeight,
          32 / perWeight);
    } else {
      var facts = new LinkedHashMap<String, Json>();
      facts.put("bits_per_weight", Json.of(perWeight));
      facts.put("tensors", new Json.Arr(done.stream().map(ModelQuantizeCommand::entry).toList()));
      report.print(JsonWriter.indented(new Json.Obj(facts)));
    }
    report.flush();
    return 0;
  }

  private int mix() throws IOException {
    Calibration text =
        calibration()
            .orElseThrow(() -> new ModelException("auto looks at inputs: give a calibration text"));
    Goal goal;
    if (targetSize != null && maxLoss == null) {
      goal = new Goal.Size(targetSize);
    } else if (maxLoss != null && targetSize == null) {
      goal = new Goal.Loss(maxLoss);
    } else {
      throw new ModelException("auto needs either --target-size or --max-loss");
    }
    PrintWriter err = spec.commandLine().getErr();
    MixedQuantization.Chosen chosen =
        new MixedQuantization(source, out, text, goal)
            .run(it -> {
              err.println("measured " + it.name());
              err.flush();
            });
    PrintWriter report = spec.commandLine().getOut();
    if (form.isJson()) {
      report.print(JsonWriter.indented(MixedReport.json(chosen)));
    } else {
      report.print(MixedReport.text(chosen));
    }
    report.flush();
    return 0;
  }

  private int usualGroup(Method method) {
    return CheckpointWriter.isGguf(out) ? 32 : method.usualGroup();
  }

  private List<Quantized> quantize(QuantizationRecipe recipe, QuantizationListener listener)
      throws IOException {
    if (CheckpointWriter.isGguf(out)) {
      DType outer = embeddings == null ? DType.F16 : embeddings;
      return new GgufQuantization(source, out, recipe, outer, calibration()).run(listener);
    }
    if (embeddings != null) {
      throw new ModelException("--embeddings is for .gguf files; directories keep them plain");
    }
    return new Quantization(source, out, recipe, calibration()).run(listener);
  }

  private Optional<Calibration> calibration() throws IOException {
    if (calibration == null) {
      return Optional.empty();
    }
    return Optional.of(Calibration.of(source, Files.readString(calibration), length, samples));
  }

  /** Prints weights as they are done, and how long the others take. */
  private record Talk(PrintWriter report, PrintWriter err, boolean text)
      implements QuantizationListener {

    @Override
    public void quantized(Quantized weight) {
      if (!text) {
        return;
      }
      report.printf(
          Locale.ROOT,
          "%-56s %-16s error %.2e%n",
          weight.name(),
          weight.format(),
          weight.relativeError());
      weight.notes().forEach(report::println);
      report.flush();
    }

    @Override
    public void layer(int done, int layers, Duration left) {
      err.printf(
          Locale.ROOT,
          "layer %d of %d, %d min %02d s left%n",
          done,
          layers,
          left.toMinutes(),
          left.toSecondsPart());
      err.flush();
    }
  }

  private static Json entry(Quantized weight) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("name", Json.of(weight.name()));
    entry.put("format", Json.of(weight.format()));
    entry.put("bits", Json.of(weight.bits()));
    entry.put("weights", Json.of(weight.weights()));
    entry.put("relative_error", Json.of(weight.relativeError()));
    entry.put("notes", Json.strings(weight.notes()));
    return new Json.Obj(entry);
  }
}

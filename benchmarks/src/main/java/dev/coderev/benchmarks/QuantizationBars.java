package dev.coderev.benchmarks;

import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.evaluate.Estimate;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationReport;
import dev.coderev.model.evaluate.EvaluationTexts;
import dev.coderev.training.data.TokenFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what each way of quantizing loses on trained models and on stress copies of them, beside
 * the bars of the project. The models' own held-out texts are what they are measured with.
 */
@Command(
    name = "QuantizationBars",
    description = "Quantizes trained models in every way and measures what they lose.",
    mixinStandardHelpOptions = true)
final class QuantizationBars extends Benchmark {

  /**
   * A way to quantize and the most that it may lose.
   *
   * @param probability mean loss of the right token's probability
   * @param rise of the perplexity
   * @param divergence mean, in nats
   */
  private record Bar(
      String name, QuantizationRecipe recipe, double probability, double rise, double divergence) {

    boolean isMet(EvaluationReport report) {
      return -report.figures().probabilityChange().value() < probability
          && report.figures().perplexityRatio().value() - 1 < rise
          && report.figures().divergence().value() < divergence;
    }
  }

  private static final double NONE = Double.POSITIVE_INFINITY;

  private static final List<Bar> BARS =
      List.of(
          new Bar("rtn g128", groups(Method.RTN, 4, 128), NONE, NONE, NONE),
          new Bar("nf4", codebook(false), 0.005, 0.025, 0.03),
          new Bar("nf4 double", codebook(true), 0.005, 0.026, 0.03),
          new Bar("gptq g128", groups(Method.GPTQ, 4, 128), 0.003, 0.015, 0.02),
          new Bar("awq g128", awq(), 0.004, 0.02, 0.025),
          new Bar("learned g64", groups(Method.LEARNED, 4, 64), 0.002, 0.01, 0.01),
          new Bar("learned 3 bits g64", groups(Method.LEARNED, 3, 64), NONE, NONE, NONE),
          new Bar("learned 2 bits g64", groups(Method.LEARNED, 2, 64), NONE, NONE, NONE));

  @Option(
      names = "--model",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders of 'coderev model pretrain', with their held-out texts.")
  private List<Path> models = List.of();

  @Option(
      names = "--calibration",
      required = true,
      paramLabel = "FILE",
      description = "A text that is not among the held-out ones.")
  private Path calibration = Path.of("");

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "The most held-out tokens. Default: ${DEFAULT-VALUE}.")
  private long tokens = 32_768;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "The most calibration sequences of 512 tokens. Default: ${DEFAULT-VALUE}.")
  private int samples = 96;

  @Option(
      names = "--stress",
      paramLabel = "FACTOR",
      description =
          "Of the outlier channels of the stress copies, a power of two; 1 for no copies."
              + " Default: ${DEFAULT-VALUE}.")
  private float stress = 16;

  @Option(names = "--only", paramLabel = "NAME", description = "Ways whose names begin like this.")
  private String only = "";

  @Option(
      names = "--work",
      required = true,
      paramLabel = "DIR",
      description = "A new folder for what is made; it stays.")
  private Path work = Path.of("");

  @Option(names = "--markdown", paramLabel = "FILE", description = "The table, to paste.")
  private Optional<Path> markdown = Optional.empty();

  private final List<String> lines = new ArrayList<>();

  public static void main(String[] arguments) {
    main(new QuantizationBars(), arguments);
  }

  private static QuantizationRecipe groups(Method method, int bits, int size) {
    return new QuantizationRecipe(method, bits, size, true, false, Layout.GPTQ);
  }

  private static QuantizationRecipe codebook(boolean doubled) {
    return new QuantizationRecipe(Method.NF4, 4, 64, true, doubled, Layout.GPTQ);
  }

  private static QuantizationRecipe awq() {
    return new QuantizationRecipe(Method.AWQ, 4, 128, false, false, Layout.AWQ);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isRegularFile(calibration), "--calibration: no such file: " + calibration);
    String text = Files.readString(calibration);
    List<Map<String, Object>> rows = new ArrayList<>();
    TextTable table =
        new TextTable(
            "model", "way", "bits", "dp %", "perplexity %", "KL", "same top %", "bar", "seconds");
    lines.add("| model | way | bits | mean Δp, % | perplexity, % | mean KL | same top, % | bar |");
    lines.add("|---|---|---|---|---|---|---|---|");
    Files.createDirectories(work);
    for (Path model : models) {
      EvaluationTexts texts = heldOut(model).atMost(tokens);
      Calibration read = Calibration.of(model, text, 512, samples);
      String name = String.valueOf(model.toAbsolutePath().normalize().getFileName());
      List<Path> variants = new ArrayList<>(List.of(model));
      if (stress != 1) {
        Path copy = work.resolve(name + "-stress");
        new StressCopy(model, copy, stress).write();
        variants.add(copy);
      }
      for (Path variant : variants) {
        for (Bar bar : BARS.stream().filter(it -> it.name().startsWith(only)).toList()) {
          String shown = variant.equals(model) ? name : name + ", stress";
          log.println(shown + ": " + bar.name());
          Path target = work.resolve(variant.getFileName() + "-" + bar.name().replace(' ', '-'));
          long start = System.nanoTime();
          new Quantization(variant, target, bar.recipe(), Optional.of(read)).run(it -> {});
          double seconds = (System.nanoTime() - start) / 1e9;
          EvaluationReport report =
              new Evaluation(target, variant, texts, 512, 1000, 1)
                  .run(Runtime.getRuntime().availableProcessors(), it -> {});
          rows.add(json(shown, bar, report, seconds));
          add(table, shown, bar, report, seconds);
          log.println(lines.getLast());
        }
      }
    }
    if (markdown.isPresent()) {
      Files.write(markdown.get(), lines);
    }
    return new Outcome(new LinkedHashMap<>(Map.of("rows", rows)), table);
  }

  private EvaluationTexts heldOut(Path model) {
    Path file = model.resolve("training").resolve("held-out.tokens");
    require(Files.isRegularFile(file), "--model: no held-out texts: " + file);
    try (TokenFile held = TokenFile.open(file)) {
      return new EvaluationTexts(
          IntStream.range(0, held.documents()).mapToObj(held::document).toList());
    }
  }

  private void add(
      TextTable table, String model, Bar bar, EvaluationReport report, double seconds) {
    Estimate probability = report.figures().probabilityChange();
    Estimate ratio = report.figures().perplexityRatio();
    Estimate divergence = report.figures().divergence();
    String met = bar.divergence() == NONE ? "–" : bar.isMet(report) ? "met" : "missed";
    String bits = number("%.3f", report.size().bitsPerWeight());
    String top = number("%.2f", 100 * report.figures().sameTop().value());
    table.row(
        model,
        bar.name(),
        bits,
        number("%.3f", 100 * probability.value()),
        number("%.2f", 100 * (ratio.value() - 1)),
        number("%.5f", divergence.value()),
        top,
        met,
        number("%.0f", seconds));
    lines.add(
        "| %s | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                model,
                bar.name(),
                bits,
                interval("%.3f", 100, 0, probability),
                interval("%.2f", 100, 1, ratio),
                interval("%.5f", 1, 0, divergence),
                top,
                met));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String interval(String format, double unit, double less, Estimate estimate) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " … " + format + ")",
        unit * (estimate.value() - less),
        unit * (estimate.low() - less),
        unit * (estimate.high() - less));
  }

  private static Map<String, Object> json(
      String model, Bar bar, EvaluationReport report, double seconds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", model);
    json.put("way", bar.name());
    json.put("bitsPerWeight", report.size().bitsPerWeight());
    json.put("fileBytes", report.size().fileBytes());
    json.put("wholeAgainstFp32", report.size().wholeAgainstFloats());
    json.put("tokens", report.figures().tokens());
    json.put("referencePerplexity", report.figures().referencePerplexity());
    json.put("probabilityChangePercent", estimate(100, 0, report.figures().probabilityChange()));
    json.put("perplexityRisePercent", estimate(100, 1, report.figures().perplexityRatio()));
    json.put("divergenceMillinats", estimate(1000, 0, report.figures().divergence()));
    json.put("sameTopPercent", estimate(100, 0, report.figures().sameTop()));
    json.put("met", bar.isMet(report));
    json.put("seconds", seconds);
    return json;
  }

  private static List<Double> estimate(double unit, double less, Estimate estimate) {
    return List.of(
        unit * (estimate.value() - less),
        unit * (estimate.low() - less),
        unit * (estimate.high() - less));
  }
}

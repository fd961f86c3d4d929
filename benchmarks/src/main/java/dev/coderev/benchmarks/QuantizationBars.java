package dev.coderev.benchmarks;

import dev.coderev.model.convert.Calibration;
import dev.coderev.model.evaluate.Estimate;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationReport;
import dev.coderev.model.evaluate.EvaluationTexts;
import dev.coderev.model.evaluate.Figures;
import dev.coderev.model.evaluate.SizeComparison;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.TaskFile;
import dev.coderev.training.defect.measure.DefectScores;
import dev.coderev.training.defect.measure.Retention;
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
   * The most that a way may lose.
   *
   * @param probability mean loss of the right token's probability
   * @param rise of the perplexity
   * @param divergence mean, in nats
   */
  private record Bar(double probability, double rise, double divergence) {

    static final Map<String, Bar> ALL =
        Map.of(
            "int8", new Bar(0.001, 0.001, 0.002),
            "nf4", new Bar(0.005, 0.025, 0.03),
            "nf4 double", new Bar(0.005, 0.026, 0.03),
            "gptq g128", new Bar(0.003, 0.015, 0.02),
            "awq g128", new Bar(0.004, 0.02, 0.025),
            "learned g64", new Bar(0.002, 0.01, 0.01),
            "mixed to 4.25 bits", new Bar(0.002, 0.01, 0.01));

    boolean isMet(Figures figures) {
      return -figures.probabilityChange().value() < probability
          && figures.perplexityRatio().value() - 1 < rise
          && figures.divergence().value() < divergence;
    }

    /** How a way does: met, missed, or without a bar. */
    static String verdict(String way, Figures figures) {
      return Optional.ofNullable(ALL.get(way))
          .map(it -> it.isMet(figures) ? "met" : "missed")
          .orElse("–");
    }
  }

  /** What became of a checkpoint in one way. */
  private record Row(
      String model,
      String way,
      EvaluationReport report,
      Optional<Retention> tasks,
      double seconds) {}

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

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      description = "Defect tasks, for the accuracy that is kept. Default: none are asked.")
  private Optional<Path> tasks = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  private final List<String> lines = new ArrayList<>();

  public static void main(String[] arguments) {
    main(new QuantizationBars(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isRegularFile(calibration), "--calibration: no such file: " + calibration);
    String text = Files.readString(calibration);
    List<DefectTask> questions = tasks.map(TaskFile::read).orElse(List.of());
    List<Map<String, Object>> rows = new ArrayList<>();
    TextTable table =
        new TextTable(
            "model", "way", "bits", "dp %", "perplexity %", "KL", "same top %", "bar", "seconds");
    lines.add(
        "| model | way | bits | whole file, times smaller than FP32 | mean Δp, % | perplexity, % |"
            + " mean KL | same top, % | tasks kept, % | bar |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
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
        Optional<DefectScores> own = scores(variant, questions);
        String shown = variant.equals(model) ? name : name + ", stress";
        for (QuantizationWay way :
            QuantizationWay.ALL.stream().filter(it -> it.name().startsWith(only)).toList()) {
          log.println(shown + ": " + way.name());
          Path target = way.target(work, variant);
          long start = System.nanoTime();
          way.maker().make(variant, target, read);
          double seconds = (System.nanoTime() - start) / 1e9;
          EvaluationReport report =
              new Evaluation(target, variant, texts, 512, 1000, 1).run(threads, it -> {});
          Optional<Retention> kept =
              own.flatMap(it -> scores(target, questions).map(other -> Retention.of(it, other)));
          var row = new Row(shown, way.name(), report, kept, seconds);
          rows.add(json(row));
          add(table, row);
          log.println(lines.getLast());
        }
      }
    }
    if (markdown.isPresent()) {
      Files.write(markdown.get(), lines);
    }
    return new Outcome(new LinkedHashMap<>(Map.of("rows", rows)), table);
  }

  private Optional<DefectScores> scores(Path checkpoint, List<DefectTask> questions) {
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(DefectScores.of(checkpoint, questions, threads, it -> {}));
  }

  private EvaluationTexts heldOut(Path model) {
    Path file = model.resolve("training").resolve("held-out.tokens");
    require(Files.isRegularFile(file), "--model: no held-out texts: " + file);
    try (TokenFile held = TokenFile.open(file)) {
      return new EvaluationTexts(
          IntStream.range(0, held.documents()).mapToObj(held::document).toList());
    }
  }

  private void add(TextTable table, Row row) {
    Figures figures = row.report().figures();
    SizeComparison size = row.report().size();
    String met = Bar.verdict(row.way(), figures);
    String bits = number("%.3f", size.bitsPerWeight());
    String top = number("%.2f", 100 * figures.sameTop().value());
    table.row(
        row.model(),
        row.way(),
        bits,
        number("%.3f", 100 * figures.probabilityChange().value()),
        number("%.2f", 100 * (figures.perplexityRatio().value() - 1)),
        number("%.5f", figures.divergence().value()),
        top,
        met,
        number("%.0f", row.seconds()));
    lines.add(
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                row.model(),
                row.way(),
                bits,
                number("%.2f", size.wholeAgainstFloats()),
                interval("%.3f", 100, 0, figures.probabilityChange()),
                interval("%.2f", 100, 1, figures.perplexityRatio()),
                interval("%.5f", 1, 0, figures.divergence()),
                top,
                row.tasks().map(it -> interval("%.1f", 100, 0, it.whole())).orElse("–"),
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

  private static Map<String, Object> json(Row row) {
    SizeComparison size = row.report().size();
    Figures figures = row.report().figures();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", row.model());
    json.put("way", row.way());
    json.put("bitsPerWeight", size.bitsPerWeight());
    json.put("fileBytes", size.fileBytes());
    json.put("wholeAgainstFp32", size.wholeAgainstFloats());
    json.put("tokens", figures.tokens());
    json.put("referencePerplexity", figures.referencePerplexity());
    json.put("probabilityChangePercent", estimate(100, 0, figures.probabilityChange()));
    json.put("perplexityRisePercent", estimate(100, 1, figures.perplexityRatio()));
    json.put("divergenceMillinats", estimate(1000, 0, figures.divergence()));
    json.put("sameTopPercent", estimate(100, 0, figures.sameTop()));
    row.tasks().ifPresent(it -> json.put("tasksKeptPercent", estimate(100, 0, it.whole())));
    row.tasks().ifPresent(it -> json.put("nextTokenKeptPercent", estimate(100, 0, it.nextToken())));
    json.put("verdict", Bar.verdict(row.way(), figures));
    json.put("seconds", row.seconds());
    return json;
  }

  private static List<Double> estimate(double unit, double less, Estimate estimate) {
    return List.of(
        unit * (estimate.value() - less),
        unit * (estimate.low() - less),
        unit * (estimate.high() - less));
  }
}

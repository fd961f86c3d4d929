package dev.coderev.benchmarks;

import dev.coderev.model.evaluate.Estimate;
import dev.coderev.training.defect.measure.Retention;
import dev.coderev.training.distill.DistillationReport;
import dev.coderev.training.distill.DistillationReport.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One way of distilling over several seeds, beside the bars of the project. */
record DistillationSummary(String name, List<DistillationReport> seeds) {

  private static final double PROBABLE = 0.05;

  DistillationSummary {
    seeds = List.copyOf(seeds);
  }

  /** The heads of what {@link #addTo} adds. */
  static TextTable table() {
    return new TextTable(
        "way",
        "model",
        "parameters ÷",
        "bytes ÷",
        "decode ×",
        "perplexity ×",
        "kept %",
        "above chance %",
        "next tokens %",
        "p against scratch");
  }

  private static Model student(DistillationReport report) {
    return report.others().getFirst();
  }

  /** How much lower than the rival's the log-perplexity is, seed by seed. */
  private PairedTest perplexity(Function<DistillationReport, Optional<Model>> which) {
    return test(which, it -> -Math.log(ratio(it)));
  }

  /** How much better than the rival's the answers to tasks are, seed by seed. */
  private PairedTest tasks(Function<DistillationReport, Optional<Model>> which) {
    return test(which, it -> it.scores().orElseThrow().accuracy());
  }

  private PairedTest test(
      Function<DistillationReport, Optional<Model>> which, Function<Model, Double> figure) {
    List<Double> differences = new ArrayList<>();
    for (DistillationReport report : seeds) {
      Optional<Model> rival = report.fromScratch();
      which
          .apply(report)
          .filter(it -> rival.isPresent())
          .ifPresent(it -> differences.add(figure.apply(it) - figure.apply(rival.orElseThrow())));
    }
    return PairedTest.above(differences);
  }

  private static double ratio(Model model) {
    return model.against().orElseThrow().figures().perplexityRatio().value();
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("way", name);
    json.put("student", model(it -> Optional.of(student(it))));
    json.put("quantized", model(DistillationReport::quantized));
    json.put("from_scratch", model(DistillationReport::fromScratch));
    return json;
  }

  private Map<String, Object> model(Function<DistillationReport, Optional<Model>> which) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DistillationReport report : seeds) {
      which.apply(report).ifPresent(it -> rows.add(row(report, it)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seeds", rows);
    json.put("perplexityBelowScratch", perplexity(which).toJson());
    json.put("tasksAboveScratch", tasks(which).toJson());
    json.put("betterThanScratch", perplexity(which).p() < PROBABLE);
    return json;
  }

  private static Map<String, Object> row(DistillationReport report, Model model) {
    Model teacher = report.teacher();
    Retention kept = report.retention(model).orElseThrow();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("parameters", model.parameters());
    row.put("parameterRatio", (double) teacher.parameters() / model.parameters());
    row.put("bytes", model.bytes());
    row.put("byteRatio", (double) teacher.bytes() / model.bytes());
    row.put("decodeRatio", model.decode() / teacher.decode());
    row.put("perplexityRatio", ratio(model));
    row.put("accuracy", model.scores().orElseThrow().accuracy());
    row.put("kept", estimate(kept.whole()));
    row.put("keptAboveChance", kept.aboveChance().map(DistillationSummary::estimate));
    row.put("keptNextTokens", estimate(kept.nextToken()));
    return row;
  }

  private static List<Double> estimate(Estimate estimate) {
    return List.of(estimate.value(), estimate.low(), estimate.high());
  }

  /** A line for the student, one for it with few bits, and one for the rival; means over seeds. */
  void addTo(TextTable table) {
    add(table, "student", it -> Optional.of(student(it)));
    add(table, "quantized", DistillationReport::quantized);
    add(table, "from scratch", DistillationReport::fromScratch);
  }

  private void add(
      TextTable table, String model, Function<DistillationReport, Optional<Model>> which) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Double> above = new ArrayList<>();
    for (DistillationReport report : seeds) {
      which
          .apply(report)
          .ifPresent(it -> {
            rows.add(row(report, it));
            report
                .retention(it)
                .flatMap(Retention::aboveChance)
                .ifPresent(kept -> above.add(kept.value()));
          });
    }
    boolean rival = model.equals("from scratch");
    table.row(
        name,
        model,
        mean(rows, "parameterRatio", 1),
        mean(rows, "byteRatio", 1),
        mean(rows, "decodeRatio", 1),
        mean(rows, "perplexityRatio", 1),
        mean(rows, "kept", 100),
        above.isEmpty()
            ? "–"
            : number(100 * above.stream().mapToDouble(it -> it).average().orElseThrow()),
        mean(rows, "keptNextTokens", 100),
        rival ? "–" : String.format(Locale.ROOT, "%.4f", perplexity(which).p()));
  }

  private static String mean(List<Map<String, Object>> rows, String figure, double unit) {
    return number(
        unit
            * rows.stream()
                .mapToDouble(it -> value(it.getOrDefault(figure, Double.NaN)))
                .average()
                .orElse(Double.NaN));
  }

  private static double value(Object figure) {
    return figure instanceof List<?> estimate
        ? ((Number) estimate.getFirst()).doubleValue()
        : ((Number) figure).doubleValue();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

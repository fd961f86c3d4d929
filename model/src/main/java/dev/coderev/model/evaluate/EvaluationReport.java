package dev.coderev.model.evaluate;

import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** How large a candidate is and what it loses, against a reference. */
public record EvaluationReport(
    String candidate, String reference, String kernels, SizeComparison size, Figures figures) {

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("candidate", Json.of(candidate));
    json.put("reference", Json.of(reference));
    json.put("kernels", Json.of(kernels));
    json.put("size", size.json());
    json.put("figures", figures.json());
    return new Json.Obj(json);
  }

  private record Line(String figure, String value, String interval) {}

  private List<Line> lines() {
    return List.of(
        new Line("bytes of the weight files", String.valueOf(size.fileBytes()), ""),
        new Line("bytes of the reference's", String.valueOf(size.referenceFileBytes()), ""),
        plain("whole file, times smaller than FP32", size.wholeAgainstFloats()),
        plain("bits a weight, quantized tensors", size.bitsPerWeight()),
        new Line("tokens", figures.tokens() + " in " + figures.documents() + " documents", ""),
        plain("perplexity of the reference", figures.referencePerplexity()),
        line("perplexity ratio", figures.perplexityRatio(), 1, "%.4f"),
        line("mean KL divergence, nats", figures.divergence(), 1, "%.5f"),
        line("mean change of p(right token), %", figures.probabilityChange(), 100, "%.3f"),
        line("same best token, %", figures.sameTop(), 100, "%.2f"));
  }

  private static Line plain(String figure, double value) {
    return new Line(figure, String.format(Locale.ROOT, "%.3f", value), "");
  }

  private static Line line(String figure, Estimate estimate, double unit, String format) {
    String bounds = format + " … " + format;
    return new Line(
        figure,
        String.format(Locale.ROOT, format, unit * estimate.value()),
        String.format(Locale.ROOT, bounds, unit * estimate.low(), unit * estimate.high()));
  }

  public String text() {
    var text = new StringBuilder();
    for (Line line : lines()) {
      text.append(String.format(Locale.ROOT, "%-38s %s", line.figure(), line.value()));
      text.append(line.interval().isEmpty() ? "" : "  (95 %: " + line.interval() + ")");
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  public String markdown() {
    var text = new StringBuilder("# " + candidate + " against " + reference + "\n\n");
    text.append("| figure | value | 95 % interval |\n|---|---|---|\n");
    for (Line line : lines()) {
      text.append("| %s | %s | %s |\n".formatted(line.figure(), line.value(), line.interval()));
    }
    return text.toString();
  }
}

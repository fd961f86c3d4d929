package dev.coderev.server.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a monitor reads in the text form of Prometheus.
 *
 * @param samples values by series
 * @param types of the families
 */
public record Scrape(Map<String, Double> samples, Map<String, String> types) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+)(\\{([a-z_]+=\"[^\"]*\"(?:,[a-z_]+=\"[^\"]*\")*)\\})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

  /** Reads a text, and fails where it is not in that form. */
  public static Scrape of(String text) {
    Map<String, Double> samples = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ");
        types.put(words[2], words[3]);
      } else if (!line.startsWith("# ")) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
          throw new AssertionError("no sample: " + line);
        }
        String series = line.substring(0, line.lastIndexOf(' '));
        if (samples.put(series, Double.valueOf(sample.group(4))) != null) {
          throw new AssertionError("twice: " + series);
        }
      }
    }
    return new Scrape(samples, types);
  }

  /** The metrics of the test server at this moment. */
  public static Scrape now() {
    return of(TestServer.client().get("/metrics").expect(200).text());
  }

  /** The value of a series, 0 where it is not there. */
  public double value(String series) {
    return samples.getOrDefault(series, 0.0);
  }

  /** The samples of a family. */
  public Map<String, Double> of(String family, String type) {
    return samples.entrySet().stream()
        .filter(sample -> nameOf(sample.getKey(), type).equals(family))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String nameOf(String series, String type) {
    String name = series.replaceFirst("\\{.*", "");
    return type.equals("histogram") ? name.replaceFirst("_(bucket|sum|count)$", "") : name;
  }

  /** The labels that a family has in this scrape. */
  public Set<String> labels(String family) {
    Set<String> labels = new TreeSet<>();
    of(family, types.getOrDefault(family, "gauge"))
        .keySet()
        .forEach(series -> {
          Matcher label = LABEL.matcher(series);
          while (label.find()) {
            labels.add(label.group(1));
          }
        });
    return labels;
  }
}

package dev.coderev.server.platform.metric;

import dev.coderev.server.platform.metric.MetricFamily.Label;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * All metrics of this process; each is named once, in {@code families.tsv}. They are recorded
 * through one class for each area, beside this one.
 */
@Component
public class Metrics {
  private final Map<String, MetricFamily> families = new LinkedHashMap<>();

  Metrics(ServerSettings settings) {
    read()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(row -> families.put(row[0], family(row)));
    family("coderev_app_info")
        .set(1, Version.CURRENT, settings.environment(), settings.metrics().commit());
  }

  private static String read() {
    try (InputStream in = Metrics.class.getResourceAsStream("families.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the list of metrics is part of the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MetricFamily family(String[] row) {
    List<Label> labels =
        row[2].isEmpty()
            ? List.of()
            : Arrays.stream(row[2].split(";")).map(Metrics::label).toList();
    double[] buckets =
        row[3].isEmpty()
            ? new double[0]
            : Arrays.stream(row[3].split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new MetricFamily(
        row[0], MetricType.valueOf(row[1].toUpperCase(Locale.ROOT)), labels, buckets);
  }

  private static Label label(String written) {
    String[] parts = written.split("=");
    return new Label(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(" ")));
  }

  /** The value of a label that this constant stands for. */
  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  MetricFamily family(String name) {
    MetricFamily family = families.get(name);
    if (family == null) {
      throw new IllegalArgumentException("there is no metric " + name);
    }
    return family;
  }

  /** Forgets what was counted for this value of a label, in every family. */
  void forget(String label, String value) {
    families.values().forEach(family -> family.forget(label, value));
  }

  /** Everything, in one of the forms that monitors read. */
  public String text(TextForm form) {
    StringBuilder out = new StringBuilder();
    families.values().forEach(family -> family.write(out, form));
    ProcessFamilies.write(out, form);
    if (form == TextForm.OPEN_METRICS) {
      out.append("# EOF\n");
    }
    return out.toString();
  }
}

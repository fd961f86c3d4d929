package dev.coderev.server.platform.metric;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** One metric with all its series, in the text form of Prometheus. */
final class MetricFamily {
  private static final int MOST_SERIES = 1000;

  private final String name;
  private final String type;
  private final List<String> labels;
  private final double[] buckets;
  private final Map<List<String>, Series> series = new ConcurrentHashMap<>();

  private static final class Series {
    private final DoubleAdder sum = new DoubleAdder();
    private final LongAdder count = new LongAdder();
    private final LongAdder[] buckets;
    private volatile double value;

    Series(int buckets) {
      this.buckets = new LongAdder[buckets];
      for (int i = 0; i < buckets; i++) {
        this.buckets[i] = new LongAdder();
      }
    }
  }

  MetricFamily(String name, String type, List<String> labels, double[] buckets) {
    this.name = name;
    this.type = type;
    this.labels = List.copyOf(labels);
    this.buckets = buckets.clone();
  }

  private Series series(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(name + " has the labels " + labels);
    }
    List<String> key = List.of(values);
    Series known = series.get(key);
    if (known != null) {
      return known;
    }
    List<String> bounded =
        series.size() < MOST_SERIES ? key : labels.stream().map(_ -> "other").toList();
    return series.computeIfAbsent(bounded, _ -> new Series(buckets.length));
  }

  /** Counts up. */
  void add(double amount, String... values) {
    series(values).sum.add(amount);
  }

  /** Sets a gauge. */
  void set(double value, String... values) {
    series(values).value = value;
  }

  /** Adds an observation to a histogram. */
  void observe(double value, String... values) {
    Series one = series(values);
    one.sum.add(value);
    one.count.increment();
    for (int i = 0; i < buckets.length; i++) {
      if (value <= buckets[i]) {
        one.buckets[i].increment();
      }
    }
  }

  void write(StringBuilder out) {
    out.append("# HELP ").append(name).append(' ').append(help()).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    series.forEach((values, one) -> {
      switch (type) {
        case "histogram" -> {
          for (int i = 0; i < buckets.length; i++) {
            line(out, "_bucket", values, plain(buckets[i]), (double) one.buckets[i].sum());
          }
          line(out, "_bucket", values, "+Inf", (double) one.count.sum());
          line(out, "_sum", values, "", one.sum.sum());
          line(out, "_count", values, "", (double) one.count.sum());
        }
        case "counter" -> line(out, "", values, "", one.sum.sum());
        default -> line(out, "", values, "", one.value);
      }
    });
  }

  private String help() {
    return name.replaceFirst("^coderev_", "").replaceFirst("_total$", "").replace('_', ' ');
  }

  private void line(
      StringBuilder out, String suffix, List<String> values, String bound, double value) {
    StringJoiner pairs = new StringJoiner(",", "{", "}");
    pairs.setEmptyValue("");
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(labels.get(i) + "=\"" + escape(values.get(i)) + '"');
    }
    if (!bound.isEmpty()) {
      pairs.add("le=\"" + bound + '"');
    }
    out.append(name).append(suffix).append(pairs).append(' ').append(plain(value)).append('\n');
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

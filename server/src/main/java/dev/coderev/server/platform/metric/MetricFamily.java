package dev.coderev.server.platform.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One metric with all its series. A label is open, or closed: then other values than its own become
 * {@code other} where that is one of them, and else {@code unknown}.
 */
final class MetricFamily {
  private static final int MOST_SERIES = 1000;
  private static final int MOST_LINES = 7000;
  private static final String OTHER = "other";

  /**
   * A label.
   *
   * @param closed the only values that it may have; empty where it is open
   */
  record Label(String name, List<String> closed) {
    Label {
      closed = List.copyOf(closed);
    }

    private String bounded(String value) {
      if (value.isEmpty()) {
        return "unknown";
      }
      if (closed.isEmpty() || closed.contains(value)) {
        return value;
      }
      return closed.contains(OTHER) ? OTHER : "unknown";
    }
  }

  private final String name;
  private final MetricType type;
  private final List<Label> labels;
  private final double[] buckets;
  private final int most;
  private final Map<List<String>, Series> series = new ConcurrentHashMap<>();

  MetricFamily(String name, MetricType type, List<Label> labels, double[] buckets) {
    this.name = name;
    this.type = type;
    this.labels = List.copyOf(labels);
    this.buckets = buckets.clone();
    this.most = Math.min(MOST_SERIES, MOST_LINES / (buckets.length + 3));
    boolean counts = type == MetricType.COUNTER || type == MetricType.HISTOGRAM;
    if (counts && labels.stream().noneMatch(label -> label.closed().isEmpty())) {
      combinations(0, new ArrayList<>());
    }
  }

  /** Every combination of closed labels starts at 0, so that the first event shows as a rise. */
  private void combinations(int label, List<String> chosen) {
    if (label == labels.size()) {
      series.put(List.copyOf(chosen), new Series(buckets));
      return;
    }
    for (String value : labels.get(label).closed()) {
      chosen.add(value);
      combinations(label + 1, chosen);
      chosen.removeLast();
    }
  }

  private Series series(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(name + " has the labels " + labels);
    }
    String[] bounded = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      bounded[i] = labels.get(i).bounded(values[i]);
    }
    List<String> key = List.of(bounded);
    Series known = series.get(key);
    if (known != null) {
      return known;
    }
    List<String> kept = series.size() < most ? key : labels.stream().map(_ -> OTHER).toList();
    return series.computeIfAbsent(kept, _ -> new Series(buckets));
  }

  /** Counts up, or moves a gauge. */
  void add(double amount, String... values) {
    series(values).add(amount);
  }

  /** Sets a gauge. */
  void set(double value, String... values) {
    series(values).set(value);
  }

  /** Adds an observation to a histogram. */
  void observe(double value, String... values) {
    series(values).observe(value);
  }

  /** Forgets all series: there is nothing to say at the moment. */
  void clear() {
    series.clear();
  }

  /** Forgets the series whose label has this value. */
  void forget(String label, String value) {
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).name().equals(label)) {
        int place = i;
        series.keySet().removeIf(key -> key.get(place).equals(value));
      }
    }
  }

  void write(StringBuilder out, TextForm form) {
    String head = form.familyName(name, type);
    out.append("# HELP ").append(head).append(' ').append(help()).append('\n');
    out.append("# TYPE ").append(head).append(' ').append(form.typeName(type)).append('\n');
    series.forEach((values, one) -> {
      if (type != MetricType.HISTOGRAM) {
        line(out, "", values, "", one.value());
        return;
      }
      long below = 0;
      for (int i = 0; i < buckets.length; i++) {
        below += one.inBucket(i);
        line(out, "_bucket", values, TextForm.number(buckets[i]), (double) below);
      }
      long all = below + one.inBucket(buckets.length);
      line(out, "_bucket", values, "+Inf", (double) all);
      line(out, "_sum", values, "", one.value());
      line(out, "_count", values, "", (double) all);
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
      pairs.add(labels.get(i).name() + "=\"" + TextForm.escape(values.get(i)) + '"');
    }
    if (!bound.isEmpty()) {
      pairs.add("le=\"" + bound + '"');
    }
    out.append(name).append(suffix).append(pairs).append(' ');
    out.append(TextForm.number(value)).append('\n');
  }
}

package dev.coderev.server.platform.metric;

import java.util.Locale;

/** The two text forms in which metrics are given out. */
public enum TextForm {
  PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  private final String mediaType;

  TextForm(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The form that this {@code Accept} header asks for. */
  public static TextForm of(String accept) {
    return accept.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
  }

  /** In OpenMetrics the family of a counter or an info lacks the suffix that its samples have. */
  String familyName(String name, MetricType type) {
    if (this == PROMETHEUS) {
      return name;
    }
    return switch (type) {
      case COUNTER -> name.replaceFirst("_total$", "");
      case INFO -> name.replaceFirst("_info$", "");
      case GAUGE, HISTOGRAM -> name;
    };
  }

  String typeName(MetricType type) {
    return type == MetricType.INFO && this == PROMETHEUS
        ? "gauge"
        : type.name().toLowerCase(Locale.ROOT);
  }

  static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

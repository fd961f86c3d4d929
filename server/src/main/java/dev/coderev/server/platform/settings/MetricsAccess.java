package dev.coderev.server.platform.settings;

/** Who may read the metrics. */
public enum MetricsAccess {
  OPEN,
  TOKEN,
  OFF
}

package dev.coderev.server.platform.metric;

/** What a family of metrics may be. */
enum MetricType {
  COUNTER,
  GAUGE,
  HISTOGRAM,
  INFO
}

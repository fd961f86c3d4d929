package dev.coderev.server.platform.metric;

/** Something that is going on, counted by a gauge until the scope ends. */
public final class InFlight implements AutoCloseable {
  private final MetricFamily gauge;
  private final String[] labels;

  InFlight(MetricFamily gauge, String... labels) {
    this.gauge = gauge;
    this.labels = labels.clone();
    gauge.add(1, labels);
  }

  @Override
  public void close() {
    gauge.add(-1, labels);
  }
}

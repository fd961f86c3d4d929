package dev.coderev.server.platform.metric;

/** Something whose size is looked at from time to time rather than counted when it changes. */
public interface GaugeSource {
  /** Sets its gauges; one without data has no sample afterwards. */
  void sample();
}

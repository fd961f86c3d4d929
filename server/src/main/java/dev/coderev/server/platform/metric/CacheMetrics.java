package dev.coderev.server.platform.metric;

import org.springframework.stereotype.Component;

/** What is recorded of values that are kept so as not to be made again. */
@Component
public class CacheMetrics {
  /** What is kept. */
  public enum Cache {
    REPOSITORY,
    EMBEDDING,
    ANALYSIS,
    KV,
    SESSION
  }

  private final Metrics metrics;

  CacheMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A value was looked for, and was there or not. */
  public void asked(Cache cache, boolean hit) {
    metrics
        .family(hit ? "coderev_cache_hits_total" : "coderev_cache_misses_total")
        .add(1, Metrics.id(cache));
  }
}

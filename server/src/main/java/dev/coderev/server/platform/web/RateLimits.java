package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.memory.LatestUsed;
import dev.coderev.server.platform.metric.HttpMetrics;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The buckets of all limits, the least recently used forgotten first. */
@Component
public final class RateLimits {
  private static final int MOST_BUCKETS = 50_000;

  /**
   * So much in so much time, refilled steadily.
   *
   * @param name of the limit, for the log and the metrics
   */
  public record Limit(String name, int most, Duration window) {}

  private final LatestUsed<String, Bucket> buckets = new LatestUsed<>(MOST_BUCKETS);
  private final HttpMetrics metrics;

  RateLimits(HttpMetrics metrics) {
    this.metrics = metrics;
  }

  /** Takes one from the bucket of this key. */
  public ConsumptionProbe take(Limit limit, String key) {
    ConsumptionProbe probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      metrics.limited(limit.name());
    }
    return probe;
  }

  /**
   * Takes one from the bucket of this key.
   *
   * @throws Problem if it is empty
   */
  public void require(Limit limit, String key) {
    ConsumptionProbe probe = take(limit, key);
    if (!probe.isConsumed()) {
      throw Problem.rateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Looks into the bucket of this key and takes nothing: for limits that count failures only.
   *
   * @throws Problem if it is empty
   */
  public void requireLeft(Limit limit, String key) {
    EstimationProbe probe = bucket(limit, key).estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      metrics.limited(limit.name());
      throw Problem.rateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(Limit limit, String key) {
    return buckets.get(
        limit.name() + '|' + key,
        _ ->
            Bucket.builder()
                .addLimit(
                    rate -> rate.capacity(limit.most()).refillGreedy(limit.most(), limit.window()))
                .build());
  }
}

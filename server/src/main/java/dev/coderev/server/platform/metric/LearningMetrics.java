package dev.coderev.server.platform.metric;

import java.util.List;
import org.springframework.stereotype.Component;

/** What is recorded of the learning loop. */
@Component
public class LearningMetrics {
  private final Metrics metrics;

  LearningMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** The loop is in one of these states. */
  public void state(List<String> all, String current) {
    MetricFamily family = metrics.family("coderev_learning_state");
    all.forEach(state -> family.set(state.equals(current) ? 1 : 0, state));
  }
}

package dev.coderev.server.evolution.learning;

import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.LearningMetrics;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** How the learning loop is, for monitors. */
@Component
class LearningGauge implements GaugeSource {
  private final LearningLoops loops;
  private final LearningMetrics metrics;

  LearningGauge(LearningLoops loops, LearningMetrics metrics) {
    this.loops = loops;
    this.metrics = metrics;
  }

  @Override
  public void sample() {
    metrics.state(
        Arrays.stream(LearningState.values()).map(LearningState::id).toList(),
        loops.get().state().id());
  }
}

package dev.coderev.server.identity.session;

import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.IdentityMetrics;
import org.springframework.stereotype.Component;

/** How many sessions live. */
@Component
class SessionGauge implements GaugeSource {
  private final Sessions sessions;
  private final IdentityMetrics metrics;

  SessionGauge(Sessions sessions, IdentityMetrics metrics) {
    this.sessions = sessions;
    this.metrics = metrics;
  }

  @Override
  public void sample() {
    metrics.sessions(sessions.countLive());
  }
}

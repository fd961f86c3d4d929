package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.platform.metric.VersionMetrics;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the gate of every version in the shadow; it opens none, which takes an administrator. */
@Component
public class GateKeeper {
  private final Versions versions;
  private final Gates gates;
  private final VersionMetrics metrics;

  GateKeeper(Versions versions, Gates gates, VersionMetrics metrics) {
    this.versions = versions;
    this.gates = gates;
    this.metrics = metrics;
  }

  /** What the gates say, one word for each version. */
  public List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    for (ReviewerVersion version : versions.experiments()) {
      if (version.state() == VersionState.SHADOW) {
        String outcome = gates.promotion(version).outcome();
        metrics.decided("promotion", outcome);
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }
}

package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.gold.Evaluation;
import dev.coderev.server.evolution.gold.Evaluations;
import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.VersionMetrics;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was measured of versions, for monitors. */
@Component
class EvidenceGauge implements GaugeSource {
  private final Versions versions;
  private final Evaluations evaluations;
  private final Gates gates;
  private final VersionMetrics metrics;

  EvidenceGauge(Versions versions, Evaluations evaluations, Gates gates, VersionMetrics metrics) {
    this.versions = versions;
    this.evaluations = evaluations;
    this.gates = gates;
    this.metrics = metrics;
  }

  @Override
  public void sample() {
    for (String zone : List.of("v1", "v2", "v3")) {
      Optional<GoldResult> result =
          versions
              .newest(zone)
              .map(ReviewerVersion::id)
              .flatMap(evaluations::latest)
              .flatMap(Evaluation::result);
      metrics.measured(
          zone, result.flatMap(GoldResult::accuracy), result.flatMap(GoldResult::securityPass));
    }
    metrics.accuracyDelta(
        versions
            .newest("v1")
            .filter(version -> version.state() == VersionState.SHADOW)
            .flatMap(version -> gates.evidence(version.id()).paired())
            .map(Evidence.Paired::delta));
  }
}

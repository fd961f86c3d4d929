package dev.coderev.server.evolution.version;

import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.metric.VersionMetrics.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the versions are, for monitors. */
@Component
class VersionGauge implements GaugeSource {
  private static final List<String> ZONES = List.of("v1", "v2", "v3");

  private final Versions versions;
  private final VersionMetrics metrics;
  private final Clock clock;

  VersionGauge(Versions versions, VersionMetrics metrics, Clock clock) {
    this.versions = versions;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void sample() {
    Map<String, Optional<Standing>> standings = new LinkedHashMap<>();
    for (String zone : ZONES) {
      standings.put(zone, versions.newest(zone).map(this::standing));
    }
    metrics.zones(
        standings,
        versions.newest("v1").map(version -> version.state().share()).orElse(0),
        versions.count(VersionState.QUARANTINE));
  }

  private Standing standing(ReviewerVersion version) {
    Duration age = Duration.between(version.stateSince(), clock.instant());
    return new Standing(version.state().id(), Math.max(0, age.toMillis()) / 1e3);
  }
}

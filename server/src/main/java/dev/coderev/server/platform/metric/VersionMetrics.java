package dev.coderev.server.platform.metric;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is recorded of the three versions. */
@Component
public class VersionMetrics {
  private static final double PERCENT = 100;
  private final Metrics metrics;

  VersionMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** What became of a comparison of versions. */
  public enum Trial {
    CREATED,
    RUNNING,
    COMPLETED,
    QUARANTINED
  }

  /** How a version of a zone is. */
  public record Standing(String state, double ageSeconds) {}

  /**
   * The zones at this moment.
   *
   * @param standings of the newest version of each zone that has one
   * @param share of the answers that the version on trial gives, in percent
   * @param quarantined how many versions are in quarantine
   */
  public void zones(Map<String, Optional<Standing>> standings, int share, long quarantined) {
    MetricFamily ages = metrics.family("coderev_version_state_seconds");
    ages.clear();
    standings.forEach((zone, standing) -> {
      boolean active = standing.isPresent() && !zone.equals("v3");
      metrics.family("coderev_version_status").set(active ? 1 : 0, zone);
      standing.ifPresent(one -> ages.set(one.ageSeconds(), zone, one.state()));
    });
    metrics.family("coderev_gray_traffic_ratio").set(share / PERCENT);
    metrics.family("coderev_quarantined_versions").set((double) quarantined);
  }

  /** An administrator moved a version from zone to zone. */
  public void moved(String from, String to) {
    metrics.family("coderev_version_transitions_total").add(1, from, to, "manual");
  }

  /** The gate of promotion was asked, and evidence was missing. */
  public void gateWasInconclusive() {
    metrics.family("coderev_gate_decisions_total").add(1, "promotion", "inconclusive");
  }

  public void tried(Trial outcome) {
    metrics.family("coderev_experiments_total").add(1, Metrics.id(outcome));
  }
}

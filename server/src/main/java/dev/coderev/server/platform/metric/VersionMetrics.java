package dev.coderev.server.platform.metric;

import java.time.Instant;
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

  /**
   * A gate decided.
   *
   * @param outcome successful, failed or inconclusive
   */
  public void decided(String gate, String outcome) {
    metrics.family("coderev_gate_decisions_total").add(1, gate, outcome);
  }

  /** An attempt of a withdrawn version to come back ended. */
  public void recovered(String result) {
    metrics.family("coderev_recovery_attempts_total").add(1, result);
  }

  /** A cycle came to its end. */
  public void cycled(String outcome) {
    metrics.family("coderev_evolution_cycles_total").add(1, outcome);
  }

  /** When the newest cycle ended. */
  public void lastCycle(Instant time) {
    metrics
        .family("coderev_evolution_last_cycle_timestamp_seconds")
        .set((double) time.getEpochSecond());
  }

  /** Two versions answered the same. */
  public void paired() {
    metrics.family("coderev_shadow_pairs_total").add(1, "complete");
  }

  /** How right the version of a zone is; absent where it was not measured. */
  public void measured(String zone, Optional<Double> accuracy, Optional<Double> securityPass) {
    replace("coderev_version_accuracy_ratio", zone, accuracy);
    replace("coderev_version_security_pass_ratio", zone, securityPass);
  }

  private void replace(String name, String zone, Optional<Double> value) {
    MetricFamily family = metrics.family(name);
    value.ifPresentOrElse(share -> family.set(share, zone), () -> family.forget("version", zone));
  }

  /** How much more often the version on trial is right; absent where both were not measured. */
  public void accuracyDelta(Optional<Double> delta) {
    MetricFamily family = metrics.family("coderev_shadow_accuracy_delta");
    delta.ifPresentOrElse(family::set, family::clear);
  }

  public void tried(Trial outcome) {
    metrics.family("coderev_experiments_total").add(1, Metrics.id(outcome));
  }
}

package dev.coderev.server.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.platform.metric.AnalysisMetrics.Extent;
import dev.coderev.server.platform.metric.AnalysisMetrics.Purpose;
import dev.coderev.server.platform.metric.AnalysisMetrics.Review;
import dev.coderev.server.platform.metric.AnalysisMetrics.Status;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.SettingsReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTests {
  private static final ServerSettings SETTINGS = SettingsReader.read(Map.of());

  private final Metrics metrics = new Metrics(SETTINGS);

  private String line(String start) {
    return metrics
        .text(TextForm.PROMETHEUS)
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElse("");
  }

  @Test
  void staysSmallWhateverTheLabels() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    HttpMetrics http = new HttpMetrics(metrics, List.of(new ServiceLevels(metrics, clock)));
    ProjectLabels projects = new ProjectLabels(SETTINGS, metrics);
    AnalysisMetrics analyses = new AnalysisMetrics(metrics, projects);
    for (int i = 0; i < 10_000; i++) {
      http.answered("M" + i, "/path/" + i, 200 + i % 300, 0.1, i);
      Optional<String> project = Optional.of("project" + i);
      analyses.ended(Purpose.CODE_REVIEW, Status.SUCCESS, "full", project, 1);
      Map<String, Integer> files = Map.of("language" + i, 1);
      analyses.examined(
          Purpose.CODE_REVIEW,
          Review.MANUAL,
          project,
          new Extent(files, files, files, 1, "clean" + i, 100));
    }
    assertThat(
            metrics.text(TextForm.PROMETHEUS).lines().filter(line -> !line.startsWith("#")).count())
        .isLessThan(20_000);
  }

  @Test
  void putsAnObservationIntoEveryBucketAbove() {
    MetricFamily family = metrics.family("coderev_rollback_duration_seconds");
    family.observe(0.1);
    family.observe(7);
    assertThat(line("coderev_rollback_duration_seconds_bucket{le=\"0.05\"}")).endsWith(" 0");
    assertThat(line("coderev_rollback_duration_seconds_bucket{le=\"0.1\"}")).endsWith(" 1");
    assertThat(line("coderev_rollback_duration_seconds_bucket{le=\"5\"}")).endsWith(" 1");
    assertThat(line("coderev_rollback_duration_seconds_bucket{le=\"+Inf\"}")).endsWith(" 2");
    assertThat(line("coderev_rollback_duration_seconds_sum")).endsWith(" 7.1");
  }

  @Test
  void boundsClosedLabels() {
    metrics.family("coderev_lines_analyzed_total").add(3, "klingon");
    metrics.family("coderev_jobs_total").add(1, "", "odd");
    assertThat(line("coderev_lines_analyzed_total{language=\"other\"}")).endsWith(" 3");
    assertThat(line("coderev_jobs_total{kind=\"unknown\",status=\"unknown\"}")).endsWith(" 1");
    assertThatThrownBy(() -> metrics.family("coderev_jobs_total").add(1, "analysis"))
        .hasMessageContaining("kind");
  }

  @Test
  void measuresTheBudgetOfErrors() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    ServiceLevels levels = new ServiceLevels(metrics, clock);
    levels.sample();
    assertThat(line("coderev_slo_error_budget_remaining_ratio")).isEmpty();
    for (int i = 0; i < 1000; i++) {
      levels.seen(new RequestSeen(i == 0 ? 500 : 200, i < 10 ? 3 : 0.1));
    }
    levels.sample();
    assertThat(line("coderev_slo_error_budget_remaining_ratio{slo=\"availability\"}"))
        .matches(".* -?(0|[0-9.]+E-\\d+)");
    assertThat(line("coderev_slo_error_budget_remaining_ratio{slo=\"errors\"}")).contains(" 0.95");
    assertThat(line("coderev_slo_error_budget_remaining_ratio{slo=\"latency\"}")).contains(" 0.8");
  }

  @Test
  void freesThePlaceOfAForgottenProject() {
    ProjectLabels projects =
        new ProjectLabels(SettingsReader.read(Map.of("METRICS_PROJECT_LIMIT", "1")), metrics);
    assertThat(projects.of(Optional.of("a"))).isEqualTo("a");
    assertThat(projects.of(Optional.of("b"))).isEqualTo("other");
    projects.forget("a");
    assertThat(projects.of(Optional.of("b"))).isEqualTo("b");
    assertThat(projects.of(Optional.empty())).isEqualTo("unknown");
    ProjectLabels off =
        new ProjectLabels(SettingsReader.read(Map.of("METRICS_PROJECT_LABEL", "off")), metrics);
    assertThat(off.of(Optional.of("a"))).isEqualTo("all");
  }
}

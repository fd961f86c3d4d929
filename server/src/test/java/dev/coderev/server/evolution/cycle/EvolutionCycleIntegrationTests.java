package dev.coderev.server.evolution.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.metric.GaugeSampling;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.Scrape;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvolutionCycleIntegrationTests {
  @Test
  void runsOncePerIntervalAndTellsWhatItSaw() throws Exception {
    ApiClient admin = TestUsers.admin();
    JdbcClient database = TestServer.part(JdbcClient.class);
    EvolutionCycle cycle = TestServer.part(EvolutionCycle.class);
    database.sql("update evolution_cycle set started_at = null, completed_at = null").update();
    Scrape before = Scrape.now();
    cycle.startDue();
    cycle.startDue();
    Waiting.untilTrue(() -> !admin.get("/api/three-version/cycle").json().at("/last_run").isNull());
    var after = admin.get("/api/three-version/cycle").expect(200);
    assertThat(after.field("last_outcome")).isEqualTo("inconclusive");
    assertThat(after.field("phase")).isEqualTo("idle");
    assertThat(after.json().at("/lease_holder").isNull()).isTrue();
    assertThat(
            database
                .sql(
                    "select count(*) from jobs where kind = 'evolution_cycle' and status in"
                        + " ('queued', 'running')")
                .query(Long.class)
                .single())
        .as("the second look was too early")
        .isZero();
    TestServer.part(GaugeSampling.class).sample();
    String outcome = "coderev_evolution_cycles_total{outcome=\"inconclusive\"}";
    Waiting.untilTrue(() -> Scrape.now().value(outcome) == before.value(outcome) + 1);
    assertThat(Scrape.now().value("coderev_evolution_last_cycle_timestamp_seconds")).isPositive();
    assertThat(admin.get("/api/three-version/events?type=evolution_cycle_completed").text())
        .contains("inconclusive");
  }
}

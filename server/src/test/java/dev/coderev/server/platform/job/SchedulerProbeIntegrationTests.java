package dev.coderev.server.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.health.Probe.Observation;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.Waiting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchedulerProbeIntegrationTests {
  @Test
  void givesSignsOfLifeWithoutAnyJob() throws Exception {
    SchedulerProbe probe = TestServer.part(SchedulerProbe.class);
    for (int sign = 0; sign < 2; sign++) {
      Instant before = probe.lastSign();
      Waiting.untilTrue(() -> probe.lastSign().isAfter(before));
    }
    assertThat(probe.look()).isEqualTo(Observation.HEALTHY);
  }
}

package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import org.junit.jupiter.api.Test;

class HostMemoryTests {

  @Test
  void muchInUseIsAWarning() {
    assertThat(HostMemory.judge(0.85).state()).isEqualTo(State.HEALTHY);
    assertThat(HostMemory.judge(0.86).state()).isEqualTo(State.WARNING);
    assertThat(HostMemory.judge(0.96))
        .isEqualTo(new Finding(State.CRITICAL, "96 % of memory in use"));
    assertThat(HostMemory.share().orElseThrow()).isBetween(0.0, 1.0);
    assertThat(HostMemory.look().detail()).endsWith("% of memory in use");
  }
}

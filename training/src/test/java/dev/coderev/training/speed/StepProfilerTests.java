package dev.coderev.training.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.init.Presets;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepProfilerTests {

  @Test
  void partsOfAStepAreThoseOfTheClock() throws IOException {
    var ticks = new AtomicLong();
    List<StepProfile> profiles =
        new StepProfiler(
                Presets.all().get("tiny-llama"),
                Compute.Precision.F32,
                1,
                2,
                32,
                () -> ticks.addAndGet(1_000_000_000))
            .run(2);
    assertThat(profiles).hasSize(2);
    StepProfile profile = profiles.getFirst();
    assertThat(profile.tokens()).isEqualTo(64);
    assertThat(profile.seconds()).isCloseTo(2, within(1e-9)); // each part is one tick
    assertThat(profile.tokensPerSecond()).isCloseTo(32, within(1e-9));
    assertThat(profile.productFlops()).isEqualTo(24 * 2.0 * 1024 * 1024 * 1024);
    assertThat(profile.share())
        .isCloseTo(profile.flops() / 2 / profile.productFlops(), within(1e-12));
  }
}

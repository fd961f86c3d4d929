package dev.coderev.server.platform.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.server.platform.metric.RequestSeen;
import dev.coderev.server.platform.objective.ObjectiveWatch.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveWatchTests {
  private static final RequestSeen GOOD = new RequestSeen(200, 0.1);
  private static final RequestSeen BROKEN = new RequestSeen(500, 0.1);
  private static final RequestSeen SLOW = new RequestSeen(200, 3);

  private final SetClock clock = new SetClock();
  private final List<Alert> told = new ArrayList<>();
  private final ObjectiveWatch watch = new ObjectiveWatch(List.of(told::add), clock);

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void requests(int count, RequestSeen request) {
    for (int i = 0; i < count; i++) {
      watch.seen(request);
    }
  }

  private void wait(Duration time) {
    clock.now = clock.now.plus(time);
    watch.sample();
  }

  private Standing standing(Objective objective) {
    return watch.standings().get(objective.ordinal());
  }

  @Test
  void saysNothingWhileThePromiseIsKept() {
    requests(999, GOOD);
    requests(1, BROKEN);
    watch.sample();
    assertThat(told).isEmpty();
    assertThat(standing(Objective.AVAILABILITY).value()).contains(0.999);
    assertThat(standing(Objective.AVAILABILITY).burnRate().orElseThrow())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void theGapToThePromiseSetsTheSeverity() {
    requests(930, GOOD);
    requests(70, SLOW);
    watch.sample();
    assertThat(told)
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.id()).isEqualTo("slo:latency");
          assertThat(alert.severity()).isEqualTo(AlertSeverity.INFO);
          assertThat(alert.summary()).contains("93.00 %", "95.0 % are promised");
        });
    requests(70, SLOW);
    watch.sample();
    assertThat(told.getLast().severity()).isEqualTo(AlertSeverity.WARNING);
    requests(200, SLOW);
    watch.sample();
    assertThat(told.getLast().severity()).isEqualTo(AlertSeverity.CRITICAL);
  }

  @Test
  void aBudgetThatBurnsFastCallsSomebody() {
    requests(98, GOOD);
    requests(2, BROKEN);
    watch.sample();
    assertThat(told)
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.id()).isEqualTo("slo:availability");
          assertThat(alert.severity()).isEqualTo(AlertSeverity.PAGE);
        });
  }

  @Test
  void aBurstInAGoodHourCallsNobody() {
    requests(10_000, GOOD);
    wait(Duration.ofMinutes(10));
    requests(98, GOOD);
    requests(2, BROKEN);
    watch.sample();
    assertThat(told).singleElement().extracting(Alert::severity).isEqualTo(AlertSeverity.INFO);
  }

  @Test
  void endsWhenTheWindowIsGoodAgainAndNotWhenItIsEmpty() {
    requests(1, BROKEN);
    watch.sample();
    assertThat(watch.open()).hasSize(2);
    wait(Duration.ofMinutes(6));
    assertThat(watch.open()).as("nothing is known").hasSize(2);
    assertThat(standing(Objective.ERRORS).value()).isEmpty();
    requests(1, GOOD);
    wait(Duration.ofSeconds(15));
    assertThat(watch.open()).isEmpty();
    assertThat(watch.history()).hasSize(2);
    assertThat(told).filteredOn(alert -> alert.state() == AlertState.RESOLVED).hasSize(2);
  }

  @Test
  void silenceIsToldAfterHalfAnHour() {
    wait(Duration.ofMinutes(29));
    assertThat(told).isEmpty();
    wait(Duration.ofMinutes(1));
    assertThat(told).singleElement().extracting(Alert::id).isEqualTo("slo_no_data");
    requests(1, GOOD);
    watch.sample();
    assertThat(told.getLast().state()).isEqualTo(AlertState.RESOLVED);
  }

  @Test
  void whatIsMissedIsTakenFromTheBudget() {
    requests(1, GOOD);
    requests(1, BROKEN);
    for (int i = 0; i < 16; i++) {
      wait(Duration.ofSeconds(15));
    }
    ErrorBudget.View budget = standing(Objective.ERRORS).budget();
    assertThat(budget.minutes()).isCloseTo(864, within(1e-6));
    assertThat(budget.consumedMinutes()).isCloseTo(4 * 0.48, within(1e-6));
    assertThat(budget.remainingPercentage()).isCloseTo(100 * (1 - 1.92 / 864), within(1e-6));
    Duration left = Duration.between(clock.now, budget.exhaustedAt().orElseThrow());
    assertThat(left.toMinutes()).isCloseTo((long) ((864 - 1.92) / 0.48), within(1L));
    assertThat(standing(Objective.LATENCY).budget().exhaustedAt()).isEmpty();
  }
}

package dev.coderev.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowTests {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void grantsNothingMoreUntilTheFirstUseIsAWindowOld() {
    SlidingWindow window = new SlidingWindow(2, MINUTE);
    assertThat(window.take(seconds(0)).left()).isEqualTo(1);
    assertThat(window.take(seconds(50)).left()).isZero();
    SlidingWindow.Use refused = window.take(seconds(59));
    assertThat(refused.granted()).isFalse();
    assertThat(refused.next()).isEqualTo(Duration.ofSeconds(1));
    assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(51));
    assertThat(window.take(seconds(60)).granted()).isTrue();
    assertThat(window.take(seconds(61)).granted()).isFalse();
  }

  @Test
  void lookingUsesNothing() {
    SlidingWindow window = new SlidingWindow(1, MINUTE);
    for (int i = 0; i < 5; i++) {
      assertThat(window.look(seconds(i)).granted()).isTrue();
    }
    assertThat(window.take(seconds(6)).granted()).isTrue();
    assertThat(window.look(seconds(7)).granted()).isFalse();
  }

  @Property(tries = 200)
  void agreesWithAListOfAllUses(
      @ForAll @IntRange(min = 1, max = 9) int most,
      @ForAll @Size(max = 60) java.util.List<@IntRange(max = 40) Integer> steps) {
    SlidingWindow window = new SlidingWindow(most, MINUTE);
    Deque<Integer> uses = new ArrayDeque<>();
    int now = 0;
    for (int step : steps) {
      now += step;
      while (!uses.isEmpty() && now - uses.getFirst() >= MINUTE.toSeconds()) {
        uses.removeFirst();
      }
      boolean free = uses.size() < most;
      if (free) {
        uses.addLast(now);
      }
      SlidingWindow.Use use = window.take(seconds(now));
      assertThat(use.granted()).isEqualTo(free);
      assertThat(use.left()).isEqualTo(most - uses.size());
    }
  }
}

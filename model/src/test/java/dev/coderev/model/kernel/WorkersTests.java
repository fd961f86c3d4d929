package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkersTests {

  @Test
  void everyTaskRunsOnce() {
    try (var workers = new Workers(3)) {
      for (int round = 0; round < 200; round++) {
        var runs = new AtomicIntegerArray(17);
        workers.run(17, runs::incrementAndGet);
        for (int i = 0; i < 17; i++) {
          assertThat(runs.get(i)).isEqualTo(1);
        }
        if (round % 50 == 0) {
          LockSupport.parkNanos(2_000_000); // long enough for the others to fall asleep
        }
      }
    }
  }

  @Test
  void aFailureReachesTheCallerAndTheNextWorkRuns() {
    try (var workers = new Workers(2)) {
      assertThatThrownBy(() ->
              workers.run(
                  8,
                  task -> {
                    if (task == 3) {
                      throw new IllegalStateException("three");
                    }
                  }))
          .hasMessage("three");
      var count = new AtomicInteger();
      workers.run(8, task -> count.incrementAndGet());
      assertThat(count).hasValue(8);
    }
  }

  @Test
  void afterClosingTheCallerWorksAlone() {
    var workers = new Workers(2);
    workers.close();
    workers.close();
    var count = new AtomicInteger();
    workers.run(4, task -> count.incrementAndGet());
    assertThat(count).hasValue(4);
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> new Workers(0)).hasMessageContaining("at least 1");
  }
}

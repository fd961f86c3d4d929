package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.deploy.Health.State;
import dev.coderev.model.deploy.TokenAllowance.Reservation;
import dev.coderev.model.deploy.TokenBudget.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenBudgetTests {

  private final SettableClock clock = new SettableClock("2026-03-01T23:00:00Z");

  private TokenBudget budget(long limit) {
    return new TokenBudget(limit, clock, Optional.empty());
  }

  @Test
  void whatIsReservedIsNotThereForOthers() {
    TokenBudget budget = budget(100);
    Reservation first = budget.reserve(60);
    assertThatThrownBy(() -> budget.reserve(41))
        .isInstanceOf(BudgetExceeded.class)
        .hasMessage("daily token limit exceeded");
    Reservation exact = budget.reserve(40);
    first.settle(10, 5);
    first.settle(10, 5);
    exact.settle(0, 0);
    assertThat(budget.use().total()).isEqualTo(15);
    assertThat(budget.use().reserved()).isZero();
    budget.reserve(85);
    assertThatThrownBy(() -> budget.reserve(1)).isInstanceOf(BudgetExceeded.class);
  }

  @Test
  void aDayBeginsAtZero() {
    TokenBudget budget = budget(100);
    budget.reserve(50).settle(40, 10);
    Reservation overnight = budget.reserve(50);
    clock.move(Duration.ofHours(1));
    assertThat(budget.use().total()).isZero();
    overnight.settle(20, 3);
    assertThat(budget.use().total()).isEqualTo(23);
    assertThat(budget.use().day()).hasToString("2026-03-02");
  }

  @Test
  void warningsComeBeforeTheLimit() {
    TokenBudget budget = budget(100);
    budget.reserve(79).settle(79, 0);
    assertThat(budget.use().warning()).isEqualTo(Warning.NONE);
    assertThat(budget.look().state()).isEqualTo(State.HEALTHY);
    budget.reserve(1).settle(0, 1);
    assertThat(budget.use().warning()).isEqualTo(Warning.FROM_80_PERCENT);
    assertThat(budget.look().state()).isEqualTo(State.WARNING);
    budget.reserve(10);
    assertThat(budget.use().warning()).isEqualTo(Warning.FROM_90_PERCENT);
  }

  @Test
  void countingIsExactOnManyThreads() throws Exception {
    TokenBudget budget = budget(10_000);
    try (var threads = Executors.newFixedThreadPool(10)) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 10; i++) {
        running.add(
            threads.submit(() -> {
              for (int k = 0; k < 10; k++) {
                budget.reserve(100).settle(60, 40);
              }
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    assertThat(budget.use().total()).isEqualTo(10_000);
    assertThatThrownBy(() -> budget.reserve(1)).isInstanceOf(BudgetExceeded.class);
  }

  @Test
  void aRestartForgetsNothingOfTheDay(@TempDir Path folder) throws IOException {
    Optional<Path> file = Optional.of(folder.resolve("use.json"));
    new TokenBudget(100, clock, file).reserve(70).settle(60, 10);
    var again = new TokenBudget(100, clock, file);
    assertThat(again.use().input()).isEqualTo(60);
    assertThat(again.use().output()).isEqualTo(10);
    clock.move(Duration.ofDays(1));
    assertThat(new TokenBudget(100, clock, file).use().total()).isZero();
    Files.writeString(folder.resolve("use.json"), "{\"day\": ");
    assertThatThrownBy(() -> new TokenBudget(100, clock, file)).isInstanceOf(MalformedFile.class);
  }

  @Test
  void useThatCannotBeKeptIsSaid(@TempDir Path folder) throws IOException {
    Path place = folder.resolve("gone");
    Files.createDirectory(place);
    var budget = new TokenBudget(100, clock, Optional.of(place.resolve("use.json")));
    Files.delete(place);
    budget.reserve(10).settle(1, 1);
    assertThat(budget.use().total()).isEqualTo(2);
    assertThat(budget.look().state()).isEqualTo(State.WARNING);
    assertThat(budget.look().detail()).contains("cannot be kept");
    Files.createDirectory(place);
    budget.reserve(10).settle(1, 1);
    assertThat(budget.look().state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void negativeNumbersAreRefusedAndLargeOnesAreNot() {
    TokenBudget budget = budget(Long.MAX_VALUE);
    assertThatThrownBy(() -> budget.reserve(-1)).isInstanceOf(IllegalArgumentException.class);
    Reservation large = budget.reserve(Long.MAX_VALUE);
    assertThatThrownBy(() -> large.settle(0, -1)).isInstanceOf(IllegalArgumentException.class);
    large.settle(Long.MAX_VALUE / 2, 0);
    assertThat(budget.use().total()).isEqualTo(Long.MAX_VALUE / 2);
    assertThatThrownBy(() -> budget(0)).isInstanceOf(IllegalArgumentException.class);
  }
}

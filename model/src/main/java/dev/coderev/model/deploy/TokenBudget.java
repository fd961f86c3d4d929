package dev.coderev.model.deploy;

import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many tokens a model may read and write in a day (UTC). A request reserves what it could take
 * before it begins, and settles what it took when it ends: both are one step each, so that requests
 * together never exceed the limit. With a file the day's use outlives the process.
 */
public final class TokenBudget implements TokenAllowance {

  public static final long DEFAULT_LIMIT = 100_000_000;

  /** How near the limit is. */
  public enum Warning {
    NONE,
    FROM_80_PERCENT,
    FROM_90_PERCENT
  }

  /**
   * A day's use.
   *
   * @param reserved by requests that run
   */
  public record Use(LocalDate day, long input, long output, long reserved, long limit) {

    public long total() {
      return Math.addExact(input, output);
    }

    public Warning warning() {
      double share = (double) (total() + reserved) / limit;
      if (share >= 0.9) {
        return Warning.FROM_90_PERCENT;
      }
      return share >= 0.8 ? Warning.FROM_80_PERCENT : Warning.NONE;
    }
  }

  private final class Held implements Reservation {
    private final long tokens;
    private final AtomicBoolean settled = new AtomicBoolean();

    Held(long tokens) {
      this.tokens = tokens;
    }

    @Override
    public void settle(long taken, long given) {
      check(taken);
      check(given);
      if (settled.compareAndSet(false, true)) {
        TokenBudget.this.settle(tokens, taken, given);
      }
    }
  }

  private final long limit;
  private final Clock clock;
  private final Optional<Path> file;
  private LocalDate day;
  private long input;
  private long output;
  private long reserved;
  private Optional<String> failure = Optional.empty();

  /**
   * @param limit of a day, at least 1
   * @param file that keeps the use; read now, if it is there
   */
  public TokenBudget(long limit, Clock clock, Optional<Path> file) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit + " tokens a day");
    }
    this.limit = limit;
    this.clock = clock;
    this.file = file;
    this.day = today();
    file.filter(Files::exists).map(JsonObject::read).ifPresent(this::restore);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void restore(JsonObject kept) {
    if (kept.string("day").filter(day.toString()::equals).isPresent()) {
      input = (long) kept.number("input").orElse(0);
      output = (long) kept.number("output").orElse(0);
    }
  }

  private static void check(long tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException(tokens + " tokens");
    }
  }

  @Override
  public synchronized Reservation reserve(long tokens) {
    check(tokens);
    turnDay();
    if (tokens > limit - Math.min(limit, input + output + reserved)) {
      throw new BudgetExceeded("daily token limit exceeded", untilTomorrow());
    }
    reserved += tokens;
    return new Held(tokens);
  }

  private Duration untilTomorrow() {
    return Duration.between(clock.instant(), day.plusDays(1).atStartOfDay(ZoneOffset.UTC));
  }

  private void turnDay() {
    LocalDate now = today();
    if (!now.equals(day)) {
      day = now;
      input = 0;
      output = 0;
    }
  }

  private synchronized void settle(long held, long taken, long given) {
    turnDay();
    reserved -= held;
    input = Math.addExact(input, taken);
    output = Math.addExact(output, given);
    file.ifPresent(this::keep);
  }

  private void keep(Path target) {
    var members = new LinkedHashMap<String, Json>();
    members.put("day", Json.of(day.toString()));
    members.put("input", Json.of(input));
    members.put("output", Json.of(output));
    Path staged = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Staging.remove(staged);
      JsonWriter.write(staged, new Json.Obj(members));
      try {
        Files.move(
            staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
      }
      failure = Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      failure = Optional.of("the use of tokens cannot be kept in " + target + ": " + e);
    }
  }

  /** Looks whether the use could be kept, and how near the limit is. */
  public synchronized Finding look() {
    Use now = use();
    String detail = now.total() + " of " + limit + " tokens today";
    return failure
        .map(it -> new Finding(State.WARNING, it))
        .orElseGet(() ->
            new Finding(now.warning() == Warning.NONE ? State.HEALTHY : State.WARNING, detail));
  }

  public synchronized Use use() {
    turnDay();
    return new Use(day, input, output, reserved, limit);
  }
}

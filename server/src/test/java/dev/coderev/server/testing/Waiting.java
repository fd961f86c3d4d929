package dev.coderev.server.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something that another thread or process does. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE = 30_000_000;

  private Waiting() {}

  /** Asks until the answer is the wanted one. */
  public static Answer until(Supplier<Answer> question, Predicate<Answer> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = question.get();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still " + answer.text());
      }
      LockSupport.parkNanos(PAUSE);
      answer = question.get();
    }
    return answer;
  }

  /** Looks until it is so. */
  public static void untilTrue(Callable<Boolean> fact) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fact.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it is still not so");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Asks a job or analysis until it is over. */
  public static Answer untilOver(ApiClient client, String path) {
    return until(
        () -> client.get(path).expect(200),
        answer -> !answer.field("status").matches("queued|running|generating|starting"));
  }
}

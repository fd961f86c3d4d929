package dev.coderev.server.testing;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something that another thread or process does. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Waiting() {}

  /** Asks until the answer is the wanted one. */
  public static Answer until(Supplier<Answer> question, Predicate<Answer> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = question.get();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still " + answer.text());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
      answer = question.get();
    }
    return answer;
  }

  /** Asks a job or analysis until it is over. */
  public static Answer untilOver(ApiClient client, String path) {
    return until(
        () -> client.get(path).expect(200),
        answer -> !answer.field("status").matches("queued|running|generating|starting"));
  }
}

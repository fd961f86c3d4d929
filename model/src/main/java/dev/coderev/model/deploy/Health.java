package dev.coderev.model.deploy;

import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * How a component is.
 *
 * @param since when it came to be so
 * @param detail for people
 */
public record Health(State state, Instant since, String detail) {

  /** The words for it, from not yet known to worst. */
  public enum State {
    UNKNOWN,
    HEALTHY,
    WARNING,
    CRITICAL
  }

  /** What a probe found. */
  public record Finding(State state, String detail) {

    public static Finding healthy(String detail) {
      return new Finding(State.HEALTHY, detail);
    }
  }

  /**
   * Something that is looked at.
   *
   * @param required whether the whole is unhealthy when this is critical
   * @param probe looks; a failure of its own is critical
   */
  public record Component(String name, boolean required, Callable<Finding> probe) {}
}

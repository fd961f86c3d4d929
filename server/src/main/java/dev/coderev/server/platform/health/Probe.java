package dev.coderev.server.platform.health;

/** A real look at one thing that the server depends on. */
public interface Probe {
  /** The name of the component. */
  String component();

  /** Whether the server cannot work without it. */
  boolean isRequired();

  /** Whether it stands for something outside of this process, which the metrics then show. */
  default boolean isDependency() {
    return true;
  }

  /** What the look showed; an exception counts as critical. */
  Observation look();

  /** The state of a component and a word on it. */
  record Observation(State state, String detail) {
    public static final Observation HEALTHY = new Observation(State.HEALTHY, "");
  }

  /** How a component is. */
  enum State {
    UNKNOWN,
    HEALTHY,
    WARNING,
    CRITICAL
  }
}

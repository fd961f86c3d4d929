package dev.coderev.analysis.finding;

import java.util.List;

/** The way of untrusted data from its source over steps to the sink, in order of execution. */
public record TaintFlow(List<Step> steps) {
  /**
   * How the note of a step begins whose function nobody saw and which, by its name, gives back
   * something else than what it is given: what it found, or what it made harmless.
   */
  public static final String HANDED_ON = "handed on by ";

  /** The part a step plays in a flow. */
  public enum Role {
    SOURCE,
    STEP,
    SINK
  }

  /**
   * One stop on the way.
   *
   * @param note what happens here, in a few words, for example {@code "passed to render"}
   */
  public record Step(Role role, Place place, String note) {}

  public TaintFlow {
    steps = List.copyOf(steps);
    if (steps.size() < 2
        || steps.getFirst().role() != Role.SOURCE
        || steps.getLast().role() != Role.SINK) {
      throw new IllegalArgumentException("a flow leads from a source to a sink");
    }
  }

  public Step source() {
    return steps.getFirst();
  }

  public Step sink() {
    return steps.getLast();
  }
}

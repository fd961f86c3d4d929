package dev.coderev.training.defect.inject;

import dev.coderev.training.TrainingException;

/**
 * Which tasks are made.
 *
 * @param perKind tasks of each kind, half of them with a defect
 * @param heldOut the share of texts that training keeps away; tasks are made of these alone
 * @param candidates that a task has at most
 * @param tune the share of files whose tasks are for fixing thresholds
 */
public record TaskOptions(int perKind, double heldOut, int candidates, double tune, long seed) {

  public static final TaskOptions DEFAULT = new TaskOptions(200, 0.02, 16, 0.4, 1);

  public TaskOptions {
    if (perKind < 4 || candidates < 2) {
      throw new TrainingException(
          "a kind needs at least 4 tasks and a task 2 candidates, not "
              + perKind
              + " and "
              + candidates);
    }
    if (!(heldOut > 0 && heldOut <= 1) || !(tune > 0 && tune < 1)) {
      throw new TrainingException(
          "the shares " + heldOut + " (held out) and " + tune + " (tune) must be within 0 and 1");
    }
  }
}

package dev.coderev.training.loop;

import dev.coderev.training.TrainingException;

/**
 * What may differ from start to start of a run without a change of what is computed.
 *
 * @param device see {@link dev.coderev.training.torch.Compute#of}
 * @param saveEvery steps
 * @param evaluateEvery steps
 */
public record Pace(String device, int saveEvery, int evaluateEvery) {

  public Pace {
    if (saveEvery < 1 || evaluateEvery < 1) {
      throw new TrainingException("the steps between two savings or looks must be at least 1");
    }
  }
}

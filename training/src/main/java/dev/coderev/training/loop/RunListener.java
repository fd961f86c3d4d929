package dev.coderev.training.loop;

import dev.coderev.training.network.NextToken;

/** What wants to know how a run goes. */
public interface RunListener {

  /**
   * A step that was done.
   *
   * @param loss the mean of −ln p over the step's tokens
   * @param gradientNorm before it was shortened
   * @param secondsLeft until the last step, at the rate of this process so far
   */
  record Step(
      long step,
      long steps,
      long tokens,
      double loss,
      double rate,
      double gradientNorm,
      double tokensPerSecond,
      double secondsLeft) {}

  void stepped(Step step);

  /** The held-out texts were foretold. */
  void evaluated(long step, NextToken.Foretold foretold);

  /** Something happened that people should know. */
  void noted(String text);
}

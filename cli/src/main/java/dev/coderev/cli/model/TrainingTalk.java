package dev.coderev.cli.model;

import dev.coderev.training.loop.RunListener;
import dev.coderev.training.network.NextToken;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a terminal or a log how a run goes, at most once in two seconds. */
final class TrainingTalk implements RunListener {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final boolean quiet;
  private long last = System.nanoTime();

  TrainingTalk(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  @Override
  public void stepped(Step step) {
    long now = System.nanoTime();
    if (step.step() == step.steps() || now - last >= EVERY_NANOS) {
      last = now;
      say(
          String.format(
              Locale.ROOT,
              "step %d of %d, loss %.3f, rate %.2e, %.0f tokens/s, %s left",
              step.step(),
              step.steps(),
              step.loss(),
              step.rate(),
              step.tokensPerSecond(),
              time(step.secondsLeft())));
    }
  }

  private static String time(double seconds) {
    long minutes = Math.round(seconds / 60);
    return minutes >= 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes + " min";
  }

  @Override
  public void evaluated(long step, NextToken.Foretold foretold) {
    say(
        String.format(
            Locale.ROOT,
            "step %d: held-out loss %.3f, next token right in %.1f %%",
            step,
            foretold.mean(),
            100 * foretold.accuracy()));
  }

  @Override
  public void noted(String text) {
    say(text);
  }

  private void say(String text) {
    if (!quiet) {
      err.println("coderev: " + text);
      err.flush();
    }
  }
}

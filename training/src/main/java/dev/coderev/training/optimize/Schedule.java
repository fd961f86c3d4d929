package dev.coderev.training.optimize;

/**
 * The rate of learning over time: up in a line, then down along half a cosine.
 *
 * @param peak the highest rate
 * @param warmup steps until the peak
 * @param steps of the whole training
 * @param floor the last rate as a share of the peak
 */
public record Schedule(double peak, long warmup, long steps, double floor) {

  public Schedule {
    if (!(peak > 0) || warmup < 0 || steps < 1 || !(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException(
          "rate " + peak + ", warm-up " + warmup + " of " + steps + " steps, floor " + floor);
    }
  }

  /** The rate of a step, counted from 0. */
  public double rate(long step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double done = Math.min(1, (double) (step - warmup) / Math.max(1, steps - warmup));
    return peak * (floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * done)));
  }
}

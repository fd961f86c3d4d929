package dev.coderev.review.run;

import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.engine.SourceUnit;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A file that is not opened any more once the time of the whole run is over. */
record TimeLimitedUnit(SourceUnit unit, BooleanSupplier isOver, Duration limit)
    implements SourceUnit {
  @Override
  public String path() {
    return unit.path();
  }

  @Override
  public long expectedBytes() {
    return unit.expectedBytes();
  }

  @Override
  public Reading read() {
    return isOver.getAsBoolean()
        ? new Reading.Skipped(
            SkipReason.TIME_LIMIT, "the time limit of " + limit.toMillis() / 1000.0 + " s was over")
        : unit.read();
  }
}

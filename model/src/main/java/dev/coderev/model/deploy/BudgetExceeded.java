package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;
import java.time.Duration;

/** A request was refused because it could take more tokens than are left of the day. */
public final class BudgetExceeded extends ModelException {

  private static final long serialVersionUID = 1L;

  private final Duration untilMore;

  /**
   * @param untilMore how long it takes until there are tokens again
   */
  public BudgetExceeded(String reason, Duration untilMore) {
    super(reason);
    this.untilMore = untilMore;
  }

  public Duration untilMore() {
    return untilMore;
  }
}

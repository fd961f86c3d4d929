package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;

/** A request was refused because it could take more tokens than are left of the day. */
public final class BudgetExceeded extends ModelException {

  private static final long serialVersionUID = 1L;

  BudgetExceeded(String reason) {
    super(reason);
  }
}

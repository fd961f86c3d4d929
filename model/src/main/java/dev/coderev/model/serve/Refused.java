package dev.coderev.model.serve;

import dev.coderev.model.ModelException;

/** A request that is refused, with the status that says why. */
final class Refused extends ModelException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status, String reason) {
    super(reason);
    this.status = status;
  }

  int status() {
    return status;
  }
}

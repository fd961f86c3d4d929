package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;

/** A request was refused because too many wait, or because the service is closing. */
public final class Overloaded extends ModelException {

  private static final long serialVersionUID = 1L;

  Overloaded(String reason) {
    super(reason);
  }
}

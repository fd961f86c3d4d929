package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;

/** Parts of a deployment failed while they were closed; the others are closed nevertheless. */
public final class ShutdownError extends ModelException {

  private static final long serialVersionUID = 1L;

  ShutdownError(Throwable first) {
    super("the deployment did not stop cleanly: " + first.getMessage(), first);
  }
}

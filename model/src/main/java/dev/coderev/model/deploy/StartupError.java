package dev.coderev.model.deploy;

import dev.coderev.model.ModelException;

/** A part of a deployment could not be opened; what had been opened before it is closed again. */
public final class StartupError extends ModelException {

  private static final long serialVersionUID = 1L;

  StartupError(String part, Throwable cause) {
    super("the deployment did not start: " + part + ": " + cause.getMessage(), cause);
  }
}

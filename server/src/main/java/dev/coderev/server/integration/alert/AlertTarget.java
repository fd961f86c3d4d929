package dev.coderev.server.integration.alert;

import dev.coderev.server.platform.objective.Alert;

/** A place that takes alerts. */
interface AlertTarget {
  String name();

  boolean takes(Alert alert);

  /**
   * Tells it now.
   *
   * @throws AlertUndelivered if it does not take it
   */
  void tell(Alert alert);
}

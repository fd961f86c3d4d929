package dev.coderev.server.platform.objective;

/** Somebody who is told of alerts. */
@FunctionalInterface
public interface AlertReceiver {
  /** Takes the alert as it is now and returns at once. */
  void receive(Alert alert);
}

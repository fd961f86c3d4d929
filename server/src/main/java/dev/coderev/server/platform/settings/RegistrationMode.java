package dev.coderev.server.platform.settings;

/** Who may make an account. */
public enum RegistrationMode {
  OPEN,
  INVITE,
  CLOSED
}

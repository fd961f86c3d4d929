package dev.coderev.server.platform.settings;

import java.util.List;

/** Settings that the server cannot start with; the message names each of them. */
public final class SettingsInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsInvalid(List<String> faults) {
    super(String.join("; ", faults));
  }
}

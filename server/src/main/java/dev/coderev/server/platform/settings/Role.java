package dev.coderev.server.platform.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part that one process plays in the whole. */
public enum Role {
  /** Answers HTTP. */
  WEB,
  /** Runs jobs. */
  WORKER,
  /** Answers the language model interface. */
  MODEL;

  public static Optional<Role> byId(String id) {
    return Arrays.stream(values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst();
  }
}

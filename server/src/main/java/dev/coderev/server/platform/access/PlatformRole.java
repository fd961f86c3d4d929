package dev.coderev.server.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user may do on the platform as a whole, the least first. */
public enum PlatformRole {
  VIEWER,
  USER,
  ADMIN;

  public static final List<String> IDS = Arrays.stream(values()).map(PlatformRole::id).toList();

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PlatformRole> byId(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}

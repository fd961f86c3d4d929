package dev.coderev.server.identity.account;

import dev.coderev.server.platform.access.PlatformRole;
import java.time.Instant;
import java.util.Optional;

/**
 * An account.
 *
 * @param passwordHash empty until an invited user has chosen a password
 */
public record User(
    String id,
    String email,
    String name,
    Optional<String> passwordHash,
    PlatformRole role,
    boolean active,
    Optional<String> inactiveReason,
    boolean mustChangePassword,
    Profile profile,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> lastLogin) {

  /** What a user says about themselves. */
  public record Profile(
      Optional<String> avatar,
      Optional<String> bio,
      Optional<String> company,
      Optional<String> location,
      Optional<String> website,
      String theme,
      String language,
      boolean notifications) {}
}

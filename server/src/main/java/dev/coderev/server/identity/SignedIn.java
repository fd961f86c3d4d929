package dev.coderev.server.identity;

import dev.coderev.server.platform.access.PlatformRole;

/** Tokens of a session, and whose they are. */
public record SignedIn(
    String accessToken,
    String refreshToken,
    String tokenType,
    long expiresIn,
    long refreshExpiresIn,
    Me user) {
  /** The user as they see themselves. */
  public record Me(String id, String email, String name, PlatformRole role) {}
}

package dev.coderev.server.platform.access;

import java.util.Optional;
import java.util.Set;

/**
 * The user on whose behalf a request acts.
 *
 * @param sessionId empty for an API key
 * @param keyId empty for a session
 * @param scopes what the key allows; a session allows all
 */
public record Caller(
    String userId,
    String email,
    String name,
    PlatformRole role,
    Optional<String> sessionId,
    Optional<String> keyId,
    Set<Scope> scopes,
    boolean mustChangePassword) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  public boolean isAdmin() {
    return role == PlatformRole.ADMIN && (keyId.isEmpty() || scopes.contains(Scope.ADMIN));
  }

  public boolean may(Scope scope) {
    return keyId.isEmpty() || scopes.contains(scope);
  }
}

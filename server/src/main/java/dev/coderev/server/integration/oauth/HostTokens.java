package dev.coderev.server.integration.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a host gave for a code.
 *
 * @param expiresAt empty where the access token lasts
 * @param idToken says who the user is, where the host speaks OpenID Connect
 */
record HostTokens(
    String access,
    Optional<String> refresh,
    Optional<Instant> expiresAt,
    List<String> scopes,
    Optional<String> idToken) {
  HostTokens {
    scopes = List.copyOf(scopes);
  }
}

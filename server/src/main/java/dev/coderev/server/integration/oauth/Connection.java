package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import java.time.Instant;
import java.util.List;

/**
 * An account at a code host that a user lends to this server.
 *
 * @param username at the host
 */
public record Connection(
    String userId, Host host, String username, List<String> scopes, Instant connectedAt) {
  public Connection {
    scopes = List.copyOf(scopes);
  }
}

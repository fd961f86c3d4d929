package dev.coderev.server.integration.host;

import java.util.Optional;

/** Someone who knows the tokens of accounts at code hosts that users lend to this server. */
public interface LentTokens {
  /**
   * A token that is good now.
   *
   * @param address of the host
   * @return empty if the user lends none, or the host no longer renews it
   */
  Optional<String> of(String userId, Host host, String address);
}

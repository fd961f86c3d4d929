package dev.coderev.server.integration.host;

import java.util.Optional;

/** Someone who knows the tokens of accounts at code hosts that users lend to this server. */
public interface LentTokens {
  /**
   * A token that is good now, for work on a project.
   *
   * @param address of the host
   * @return empty if the user lends none or has nothing to do with the project any more, or the
   *     host no longer renews it
   */
  Optional<String> of(String userId, String projectId, Host host, String address);
}

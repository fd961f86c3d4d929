package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import java.util.List;

/**
 * What this server is to a code host.
 *
 * @param address of the host, without a path
 */
record OAuthClient(Host host, String address, String id, String secret) {
  /** Where users are asked for their consent. */
  String consentUrl() {
    return address
        + switch (host) {
          case GITHUB -> "/login/oauth/authorize";
          case GITLAB -> "/oauth/authorize";
          case BITBUCKET -> "/site/oauth2/authorize";
        };
  }

  /** Where codes become tokens. */
  String tokenUrl() {
    return address
        + switch (host) {
          case GITHUB -> "/login/oauth/access_token";
          case GITLAB -> "/oauth/token";
          case BITBUCKET -> "/site/oauth2/access_token";
        };
  }

  /** What is asked for; on Bitbucket the client's own settings say it. */
  List<String> scopes() {
    return switch (host) {
      case GITHUB -> List.of("repo", "read:user");
      case GITLAB -> List.of("openid", "api");
      case BITBUCKET -> List.of();
    };
  }

  /** Whether the host says in a signed token who the user is (OpenID Connect). */
  boolean identifies() {
    return host == Host.GITLAB;
  }
}

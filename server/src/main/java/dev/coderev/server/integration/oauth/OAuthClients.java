package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.ServerSettings.HostClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The code hosts that know this server. */
@Component
class OAuthClients {
  private final Map<String, HostClient> configured;

  OAuthClients(ServerSettings settings) {
    this.configured = settings.hosts().clients();
  }

  Optional<OAuthClient> of(Host host) {
    return Optional.ofNullable(configured.get(host.id()))
        .map(client ->
            new OAuthClient(
                host, client.address().orElse(host.usualAddress()), client.id(), client.secret()));
  }
}

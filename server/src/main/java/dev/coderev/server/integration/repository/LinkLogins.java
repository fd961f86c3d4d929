package dev.coderev.server.integration.repository;

import dev.coderev.server.integration.oauth.ConnectedHosts;
import dev.coderev.server.project.RepositoryLogins;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The credentials of repositories that are linked to projects: those of who linked them. */
@Component
class LinkLogins implements RepositoryLogins {
  private final RepositoryLinks links;
  private final ConnectedHosts hosts;

  LinkLogins(RepositoryLinks links, ConnectedHosts hosts) {
    this.links = links;
    this.hosts = hosts;
  }

  @Override
  public Optional<Login> of(String projectId, String url) {
    return links
        .ofProject(projectId)
        .filter(link -> link.cloneUrl().equals(url))
        .flatMap(link ->
            hosts
                .of(link.userId(), projectId, link.host(), hosts.address(link.host()))
                .map(token -> new Login(link.host().gitUser(), token)));
  }
}

package dev.coderev.server.integration.oauth;

import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostApi;
import dev.coderev.server.integration.host.LentTokens;
import dev.coderev.server.integration.host.RepositoryHost;
import dev.coderev.server.integration.oauth.OAuthConnections.Removed;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.project.ProjectAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Code hosts as the users who are connected to them see them. */
@Component
public class ConnectedHosts implements LentTokens {
  private static final Logger LOG = LoggerFactory.getLogger("oauth");
  private static final Duration SOON = Duration.ofMinutes(1);

  private final OAuthClients clients;
  private final OAuthConnections connections;
  private final TokenExchange exchange;
  private final Outgoing outgoing;
  private final TransactionOperations transaction;
  private final UserDirectory users;
  private final ProjectAccess projects;
  private final Clock clock;

  ConnectedHosts(
      OAuthClients clients,
      OAuthConnections connections,
      TokenExchange exchange,
      Outgoing outgoing,
      TransactionOperations transaction,
      UserDirectory users,
      ProjectAccess projects,
      Clock clock) {
    this.clients = clients;
    this.connections = connections;
    this.exchange = exchange;
    this.outgoing = outgoing;
    this.transaction = transaction;
    this.users = users;
    this.projects = projects;
    this.clock = clock;
  }

  public List<Connection> of(String userId) {
    return connections.of(userId).stream()
        .filter(connection -> clients.of(connection.host()).isPresent())
        .toList();
  }

  /** Where the host is. */
  public String address(Host host) {
    return clients.of(host).map(OAuthClient::address).orElseGet(host::usualAddress);
  }

  /**
   * The repositories that a user sees at a host.
   *
   * @throws Problem if the connection is gone, or the host does not renew it
   */
  public RepositoryHost repositories(String userId, Host host) {
    String token =
        token(userId, host, address(host))
            .orElseThrow(() ->
                Problem.of(
                    ProblemCode.PROVIDER_ERROR,
                    host.id() + " no longer accepts the connection; connect again."));
    return repositories(host, token);
  }

  RepositoryHost repositories(Host host, String token) {
    return RepositoryHost.of(new HostApi(outgoing, host, address(host), Optional.of(token)));
  }

  @Override
  public Optional<String> of(String userId, String projectId, Host host, String address) {
    return mayLend(userId, projectId) ? token(userId, host, address) : Optional.empty();
  }

  private boolean mayLend(String userId, String projectId) {
    return projects.isMember(projectId, userId)
        || users
            .byId(userId)
            .filter(user -> user.role().equals(PlatformRole.ADMIN.id()))
            .isPresent();
  }

  private Optional<String> token(String userId, Host host, String address) {
    Optional<OAuthClient> client =
        clients.of(host).filter(known -> known.address().equals(address));
    return client
        .filter(_ -> users.isActive(userId))
        .flatMap(known -> transaction.execute(_ -> current(known, userId)));
  }

  /** The row stays locked while its token is renewed, as hosts renew with one token only once. */
  private Optional<String> current(OAuthClient client, String userId) {
    Optional<HostTokens> stored = connections.lock(userId, client.host());
    if (stored.isEmpty() || !isOver(stored.get())) {
      return stored.map(HostTokens::access);
    }
    Optional<String> refresh = stored.get().refresh();
    if (refresh.isEmpty()) {
      return Optional.empty();
    }
    try {
      HostTokens renewed = exchange.renew(client, refresh.get());
      connections.renew(userId, client.host(), renewed);
      return Optional.of(renewed.access());
    } catch (CodeRefused refused) {
      LOG.atWarn().addKeyValue("provider", client.host().id()).log("connection_not_renewed");
      return Optional.empty();
    }
  }

  private boolean isOver(HostTokens tokens) {
    return tokens.expiresAt().filter(end -> !end.minus(SOON).isAfter(clock.instant())).isPresent();
  }

  /** Forgets a connection and gives its token back; says whether there was one. */
  boolean disconnect(String userId, Host host) {
    Optional<Removed> removed = connections.remove(userId, host);
    removed.flatMap(Removed::token).ifPresent(token -> giveBack(host, token));
    return removed.isPresent();
  }

  private void giveBack(Host host, String token) {
    clients.of(host).ifPresent(client -> exchange.revoke(client, token));
  }

  /** Tokens are given back once the erasure holds, so that none is lost to one that fails. */
  @EventListener
  void on(AccountErased erased) {
    Map<Host, String> tokens = new EnumMap<>(Host.class);
    for (Connection connection : connections.of(erased.userId())) {
      connections
          .remove(erased.userId(), connection.host())
          .flatMap(Removed::token)
          .ifPresent(token -> tokens.put(connection.host(), token));
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tokens.forEach(ConnectedHosts.this::giveBack);
          }
        });
  }
}

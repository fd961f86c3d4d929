package dev.coderev.server.integration.repository;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostRepository;
import dev.coderev.server.integration.oauth.ConnectedHosts;
import dev.coderev.server.integration.oauth.Connection;
import dev.coderev.server.platform.memory.LatestUsed;
import dev.coderev.server.platform.metric.CacheMetrics;
import dev.coderev.server.platform.metric.CacheMetrics.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What users see at their hosts, remembered for five minutes. */
@Component
class SeenRepositories {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int MOST_LISTS = 1000;

  private record Key(String userId, Host host, Instant connectedAt) {}

  private record Seen(List<HostRepository> repositories, Instant at) {}

  private final LatestUsed<Key, Seen> lists = new LatestUsed<>(MOST_LISTS);
  private final ConnectedHosts hosts;
  private final CacheMetrics metrics;
  private final Clock clock;

  SeenRepositories(ConnectedHosts hosts, CacheMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.hosts = hosts;
    this.clock = clock;
  }

  /** All repositories that the connection sees. */
  List<HostRepository> of(Connection connection) {
    Key key = new Key(connection.userId(), connection.host(), connection.connectedAt());
    Optional<Seen> known = known(key);
    metrics.asked(Cache.REPOSITORY, known.isPresent());
    if (known.isPresent()) {
      return known.get().repositories();
    }
    List<HostRepository> all =
        hosts.repositories(connection.userId(), connection.host()).repositories();
    lists.put(key, new Seen(List.copyOf(all), clock.instant()));
    return all;
  }

  private Optional<Seen> known(Key key) {
    return lists.find(key).filter(seen -> seen.at().plus(FRESH).isAfter(clock.instant()));
  }
}

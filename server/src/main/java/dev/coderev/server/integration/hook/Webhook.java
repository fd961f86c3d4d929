package dev.coderev.server.integration.hook;

import dev.coderev.server.integration.host.Host;
import java.time.Instant;
import java.util.Optional;

/**
 * The tie between a project and a repository whose host tells us of changes.
 *
 * @param address of the host
 * @param repository its full name there
 * @param userId in whose name reviews are made
 * @param previousUntil until when the secret before this one is accepted too
 */
public record Webhook(
    String id,
    String projectId,
    Host host,
    String address,
    String repository,
    String userId,
    boolean hasToken,
    Optional<Instant> previousUntil,
    Instant createdAt) {
  /** Where its files are cloned from. */
  public String cloneUrl() {
    return address + "/" + repository + ".git";
  }

  /** Whether this is the repository with this full name; hosts do not tell cases apart. */
  boolean isOf(String fullName) {
    return repository.equalsIgnoreCase(fullName);
  }

  /** Whether its files are cloned from this address. */
  boolean isAt(String url) {
    return cloneUrl().equalsIgnoreCase(url) || cloneUrl().equalsIgnoreCase(url + ".git");
  }
}

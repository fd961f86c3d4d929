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
 * @param hasToken whether results can be told: with a token of its own, or with one that is lent
 * @param isLent whether the token is that of the user's connection to the host
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
    boolean isLent,
    Optional<Instant> previousUntil,
    Instant createdAt) {
  /** Where the host is to send its events. */
  public String deliveryUrl(String publicUrl) {
    return publicUrl + "/api/webhooks/" + host.id() + "/" + id;
  }

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

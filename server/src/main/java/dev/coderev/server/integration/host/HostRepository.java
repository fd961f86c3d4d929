package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import java.util.Optional;

/**
 * A repository as its host describes it.
 *
 * @param remoteId by which the host knows it, whatever it is called
 * @param url of its page
 */
public record HostRepository(
    Host host,
    String remoteId,
    String name,
    String fullName,
    String url,
    Optional<String> defaultBranch,
    Optional<String> language,
    boolean isPrivate) {
  /** By which this server knows it. */
  public String id() {
    return "repo_" + host.id() + "_" + remoteId.replaceAll("[^A-Za-z0-9]", "");
  }

  /** The full name as part of a path. */
  String encodedName() {
    return Call.encoded(fullName).replace("%2F", "/");
  }
}

package dev.coderev.server.integration.repository;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostRepository;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tie between a project and a repository at a code host.
 *
 * @param fullName of the repository
 * @param cloneUrl where its files are cloned from
 * @param remoteHook what the host calls the webhook; empty where it has none
 * @param userId whose connection made it
 */
record RepositoryLink(
    String projectId,
    String repoId,
    String fullName,
    String cloneUrl,
    Optional<String> webhookId,
    Optional<String> remoteHook,
    String userId) {
  /** The host of the repository. */
  Host host() {
    return Arrays.stream(Host.values())
        .filter(host -> repoId.startsWith("repo_" + host.id() + "_"))
        .findFirst()
        .orElseThrow();
  }

  /** The repository as far as the link knows it. */
  HostRepository repository() {
    return new HostRepository(
        host(),
        repoId.substring(repoId.lastIndexOf('_') + 1),
        fullName,
        fullName,
        cloneUrl,
        Optional.empty(),
        Optional.empty(),
        true);
  }
}

package dev.coderev.server.integration.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repositories of a code host, as one account there sees them. */
public interface RepositoryHost {
  /** Somebody at the host. */
  record Account(String id, String name) {}

  /**
   * A branch.
   *
   * @param isProtected empty where the host does not say
   */
  record Branch(String name, Optional<Boolean> isProtected) {}

  /** A commit. */
  record Commit(String sha, String message, String author, Instant date) {}

  /** Whose token it is. */
  Account account();

  List<HostRepository> repositories();

  List<Branch> branches(HostRepository repository);

  /** One page of the commits of a branch, the newest first. */
  List<Commit> commits(HostRepository repository, String branch, int page, int limit);

  /**
   * Makes the host tell of changes.
   *
   * @return what the host calls the webhook; empty where its deliveries would not be understood
   */
  Optional<String> addHook(HostRepository repository, String url, String secret);

  void removeHook(HostRepository repository, String hook);

  /** The repositories behind an API. */
  static RepositoryHost of(HostApi api) {
    return switch (api.host()) {
      case GITHUB -> new GitHubRepositories(api);
      case GITLAB -> new GitLabRepositories(api);
      case BITBUCKET -> new BitbucketRepositories(api);
    };
  }
}

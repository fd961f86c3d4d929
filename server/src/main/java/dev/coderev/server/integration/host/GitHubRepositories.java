package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Repositories on GitHub. */
final class GitHubRepositories implements RepositoryHost {
  private final HostApi api;

  GitHubRepositories(HostApi api) {
    this.api = api;
  }

  private static String path(HostRepository repository) {
    return "/repos/" + repository.encodedName();
  }

  @Override
  public Account account() {
    JsonNode user = api.get("/user");
    return new Account(api.text(user, "/id"), api.text(user, "/login"));
  }

  @Override
  public List<HostRepository> repositories() {
    return api.all("/user/repos?sort=full_name").stream().map(this::repository).toList();
  }

  private HostRepository repository(JsonNode found) {
    return new HostRepository(
        Host.GITHUB,
        api.text(found, "/id"),
        api.text(found, "/name"),
        api.text(found, "/full_name"),
        api.text(found, "/html_url"),
        HostApi.optionalText(found, "/default_branch"),
        HostApi.optionalText(found, "/language"),
        found.at("/private").asBoolean(true));
  }

  @Override
  public List<Branch> branches(HostRepository repository) {
    return api.all(path(repository) + "/branches").stream()
        .map(branch ->
            new Branch(
                api.text(branch, "/name"), Optional.of(branch.at("/protected").asBoolean(false))))
        .toList();
  }

  @Override
  public List<Commit> commits(HostRepository repository, String branch, int page, int limit) {
    String path = path(repository) + "/commits?sha=" + Call.encoded(branch);
    return api.page(path, page, limit).stream()
        .map(commit ->
            new Commit(
                api.text(commit, "/sha"),
                api.text(commit, "/commit/message"),
                api.text(commit, "/commit/author/name"),
                api.time(commit, "/commit/author/date")))
        .toList();
  }

  @Override
  public Optional<String> addHook(HostRepository repository, String url, String secret) {
    Map<String, Object> hook =
        Map.of(
            "name",
            "web",
            "active",
            true,
            "events",
            List.of("push", "pull_request"),
            "config",
            Map.of("url", url, "content_type", "json", "secret", secret, "insecure_ssl", "0"));
    return Optional.of(api.text(api.post(path(repository) + "/hooks", hook), "/id"));
  }

  @Override
  public void removeHook(HostRepository repository, String hook) {
    api.delete(path(repository) + "/hooks/" + Call.encoded(hook));
  }
}

package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Repositories on GitLab, which calls them projects. */
final class GitLabRepositories implements RepositoryHost {
  private final HostApi api;

  GitLabRepositories(HostApi api) {
    this.api = api;
  }

  private static String path(HostRepository repository) {
    return "/projects/" + Call.encoded(repository.remoteId());
  }

  @Override
  public Account account() {
    JsonNode user = api.get("/user");
    return new Account(api.text(user, "/id"), api.text(user, "/username"));
  }

  @Override
  public List<HostRepository> repositories() {
    return api.all("/projects?membership=true&order_by=id").stream().map(this::repository).toList();
  }

  private HostRepository repository(JsonNode found) {
    return new HostRepository(
        Host.GITLAB,
        api.text(found, "/id"),
        api.text(found, "/path"),
        api.text(found, "/path_with_namespace"),
        api.text(found, "/web_url"),
        HostApi.optionalText(found, "/default_branch"),
        Optional.empty(),
        !found.at("/visibility").asString("").equals("public"));
  }

  @Override
  public List<Branch> branches(HostRepository repository) {
    return api.all(path(repository) + "/repository/branches").stream()
        .map(branch ->
            new Branch(
                api.text(branch, "/name"), Optional.of(branch.at("/protected").asBoolean(false))))
        .toList();
  }

  @Override
  public List<Commit> commits(HostRepository repository, String branch, int page, int limit) {
    String path = path(repository) + "/repository/commits?ref_name=" + Call.encoded(branch);
    return api.page(path, page, limit).stream()
        .map(commit ->
            new Commit(
                api.text(commit, "/id"),
                api.text(commit, "/message"),
                api.text(commit, "/author_name"),
                api.time(commit, "/authored_date")))
        .toList();
  }

  @Override
  public Optional<String> addHook(HostRepository repository, String url, String secret) {
    Map<String, Object> hook =
        Map.of(
            "url",
            url,
            "token",
            secret,
            "push_events",
            true,
            "merge_requests_events",
            true,
            "enable_ssl_verification",
            true);
    return Optional.of(api.text(api.post(path(repository) + "/hooks", hook), "/id"));
  }

  @Override
  public void removeHook(HostRepository repository, String hook) {
    api.delete(path(repository) + "/hooks/" + Call.encoded(hook));
  }
}

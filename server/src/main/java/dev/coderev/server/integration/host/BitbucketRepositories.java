package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Repositories on Bitbucket Cloud, workspace by workspace. */
final class BitbucketRepositories implements RepositoryHost {
  private final HostApi api;

  BitbucketRepositories(HostApi api) {
    this.api = api;
  }

  private static String path(HostRepository repository) {
    return "/repositories/" + repository.encodedName();
  }

  @Override
  public Account account() {
    JsonNode user = api.get("/user");
    return new Account(
        api.text(user, "/uuid"),
        HostApi.optionalText(user, "/nickname").orElseGet(() -> api.text(user, "/display_name")));
  }

  @Override
  public List<HostRepository> repositories() {
    return api.all("/user/workspaces").stream()
        .map(access -> api.text(access, "/workspace/slug"))
        .flatMap(slug -> api.all("/repositories/" + Call.encoded(slug) + "?role=member").stream())
        .map(this::repository)
        .toList();
  }

  private HostRepository repository(JsonNode found) {
    return new HostRepository(
        Host.BITBUCKET,
        api.text(found, "/uuid"),
        api.text(found, "/name"),
        api.text(found, "/full_name"),
        api.text(found, "/links/html/href"),
        HostApi.optionalText(found, "/mainbranch/name"),
        HostApi.optionalText(found, "/language"),
        found.at("/is_private").asBoolean(true));
  }

  @Override
  public List<Branch> branches(HostRepository repository) {
    return api.all(path(repository) + "/refs/branches").stream()
        .map(branch -> new Branch(api.text(branch, "/name"), Optional.empty()))
        .toList();
  }

  @Override
  public List<Commit> commits(HostRepository repository, String branch, int page, int limit) {
    return api.page(path(repository) + "/commits/" + Call.encoded(branch), page, limit).stream()
        .map(commit ->
            new Commit(
                api.text(commit, "/hash"),
                api.text(commit, "/message"),
                api.text(commit, "/author/raw"),
                api.time(commit, "/date")))
        .toList();
  }

  @Override
  public Optional<String> addHook(HostRepository repository, String url, String secret) {
    return Optional.empty();
  }

  @Override
  public void removeHook(HostRepository repository, String hook) {
    // none was made
  }
}

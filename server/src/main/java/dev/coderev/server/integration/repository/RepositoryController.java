package dev.coderev.server.integration.repository;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostRepository;
import dev.coderev.server.integration.host.RepositoryHost.Branch;
import dev.coderev.server.integration.host.RepositoryHost.Commit;
import dev.coderev.server.integration.repository.RepositoryDesk.Linked;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The repositories that a user's connections see. */
@RestController
class RepositoryController {
  private static final int LONGEST_BRANCH = 250;

  /** A repository as its user sees it. */
  record RepositoryView(
      String id,
      String name,
      String fullName,
      String provider,
      String url,
      Optional<String> defaultBranch,
      Optional<String> language,
      @JsonProperty("private") boolean isPrivate,
      boolean connected) {}

  /** The project to link to; without one a project is made. */
  record Wanted(@Nullable String projectId) {}

  /** A webhook; the secret is shown this once, and null where the host has no webhook. */
  record HookView(
      Optional<String> id, Optional<String> url, Optional<String> secret, boolean registered) {}

  /** A repository that was linked. */
  record Connected(String message, String projectId, HookView webhook) {}

  /** A branch; hosts that do not say whether it is protected give null. */
  record BranchView(
      String name,
      @JsonProperty("protected") Optional<Boolean> isProtected,
      @JsonProperty("default") boolean isDefault) {}

  /** A slice of the commits of a branch, whose number hosts do not tell. */
  record Commits(List<Commit> items, Optional<Long> total, int page, int limit) {
    Commits {
      items = List.copyOf(items);
    }
  }

  private final RepositoryDesk desk;
  private final String publicUrl;

  RepositoryController(RepositoryDesk desk, ServerSettings settings) {
    this.desk = desk;
    this.publicUrl = settings.web().publicUrl();
  }

  private static RepositoryView view(HostRepository repository, Set<String> linked) {
    return new RepositoryView(
        repository.id(),
        repository.name(),
        repository.fullName(),
        repository.host().id(),
        repository.url(),
        repository.defaultBranch(),
        repository.language(),
        repository.isPrivate(),
        linked.contains(repository.id()));
  }

  @GetMapping("/api/repositories")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Page<RepositoryView> list(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String search,
      Caller caller,
      Paging paging) {
    Optional<String> host =
        Searches.choice("provider", provider, Arrays.stream(Host.values()).map(Host::id).toList());
    Set<String> linked = desk.linked(caller);
    return Page.slice(desk.all(caller, host, Searches.text(search)), paging)
        .map(repository -> view(repository, linked));
  }

  @GetMapping("/api/repositories/{repoId}")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  RepositoryView get(@PathVariable String repoId, Caller caller) {
    return view(desk.get(caller, repoId), desk.linked(caller));
  }

  @PostMapping("/api/repositories/{repoId}/connect")
  @Access(value = Who.USER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Connected> connect(
      @PathVariable String repoId,
      @RequestBody(required = false) @Nullable Wanted body,
      Caller caller) {
    Optional<String> project = Optional.ofNullable(body).map(Wanted::projectId);
    new Faults().optionalText("project_id", project, 1, 64).throwIfAny();
    Linked linked = desk.connect(caller, repoId, project);
    HookView hook =
        linked
            .webhook()
            .map(made ->
                new HookView(
                    Optional.of(made.hook().id()),
                    Optional.of(made.hook().deliveryUrl(publicUrl)),
                    Optional.of(made.secret()),
                    made.registered()))
            .orElseGet(
                () -> new HookView(Optional.empty(), Optional.empty(), Optional.empty(), false));
    return ResponseEntity.created(URI.create("/api/projects/" + linked.projectId()))
        .body(new Connected("The repository is connected.", linked.projectId(), hook));
  }

  @DeleteMapping("/api/repositories/{repoId}/disconnect")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disconnect(@PathVariable String repoId, Caller caller) {
    desk.disconnect(caller, repoId);
  }

  @GetMapping("/api/repositories/{repoId}/branches")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Page<BranchView> branches(@PathVariable String repoId, Caller caller, Paging paging) {
    HostRepository repository = desk.get(caller, repoId);
    List<Branch> all = desk.ask(caller, repository, host -> host.branches(repository));
    return Page.slice(all, paging)
        .map(branch ->
            new BranchView(
                branch.name(),
                branch.isProtected(),
                repository.defaultBranch().filter(branch.name()::equals).isPresent()));
  }

  @GetMapping("/api/repositories/{repoId}/commits")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Commits commits(
      @PathVariable String repoId,
      @RequestParam(required = false) @Nullable String branch,
      Caller caller,
      Paging paging) {
    if (branch != null && (branch.isBlank() || branch.length() > LONGEST_BRANCH)) {
      throw Problem.invalid(Fault.query("branch", "is not the name of a branch", "invalid_text"));
    }
    HostRepository repository = desk.get(caller, repoId);
    Optional<String> wanted = Optional.ofNullable(branch).or(repository::defaultBranch);
    List<Commit> items =
        wanted.isEmpty()
            ? List.of()
            : desk.ask(
                caller,
                repository,
                host -> host.commits(repository, wanted.get(), paging.page(), paging.limit()));
    return new Commits(items, Optional.empty(), paging.page(), paging.limit());
  }
}

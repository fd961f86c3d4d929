package dev.coderev.server.project.registry;

import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.identity.UserDirectory.UserSummary;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.web.DefaultLimit;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import dev.coderev.server.project.ProjectSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All projects, for administrators. */
@RestController
class ProjectAdminController {
  /** Whose a project is. */
  record Owner(String id, String email, String name) {}

  /**
   * A project as administrators see it.
   *
   * @param owner the first of its owners; empty once their account is erased
   */
  record OwnedProject(
      String id,
      String name,
      Optional<String> description,
      String language,
      Optional<String> framework,
      Optional<String> repositoryUrl,
      String status,
      long issuesCount,
      ProjectSettings settings,
      Instant createdAt,
      Instant updatedAt,
      Optional<Owner> owner) {
    static OwnedProject of(Project project, Optional<UserSummary> owner) {
      return new OwnedProject(
          project.id(),
          project.name(),
          project.description(),
          project.language(),
          project.framework(),
          project.repositoryUrl(),
          project.status(),
          project.issuesCount(),
          project.settings(),
          project.createdAt(),
          project.updatedAt(),
          owner.map(user -> new Owner(user.id(), user.email(), user.name())));
    }
  }

  private final ProjectRegistry registry;
  private final Members members;
  private final UserDirectory users;

  ProjectAdminController(ProjectRegistry registry, Members members, UserDirectory users) {
    this.registry = registry;
    this.members = members;
    this.users = users;
  }

  @GetMapping("/api/admin/projects")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<OwnedProject> all(
      Caller caller,
      @RequestParam(required = false) @Nullable String search,
      @DefaultLimit(10) Paging paging) {
    Page<Project> page = registry.list(caller, Searches.text(search), paging);
    Map<String, String> owners =
        members.firstOwners(page.items().stream().map(Project::id).toList());
    Map<String, UserSummary> known = users.byIds(owners.values());
    return page.map(project ->
        OwnedProject.of(project, Optional.ofNullable(owners.get(project.id())).map(known::get)));
  }

  @DeleteMapping("/api/admin/projects/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    registry.delete(caller, id, ifMatch);
  }
}

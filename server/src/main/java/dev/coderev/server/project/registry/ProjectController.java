package dev.coderev.server.project.registry;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.DefaultLimit;
import dev.coderev.server.platform.web.FromList;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Languages;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operations on projects. */
@RestController
class ProjectController {
  /** Changes of a project's settings, merged by key. */
  record SettingsEdit(
      @Nullable Boolean autoReview,
      @Nullable Boolean reviewOnPush,
      @Nullable Boolean reviewOnPr,
      @Nullable String severityThreshold,
      @Nullable List<String> enabledRules,
      @Nullable List<String> ignoredPaths) {}

  /** What a new project is to be. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @FromList(Languages.class) @Schema(requiredMode = RequiredMode.REQUIRED)
          @Nullable String language,
      @Nullable String description,
      @Nullable String framework,
      @Nullable String repositoryUrl,
      @Nullable SettingsEdit settings) {}

  /** Changes of a project. */
  record Edit(
      Change<String> name,
      Change<String> description,
      @FromList(Languages.class) Change<String> language,
      Change<String> framework,
      Change<String> status,
      @Nullable SettingsEdit settings) {}

  private final ProjectRegistry registry;

  ProjectController(ProjectRegistry registry) {
    this.registry = registry;
  }

  @GetMapping("/api/projects")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Page<Project> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String search,
      @DefaultLimit(10) Paging paging) {
    return registry.list(caller, Searches.text(search), paging);
  }

  @GetMapping("/api/projects/{id}")
  @Access(value = Who.READ, scope = Scope.PROJECT_READ)
  Project get(@PathVariable String id, Caller caller) {
    return registry.get(caller, id);
  }

  @PostMapping("/api/projects")
  @Idempotent
  @Access(value = Who.USER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Project> create(@RequestBody Wanted body, Caller caller) {
    Project project = registry.create(caller, body);
    return ResponseEntity.created(URI.create("/api/projects/" + project.id())).body(project);
  }

  @PutMapping("/api/projects/{id}")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  Project change(@PathVariable String id, @RequestBody Edit body, Caller caller, IfMatch ifMatch) {
    return registry.change(caller, id, body, ifMatch);
  }

  @DeleteMapping("/api/projects/{id}")
  @Access(value = Who.OWNER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    registry.delete(caller, id, ifMatch);
  }
}

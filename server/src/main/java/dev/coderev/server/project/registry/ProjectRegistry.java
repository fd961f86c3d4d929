package dev.coderev.server.project.registry;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.metric.ProjectLabels;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Languages;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.OpenIssues;
import dev.coderev.server.project.ProjectCreated;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.ProjectSettings;
import dev.coderev.server.project.ProjectSources;
import dev.coderev.server.project.registry.ProjectController.Edit;
import dev.coderev.server.project.registry.ProjectController.SettingsEdit;
import dev.coderev.server.project.registry.ProjectController.Wanted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and ends projects. */
@Service
class ProjectRegistry implements ProjectSources {
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::id).toList();
  private static final int MOST_PATTERNS = 200;

  private final Projects projects;
  private final Members members;
  private final ObjectProvider<OpenIssues> issues;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final ProjectLabels labels;

  ProjectRegistry(
      Projects projects,
      Members members,
      ObjectProvider<OpenIssues> issues,
      AuditLog audit,
      ApplicationEventPublisher events,
      ProjectLabels labels) {
    this.labels = labels;
    this.projects = projects;
    this.members = members;
    this.issues = issues;
    this.audit = audit;
    this.events = events;
  }

  Page<Project> list(Caller caller, Optional<String> search, Paging paging) {
    Page<Project> page = projects.list(caller, search, paging);
    Map<String, Long> open = open(page.items().stream().map(Project::id).toList());
    return page.map(project -> withIssues(project, open));
  }

  Project get(Caller caller, String id) {
    projects.require(caller, id, ProjectRole.VIEWER);
    return get(id);
  }

  private Project get(String id) {
    return withIssues(projects.get(id).orElseThrow(Problem::notFound), open(List.of(id)));
  }

  private Map<String, Long> open(List<String> ids) {
    OpenIssues counter = issues.getIfAvailable();
    return counter == null || ids.isEmpty() ? Map.of() : counter.count(ids);
  }

  private static Project withIssues(Project project, Map<String, Long> open) {
    return new Project(
        project.id(),
        project.name(),
        project.description(),
        project.language(),
        project.framework(),
        project.repositoryUrl(),
        project.status(),
        open.getOrDefault(project.id(), 0L),
        project.settings(),
        project.createdAt(),
        project.updatedAt());
  }

  @Transactional
  public Project create(Caller caller, Wanted wanted) {
    Faults faults =
        new Faults()
            .text("name", wanted.name(), 1, 200)
            .oneOf("language", wanted.language(), Languages.IDS)
            .optionalText("description", Optional.ofNullable(wanted.description()), 0, 5000)
            .optionalText("framework", Optional.ofNullable(wanted.framework()), 0, 100)
            .httpUrl("repository_url", Optional.ofNullable(wanted.repositoryUrl()));
    check(wanted.settings(), faults);
    faults.throwIfAny();
    String id =
        projects.add(
            new Project(
                "",
                String.valueOf(wanted.name()),
                Optional.ofNullable(wanted.description()),
                String.valueOf(wanted.language()),
                Optional.ofNullable(wanted.framework()),
                Optional.ofNullable(wanted.repositoryUrl()),
                "active",
                0,
                merged(ProjectSettings.DEFAULT, wanted.settings()),
                Instant.EPOCH,
                Instant.EPOCH));
    members.add(id, caller.userId(), ProjectRole.OWNER);
    audit.record(AuditEntry.of("project_created", caller).on("project", id));
    events.publishEvent(new ProjectCreated(id, String.valueOf(wanted.name()), caller.userId()));
    return get(id);
  }

  @Override
  public String create(
      Caller caller, String name, Optional<String> language, String repositoryUrl) {
    Wanted wanted = new Wanted(name, id(language), null, null, repositoryUrl, null);
    return create(caller, wanted).id();
  }

  /** The language by our name; where hosts know one that the engine does not, the first of ours. */
  private static String id(Optional<String> language) {
    String name = language.orElse("").toLowerCase(Locale.ROOT);
    String plain =
        switch (name) {
          case "c++" -> "cpp";
          case "c#" -> "csharp";
          case "shell" -> "bash";
          default -> name;
        };
    return Languages.IDS.contains(plain) ? plain : Languages.IDS.getFirst();
  }

  @Override
  public boolean tie(String projectId, String repositoryUrl) {
    return projects.tie(projectId, repositoryUrl);
  }

  @Override
  public void untie(String projectId, String repositoryUrl) {
    projects.untie(projectId, repositoryUrl);
  }

  @Transactional
  public Project change(Caller caller, String id, Edit edit, IfMatch ifMatch) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    Faults faults =
        new Faults()
            .optionalText("name", edit.name().given(), 1, 200)
            .optionalText("description", edit.description().given(), 0, 5000)
            .optionalText("framework", edit.framework().given(), 0, 100);
    edit.language().ifGiven(language -> faults.oneOf("language", language, Languages.IDS));
    edit.status().ifGiven(s -> faults.oneOf("status", s, List.of("active", "archived")));
    if (edit.name().isCleared()) {
      faults.add("name", "cannot be cleared", "missing");
    }
    if (edit.language().isCleared()) {
      faults.add("language", "cannot be cleared", "missing");
    }
    if (edit.status().isCleared()) {
      faults.add("status", "cannot be cleared", "missing");
    }
    check(edit.settings(), faults);
    faults.throwIfAny();
    Project before = get(id);
    ifMatch.require(before);
    projects.update(
        new Project(
            id,
            edit.name().applyTo(before.name()),
            edit.description().applyTo(before.description()),
            edit.language().applyTo(before.language()),
            edit.framework().applyTo(before.framework()),
            before.repositoryUrl(),
            edit.status().applyTo(before.status()),
            before.issuesCount(),
            merged(before.settings(), edit.settings()),
            before.createdAt(),
            before.updatedAt()));
    audit.record(AuditEntry.of("project_changed", caller).on("project", id));
    return get(id);
  }

  @Transactional
  public void delete(Caller caller, String id, IfMatch ifMatch) {
    projects.require(caller, id, ProjectRole.OWNER);
    ifMatch.require(get(id));
    if (!projects.hide(id)) {
      throw Problem.notFound();
    }
    audit.record(AuditEntry.of("project_deleted", caller).on("project", id));
    labels.forget(id);
  }

  private static void check(@Nullable SettingsEdit settings, Faults faults) {
    if (settings == null) {
      return;
    }
    if (settings.severityThreshold() != null) {
      faults.oneOf("settings.severity_threshold", settings.severityThreshold(), SEVERITIES);
    }
    checkAll("settings.enabled_rules", settings.enabledRules(), faults);
    checkAll("settings.ignored_paths", settings.ignoredPaths(), faults);
  }

  private static void checkAll(String field, @Nullable List<String> values, Faults faults) {
    if (values == null) {
      return;
    }
    if (values.size() > MOST_PATTERNS) {
      faults.add(field, "may have at most " + MOST_PATTERNS + " elements", "too_long");
    }
    for (int i = 0; i < Math.min(values.size(), MOST_PATTERNS); i++) {
      faults.text(field + "." + i, values.get(i), 1, 200);
    }
  }

  private static ProjectSettings merged(ProjectSettings before, @Nullable SettingsEdit edit) {
    if (edit == null) {
      return before;
    }
    return new ProjectSettings(
        edit.autoReview() == null ? before.autoReview() : edit.autoReview(),
        edit.reviewOnPush() == null ? before.reviewOnPush() : edit.reviewOnPush(),
        edit.reviewOnPr() == null ? before.reviewOnPr() : edit.reviewOnPr(),
        edit.severityThreshold() == null ? before.severityThreshold() : edit.severityThreshold(),
        edit.enabledRules() == null ? before.enabledRules() : edit.enabledRules(),
        edit.ignoredPaths() == null ? before.ignoredPaths() : edit.ignoredPaths());
  }
}

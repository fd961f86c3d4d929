package dev.coderev.server.project.registry;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.metric.IdentityMetrics.Denial;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.ProjectSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The projects, and who may do what in them. */
@Repository
class Projects implements ProjectAccess {
  private static final String MINE =
      " from projects p where p.deleted_at is null and (:all or exists (select 1 from project_members m"
          + " where m.project_id = p.id and m.user_id = :user))";

  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;
  private final IdentityMetrics metrics;

  Projects(JdbcClient database, JsonMapper json, Clock clock, IdentityMetrics metrics) {
    this.metrics = metrics;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  String add(Project wanted) {
    String id = Ids.next("proj_");
    database
        .sql(
            """
            insert into projects (id, name, description, language, framework, repository_url,
              settings, created_at, updated_at)
            values (:id, :name, :description, :language, :framework, :url,
              cast(:settings as jsonb), :now, :now)
            """)
        .param("id", id)
        .param("name", wanted.name())
        .param("description", wanted.description().orElse(null))
        .param("language", wanted.language())
        .param("framework", wanted.framework().orElse(null))
        .param("url", wanted.repositoryUrl().orElse(null))
        .param("settings", json.writeValueAsString(wanted.settings()))
        .param("now", Rows.time(clock.instant()))
        .update();
    return id;
  }

  void update(Project changed) {
    database
        .sql(
            """
            update projects set name = :name, description = :description, language = :language,
              framework = :framework, status = :status, settings = cast(:settings as jsonb),
              updated_at = :now
            where id = :id
            """)
        .param("name", changed.name())
        .param("description", changed.description().orElse(null))
        .param("language", changed.language())
        .param("framework", changed.framework().orElse(null))
        .param("status", changed.status())
        .param("settings", json.writeValueAsString(changed.settings()))
        .param("now", Rows.time(clock.instant()))
        .param("id", changed.id())
        .update();
  }

  /** Makes this the repository of the project, unless it has another one. */
  boolean tie(String id, String repositoryUrl) {
    return database
            .sql(
                """
                update projects set repository_url = :url
                where id = :id and (repository_url is null or repository_url = :url)
                """)
            .param("url", repositoryUrl)
            .param("id", id)
            .update()
        == 1;
  }

  /** Takes this repository from the project, if it has it. */
  void untie(String id, String repositoryUrl) {
    database
        .sql("update projects set repository_url = null where id = ? and repository_url = ?")
        .param(id)
        .param(repositoryUrl)
        .update();
  }

  /** Hides the project; its data is erased later. */
  boolean hide(String id) {
    return database
            .sql("update projects set deleted_at = ? where id = ? and deleted_at is null")
            .param(Rows.time(clock.instant()))
            .param(id)
            .update()
        == 1;
  }

  /** Those that were deleted long enough ago. */
  List<String> dueForErasure() {
    return database
        .sql("select id from projects where deleted_at <= ? order by deleted_at, id")
        .param(Rows.time(clock.instant().minus(KEPT)))
        .query((row, _) -> row.getString("id"))
        .list();
  }

  /** Erases the project, all that belongs to it, and the contents that no other project has. */
  boolean erase(String id) {
    List<String> contents =
        database
            .sql(
                """
                select distinct f.sha from snapshot_files f join snapshots s on s.id = f.snapshot_id
                where s.project_id = ?
                """)
            .param(id)
            .query((row, _) -> row.getString("sha"))
            .list();
    database.sql("delete from jobs where project_id = ?").param(id).update();
    int erased =
        database
            .sql("delete from projects where id = ? and deleted_at <= ?")
            .param(id)
            .param(Rows.time(clock.instant().minus(KEPT)))
            .update();
    database
        .sql(
            """
            delete from blobs b where b.sha = any(?)
              and not exists (select 1 from snapshot_files f where f.sha = b.sha)
            """)
        .param(contents.toArray(String[]::new))
        .update();
    return erased == 1;
  }

  Optional<Project> get(String id) {
    return database
        .sql("select * from projects where id = ? and deleted_at is null")
        .param(id)
        .query((row, _) -> project(row))
        .optional();
  }

  Page<Project> list(Caller caller, Optional<String> search, Paging paging) {
    String where = MINE + (search.isEmpty() ? "" : " and p.name ilike :search");
    String like = Searches.like(search.orElse(""));
    long total =
        database
            .sql("select count(*)" + where)
            .param("all", caller.isAdmin())
            .param("user", caller.userId())
            .param("search", like)
            .query(Long.class)
            .single();
    List<Project> items =
        database
            .sql(
                "select p.*"
                    + where
                    + " order by p.created_at desc, p.id desc limit :limit offset :offset")
            .param("all", caller.isAdmin())
            .param("user", caller.userId())
            .param("search", like)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> project(row))
            .list();
    return Page.of(items, total, paging);
  }

  Optional<ProjectRole> roleOf(String projectId, String userId) {
    return database
        .sql("select role from project_members where project_id = ? and user_id = ?")
        .param(projectId)
        .param(userId)
        .query(String.class)
        .optional()
        .flatMap(ProjectRole::byId);
  }

  @Override
  public ProjectRef require(Caller caller, String projectId, ProjectRole least) {
    ProjectRef project = find(projectId).orElseThrow(Problem::notFound);
    if (caller.isAdmin()) {
      return project;
    }
    ProjectRole role = roleOf(projectId, caller.userId()).orElseThrow(this::hidden);
    boolean mayWrite = caller.role() != PlatformRole.VIEWER || least == ProjectRole.VIEWER;
    if (role.compareTo(least) < 0 || !mayWrite) {
      metrics.denied(Denial.ROLE);
      throw Problem.of(ProblemCode.FORBIDDEN).with("required_role", least.id());
    }
    return project;
  }

  private Problem hidden() {
    metrics.denied(Denial.VISIBILITY);
    return Problem.notFound();
  }

  @Override
  public Optional<ProjectRef> find(String projectId) {
    return get(projectId)
        .map(project ->
            new ProjectRef(
                project.id(), project.name(), project.repositoryUrl(), project.settings()));
  }

  @Override
  public Visible visible(Caller caller) {
    return visible(caller, ProjectRole.VIEWER);
  }

  @Override
  public Visible visibleTo(String userId, boolean admin) {
    return admin ? existing() : visible(userId, ProjectRole.VIEWER);
  }

  @Override
  public Visible visible(Caller caller, ProjectRole least) {
    return caller.isAdmin() ? existing() : visible(caller.userId(), least);
  }

  @Override
  public List<String> ids(Caller caller, ProjectRole least) {
    return visible(caller.userId(), least).projectIds();
  }

  @Override
  public Visible existing() {
    return new Visible(
        true,
        database
            .sql("select id from projects where deleted_at is not null")
            .query((row, _) -> row.getString("id"))
            .list());
  }

  private Visible visible(String userId, ProjectRole least) {
    return new Visible(
        false,
        database
            .sql(
                """
                select p.id from projects p join project_members m on m.project_id = p.id
                where m.user_id = :user and m.role in (:roles) and p.deleted_at is null
                """)
            .param("user", userId)
            .param("roles", idsFrom(least))
            .query((row, _) -> row.getString("id"))
            .list());
  }

  @Override
  public List<String> memberIds(String projectId, ProjectRole least) {
    return database
        .sql(
            """
            select user_id from project_members
            where project_id = :project and role in (:roles) order by joined_at, id
            """)
        .param("project", projectId)
        .param("roles", idsFrom(least))
        .query((row, _) -> row.getString("user_id"))
        .list();
  }

  private static List<String> idsFrom(ProjectRole least) {
    return ProjectRole.IDS.subList(least.ordinal(), ProjectRole.IDS.size());
  }

  @Override
  public boolean isMember(String projectId, String userId) {
    return roleOf(projectId, userId).isPresent();
  }

  @Override
  public long count(Caller caller) {
    return database
        .sql("select count(*)" + MINE)
        .param("all", caller.isAdmin())
        .param("user", caller.userId())
        .query(Long.class)
        .single();
  }

  private Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getString("id"),
        row.getString("name"),
        Rows.text(row, "description"),
        row.getString("language"),
        Rows.text(row, "framework"),
        Rows.text(row, "repository_url"),
        row.getString("status"),
        0,
        json.readValue(row.getString("settings"), ProjectSettings.class),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "updated_at"));
  }
}

package dev.coderev.server.integration.repository;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.project.ProjectAccess.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links of all projects; a project has at most one. */
@Repository
class RepositoryLinks {
  private final JdbcClient database;
  private final Clock clock;

  RepositoryLinks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a link.
   *
   * @throws Problem if the project has one
   */
  void add(RepositoryLink link) {
    try {
      database
          .sql(
              """
              insert into repository_links (project_id, repo_id, full_name, clone_url, webhook_id,
                remote_hook, user_id, connected_at)
              values (:project, :repo, :name, :url, :webhook, :hook, :user, :now)
              """)
          .param("project", link.projectId())
          .param("repo", link.repoId())
          .param("name", link.fullName())
          .param("url", link.cloneUrl())
          .param("webhook", link.webhookId().orElse(null))
          .param("hook", link.remoteHook().orElse(null))
          .param("user", link.userId())
          .param("now", Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.of(ProblemCode.CONFLICT, "The project is connected to a repository.");
    }
  }

  void setRemoteHook(String projectId, String hook) {
    database
        .sql("update repository_links set remote_hook = ? where project_id = ?")
        .param(hook)
        .param(projectId)
        .update();
  }

  void remove(String projectId) {
    database.sql("delete from repository_links where project_id = ?").param(projectId).update();
  }

  Optional<RepositoryLink> ofProject(String projectId) {
    return database
        .sql("select * from repository_links where project_id = ?")
        .param(projectId)
        .query((row, _) -> link(row))
        .optional();
  }

  /** The links of a repository in these projects. */
  List<RepositoryLink> of(String repoId, Visible projects) {
    Conditions conditions = new Conditions().and("repo_id = :repo", "repo", repoId);
    projects.limit(conditions, "project_id");
    return database
        .sql(
            "select * from repository_links"
                + conditions.where()
                + " order by connected_at desc, project_id desc")
        .params(conditions.params())
        .query((row, _) -> link(row))
        .list();
  }

  /** The repositories that are linked to one of these projects. */
  Set<String> linked(Visible projects) {
    Conditions conditions = new Conditions();
    projects.limit(conditions, "project_id");
    return new HashSet<>(
        database
            .sql("select distinct repo_id from repository_links" + conditions.where())
            .params(conditions.params())
            .query(String.class)
            .list());
  }

  private static RepositoryLink link(ResultSet row) throws SQLException {
    return new RepositoryLink(
        row.getString("project_id"),
        row.getString("repo_id"),
        row.getString("full_name"),
        row.getString("clone_url"),
        Rows.text(row, "webhook_id"),
        Rows.text(row, "remote_hook"),
        row.getString("user_id"));
  }
}

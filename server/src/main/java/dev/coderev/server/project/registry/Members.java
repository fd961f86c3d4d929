package dev.coderev.server.project.registry;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of all projects. */
@Repository
public class Members {
  /** Somebody's place in a project. */
  public record Member(
      String id, String projectId, String userId, ProjectRole role, Instant joinedAt) {}

  private final JdbcClient database;
  private final Clock clock;

  Members(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a member.
   *
   * @throws Problem if the user is one already
   */
  public String add(String projectId, String userId, ProjectRole role) {
    String id = Ids.next("member_");
    try {
      database
          .sql(
              """
              insert into project_members (id, project_id, user_id, role, joined_at)
              values (?, ?, ?, ?, ?)
              """)
          .param(id)
          .param(projectId)
          .param(userId)
          .param(role.id())
          .param(Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.of(ProblemCode.CONFLICT, "The user is a member already.");
    }
    return id;
  }

  public Page<Member> of(String projectId, Paging paging) {
    long total =
        database
            .sql("select count(*) from project_members where project_id = ?")
            .param(projectId)
            .query(Long.class)
            .single();
    List<Member> items =
        database
            .sql(
                """
                select * from project_members where project_id = :project
                order by joined_at desc, id desc limit :limit offset :offset
                """)
            .param("project", projectId)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> member(row))
            .list();
    return Page.of(items, total, paging);
  }

  /** Who owns each of these projects, by project: the first of its owners. */
  Map<String, String> firstOwners(Collection<String> projectIds) {
    Map<String, String> owners = new HashMap<>();
    if (!projectIds.isEmpty()) {
      database
          .sql(
              """
              select distinct on (project_id) project_id, user_id from project_members
              where project_id in (:projects) and role = 'owner'
              order by project_id, joined_at, id
              """)
          .param("projects", projectIds)
          .query(row -> {
            owners.put(row.getString("project_id"), row.getString("user_id"));
          });
    }
    return owners;
  }

  public Optional<Member> find(String projectId, String memberId) {
    return database
        .sql("select * from project_members where project_id = ? and id = ?")
        .param(projectId)
        .param(memberId)
        .query((row, _) -> member(row))
        .optional();
  }

  public void setRole(String memberId, ProjectRole role) {
    database
        .sql("update project_members set role = ? where id = ?")
        .param(role.id())
        .param(memberId)
        .update();
  }

  public void remove(String memberId) {
    database.sql("delete from project_members where id = ?").param(memberId).update();
  }

  /** Removes the user from all projects. */
  void removeEverywhere(String userId) {
    database.sql("delete from project_members where user_id = ?").param(userId).update();
  }

  /** How many owners a project has; the project stays locked until the transaction ends. */
  public long owners(String projectId) {
    return database
        .sql("select id from project_members where project_id = ? and role = 'owner' for update")
        .param(projectId)
        .query(String.class)
        .list()
        .size();
  }

  /** Whether the user is the only owner of a project that others use too. */
  boolean isSoleOwner(String userId) {
    return database
        .sql(
            """
            select exists (
              select 1 from project_members m join projects p on p.id = m.project_id
              where m.user_id = :user and m.role = 'owner' and p.deleted_at is null
                and not exists (select 1 from project_members o where o.project_id = p.id
                  and o.role = 'owner' and o.user_id <> :user))
            """)
        .param("user", userId)
        .query(Boolean.class)
        .single();
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getString("id"),
        row.getString("project_id"),
        row.getString("user_id"),
        ProjectRole.byId(row.getString("role")).orElse(ProjectRole.VIEWER),
        Rows.instant(row, "joined_at"));
  }
}

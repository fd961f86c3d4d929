package dev.coderev.server.fix.proposal;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When projects changed, and when repairs were last looked for in them. */
@Repository
class FixCycleTimes {
  private final JdbcClient database;
  private final Clock clock;

  FixCycleTimes(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The project changed; a cycle is wanted, if none is wanted yet. */
  void want(String projectId) {
    database
        .sql(
            """
            insert into fix_cycles (project_id, wanted_since) values (:project, :now)
            on conflict (project_id) do update
              set wanted_since = coalesce(fix_cycles.wanted_since, excluded.wanted_since)
            """)
        .param("project", projectId)
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  /** The projects whose turn it is, those that wait longest first. */
  List<String> due(Duration interval, int most) {
    return database
        .sql(
            """
            select project_id from fix_cycles
            where wanted_since <= :before and (started_at is null or started_at <= :before)
            order by wanted_since, project_id limit :most
            """)
        .param("before", Rows.time(clock.instant().minus(interval)))
        .param("most", most)
        .query((row, _) -> row.getString("project_id"))
        .list();
  }

  /** Takes the turn of a project, so that no other server does; false where one has it. */
  boolean take(String projectId, Duration interval) {
    return database
            .sql(
                """
                update fix_cycles set wanted_since = null, started_at = :now
                where project_id in (
                  select project_id from fix_cycles
                  where project_id = :project and wanted_since <= :before
                    and (started_at is null or started_at <= :before)
                  for update skip locked)
                """)
            .param("now", Rows.time(clock.instant()))
            .param("project", projectId)
            .param("before", Rows.time(clock.instant().minus(interval)))
            .update()
        > 0;
  }

  /** Puts a project that could not be started behind the others, for another interval. */
  void postpone(String projectId) {
    database
        .sql("update fix_cycles set started_at = :now where project_id = :project")
        .param("now", Rows.time(clock.instant()))
        .param("project", projectId)
        .update();
  }
}

package dev.coderev.server.report;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The report schedules of all users. */
@Repository
class ReportSchedules {
  private final JdbcClient database;
  private final Clock clock;

  ReportSchedules(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds one.
   *
   * @param wanted its identifier is not looked at
   */
  ReportSchedule add(ReportSchedule wanted) {
    String id = Ids.next("schedule_");
    database
        .sql(
            """
            insert into report_schedules (id, user_id, name, type, format, project_id, schedule,
              recipients, enabled, next_run, created_at)
            values (:id, :user, :name, :type, :format, :project, :schedule, :recipients, true,
              :next, :now)
            """)
        .param("id", id)
        .param("user", wanted.userId())
        .param("name", wanted.name())
        .param("type", wanted.type())
        .param("format", wanted.format())
        .param("project", wanted.projectId().orElse(null))
        .param("schedule", wanted.schedule())
        .param("recipients", wanted.recipients().toArray(String[]::new))
        .param("next", Rows.time(wanted.nextRun()))
        .param("now", Rows.time(clock.instant()))
        .update();
    return find(id).orElseThrow();
  }

  void update(ReportSchedule changed) {
    database
        .sql(
            """
            update report_schedules set name = :name, type = :type, format = :format,
              project_id = :project, schedule = :schedule, recipients = :recipients,
              enabled = :enabled, next_run = :next
            where id = :id
            """)
        .param("id", changed.id())
        .param("name", changed.name())
        .param("type", changed.type())
        .param("format", changed.format())
        .param("project", changed.projectId().orElse(null))
        .param("schedule", changed.schedule())
        .param("recipients", changed.recipients().toArray(String[]::new))
        .param("enabled", changed.enabled())
        .param("next", Rows.time(changed.nextRun()))
        .update();
  }

  Optional<ReportSchedule> find(String id) {
    return database
        .sql("select * from report_schedules where id = ?")
        .param(id)
        .query((row, _) -> schedule(row))
        .optional();
  }

  Page<ReportSchedule> of(String userId, Paging paging) {
    long total =
        database
            .sql("select count(*) from report_schedules where user_id = ?")
            .param(userId)
            .query(Long.class)
            .single();
    List<ReportSchedule> items =
        database
            .sql(
                """
                select * from report_schedules where user_id = :user
                order by created_at desc, id desc limit :limit offset :offset
                """)
            .param("user", userId)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> schedule(row))
            .list();
    return Page.of(items, total, paging);
  }

  void remove(String id) {
    database.sql("delete from report_schedules where id = ?").param(id).update();
  }

  List<String> due() {
    return database
        .sql(
            "select id from report_schedules where enabled and next_run <= ? order by next_run, id")
        .param(Rows.time(clock.instant()))
        .query((row, _) -> row.getString("id"))
        .list();
  }

  /** The schedule, if it is still due and no other server is at it; locked by the transaction. */
  Optional<ReportSchedule> take(String id) {
    return database
        .sql(
            """
            select * from report_schedules where id = ? and enabled and next_run <= ?
            for update skip locked
            """)
        .param(id)
        .param(Rows.time(clock.instant()))
        .query((row, _) -> schedule(row))
        .optional();
  }

  void ran(String id, Instant nextRun) {
    database
        .sql("update report_schedules set last_run = ?, next_run = ? where id = ?")
        .param(Rows.time(clock.instant()))
        .param(Rows.time(nextRun))
        .param(id)
        .update();
  }

  void disable(String id) {
    database.sql("update report_schedules set enabled = false where id = ?").param(id).update();
  }

  private static ReportSchedule schedule(ResultSet row) throws SQLException {
    return new ReportSchedule(
        row.getString("id"),
        row.getString("user_id"),
        row.getString("name"),
        row.getString("type"),
        row.getString("format"),
        Rows.text(row, "project_id"),
        row.getString("schedule"),
        Rows.texts(row, "recipients"),
        row.getBoolean("enabled"),
        Rows.instant(row, "next_run"),
        Rows.optionalInstant(row, "last_run"));
  }
}

package dev.coderev.server.report;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.report.Report.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The reports of all users. */
@Repository
class Reports {
  private static final String COLUMNS =
      "select id, user_id, job_id, name, type, format, project_id, from_time, to_time,"
          + " include_details, status, summary, coalesce(length(content), 0) as size, created_at,"
          + " generated_at from reports";

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  Reports(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  String add(
      String userId,
      String type,
      String format,
      Optional<String> projectId,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean details) {
    String id = Ids.next("report_");
    database
        .sql(
            """
            insert into reports (id, user_id, name, type, format, project_id, from_time, to_time,
              include_details, status, created_at)
            values (:id, :user, :name, :type, :format, :project, :from, :to, :details,
              'generating', :now)
            """)
        .param("id", id)
        .param("user", userId)
        .param("name", type + " report")
        .param("type", type)
        .param("format", format)
        .param("project", projectId.orElse(null))
        .param("from", from.map(Rows::time).orElse(null))
        .param("to", to.map(Rows::time).orElse(null))
        .param("details", details)
        .param("now", Rows.time(clock.instant()))
        .update();
    return id;
  }

  /** Names the report and says who gets it by mail. */
  void setDelivery(String id, String name, List<String> recipients) {
    database
        .sql("update reports set name = ?, recipients = ? where id = ?")
        .param(name)
        .param(recipients.toArray(String[]::new))
        .param(id)
        .update();
  }

  List<String> recipients(String id) {
    return database
        .sql("select recipients from reports where id = ?")
        .param(id)
        .query((row, _) -> Rows.texts(row, "recipients"))
        .optional()
        .orElse(List.of());
  }

  /** Removes the reports of a user, and what would make more. */
  void removeAllOf(String userId) {
    database.sql("delete from report_schedules where user_id = ?").param(userId).update();
    database.sql("delete from reports where user_id = ?").param(userId).update();
  }

  void setJob(String id, String jobId) {
    database.sql("update reports set job_id = ? where id = ?").param(jobId).param(id).update();
  }

  void complete(String id, Summary summary, byte[] content) {
    database
        .sql(
            """
            update reports set status = 'completed', summary = cast(:summary as jsonb),
              content = :content, generated_at = :now
            where id = :id
            """)
        .param("summary", json.writeValueAsString(summary))
        .param("content", content)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  void fail(String jobId, String error) {
    database
        .sql("update reports set status = 'failed', error = ? where job_id = ?")
        .param(error)
        .param(jobId)
        .update();
  }

  Optional<Report> find(String id) {
    return database
        .sql(COLUMNS + " where id = ?")
        .param(id)
        .query((row, _) -> report(row))
        .optional();
  }

  Optional<byte[]> content(String id) {
    return database
        .sql("select content from reports where id = ? and content is not null")
        .param(id)
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  void remove(String id) {
    database.sql("delete from reports where id = ?").param(id).update();
  }

  Page<Report> of(String userId, Optional<String> type, Paging paging) {
    String where = " where user_id = :user" + (type.isEmpty() ? "" : " and type = :type");
    long total =
        database
            .sql("select count(*) from reports" + where)
            .param("user", userId)
            .param("type", type.orElse(""))
            .query(Long.class)
            .single();
    List<Report> items =
        database
            .sql(COLUMNS + where + " order by created_at desc, id desc limit :limit offset :offset")
            .param("user", userId)
            .param("type", type.orElse(""))
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> report(row))
            .list();
    return Page.of(items, total, paging);
  }

  private Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getString("id"),
        row.getString("user_id"),
        Rows.text(row, "job_id"),
        row.getString("name"),
        row.getString("type"),
        row.getString("format"),
        Rows.text(row, "project_id"),
        Rows.optionalInstant(row, "from_time"),
        Rows.optionalInstant(row, "to_time"),
        row.getBoolean("include_details"),
        row.getString("status"),
        Rows.text(row, "summary").map(text -> json.readValue(text, Summary.class)),
        row.getLong("size"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "generated_at"));
  }
}

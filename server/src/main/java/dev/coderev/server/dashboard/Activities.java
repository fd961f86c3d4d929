package dev.coderev.server.dashboard;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.project.ProjectAccess.Visible;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, in sentences. */
@Repository
class Activities {
  /** One thing that happened. */
  record Activity(
      String id, String type, String message, Optional<String> projectId, Instant createdAt) {}

  private final JdbcClient database;
  private final Clock clock;

  Activities(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(String type, String message, Optional<String> projectId, Optional<String> userId) {
    database
        .sql(
            """
            insert into activity (id, type, message, project_id, user_id, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(Ids.next("evt-"))
        .param(type)
        .param(message)
        .param(projectId.orElse(null))
        .param(userId.orElse(null))
        .param(Rows.time(clock.instant()))
        .update();
  }

  private static Conditions among(Caller caller, Visible visible) {
    return visible.limit(new Conditions(), "project_id", "user_id", caller);
  }

  long count(Caller caller, Visible visible) {
    Conditions where = among(caller, visible);
    return database
        .sql("select count(*) from activity" + where.where())
        .params(where.params())
        .query(Long.class)
        .single();
  }

  List<Activity> newest(Caller caller, Visible visible, int most) {
    Conditions where = among(caller, visible);
    return database
        .sql(
            "select * from activity"
                + where.where()
                + " order by created_at desc, id desc limit :most")
        .params(where.params())
        .param("most", most)
        .query((row, _) ->
            new Activity(
                row.getString("id"),
                row.getString("type"),
                row.getString("message"),
                Rows.text(row, "project_id"),
                Rows.instant(row, "created_at")))
        .list();
  }
}

package dev.coderev.server.evolution.recovery;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts that no new version may have. */
@Repository
public class Exclusions {
  private final JdbcClient database;
  private final Clock clock;

  Exclusions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Exclusion add(String component, String reason, Optional<Instant> until, String userId) {
    String id = Ids.next("excl_");
    database
        .sql(
            """
            insert into exclusions (id, component, reason, permanent, until, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(component)
        .param(reason)
        .param(until.isEmpty())
        .param(until.map(Rows::time).orElse(null))
        .param(userId)
        .param(Rows.time(clock.instant()))
        .update();
    return find(id).orElseThrow();
  }

  Optional<Exclusion> find(String id) {
    return database
        .sql("select * from exclusions where id = ?")
        .param(id)
        .query((row, _) -> exclusion(row))
        .optional();
  }

  void remove(String id) {
    database.sql("delete from exclusions where id = ?").param(id).update();
  }

  Page<Exclusion> list(Paging paging) {
    long total = database.sql("select count(*) from exclusions").query(Long.class).single();
    List<Exclusion> items =
        database
            .sql(
                """
                select * from exclusions
                order by created_at desc, id desc limit :limit offset :offset
                """)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> exclusion(row))
            .list();
    return Page.of(items, total, paging);
  }

  /** Which of these parts are excluded at the moment. */
  public List<String> among(Collection<String> components) {
    return database
        .sql(
            """
            select distinct component from exclusions
            where component in (:components) and (until is null or until > :now) order by component
            """)
        .param("components", components)
        .param("now", Rows.time(clock.instant()))
        .query((row, _) -> row.getString("component"))
        .list();
  }

  private static Exclusion exclusion(ResultSet row) throws SQLException {
    return new Exclusion(
        row.getString("id"),
        row.getString("component"),
        row.getString("reason"),
        row.getBoolean("permanent"),
        Rows.optionalInstant(row, "until"),
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"));
  }
}

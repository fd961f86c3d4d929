package dev.coderev.server.evolution.recovery;

import dev.coderev.server.platform.database.Rows;
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

/** The recoveries of versions in quarantine; moving a version there begins one. */
@Repository
class Recoveries {
  private final JdbcClient database;
  private final Clock clock;

  Recoveries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<Recovery> find(String versionId) {
    return database
        .sql("select * from recoveries where version_id = ?")
        .param(versionId)
        .query((row, _) -> recovery(row))
        .optional();
  }

  Page<Recovery> list(Paging paging) {
    long total = database.sql("select count(*) from recoveries").query(Long.class).single();
    List<Recovery> items =
        database
            .sql(
                """
                select * from recoveries
                order by updated_at desc, version_id desc limit :limit offset :offset
                """)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> recovery(row))
            .list();
    return Page.of(items, total, paging);
  }

  /** The versions whose time has come. */
  List<String> due() {
    return database
        .sql(
            """
            select version_id from recoveries
            where status in ('pending', 'failed') and next_attempt_at <= ?
            order by next_attempt_at, version_id limit 20
            """)
        .param(Rows.time(clock.instant()))
        .query((row, _) -> row.getString("version_id"))
        .list();
  }

  void begin(String versionId) {
    database
        .sql("update recoveries set status = 'in_progress', updated_at = ? where version_id = ?")
        .param(Rows.time(clock.instant()))
        .param(versionId)
        .update();
  }

  /** How an attempt ended; one that told nothing does not count. */
  void end(
      String versionId,
      String status,
      boolean counts,
      Optional<String> goldSet,
      Optional<Instant> next) {
    database
        .sql(
            """
            update recoveries set status = :status, attempts = attempts + :more,
              tried_with = coalesce(:gold, tried_with), next_attempt_at = :next, updated_at = :now
            where version_id = :id
            """)
        .param("status", status)
        .param("more", counts ? 1 : 0)
        .param("gold", goldSet.orElse(null), java.sql.Types.VARCHAR)
        .param("next", next.map(Rows::time).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", Rows.time(clock.instant()))
        .param("id", versionId)
        .update();
  }

  /** A passed attempt is used once: the version lives on without it. */
  void remove(String versionId) {
    database.sql("delete from recoveries where version_id = ?").param(versionId).update();
    database
        .sql(
            """
            update versions set recovery_time = ?, recovered_from_quarantine = true,
              consecutive_failures = 0
            where id = ?
            """)
        .param(Rows.time(clock.instant()))
        .param(versionId)
        .update();
  }

  private static Recovery recovery(ResultSet row) throws SQLException {
    return new Recovery(
        row.getString("version_id"),
        row.getString("status"),
        row.getInt("attempts"),
        Rows.optionalInstant(row, "next_attempt_at"),
        Rows.text(row, "tried_with"),
        Rows.optionalDouble(row, "accuracy_before"),
        Rows.instant(row, "updated_at"));
  }
}

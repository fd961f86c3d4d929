package dev.coderev.server.evolution.gold;

import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The runs of versions over cases. */
@Repository
public class Evaluations {
  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  Evaluations(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  String add(String versionId, String goldId, Purpose purpose) {
    String id = Ids.next("eval_");
    database
        .sql(
            """
            insert into evaluations (id, version_id, gold_id, purpose, status, created_at)
            values (?, ?, ?, ?, 'queued', ?)
            """)
        .param(id)
        .param(versionId)
        .param(goldId)
        .param(purpose.id())
        .param(Rows.time(clock.instant()))
        .update();
    return id;
  }

  void begin(String id) {
    database.sql("update evaluations set status = 'running' where id = ?").param(id).update();
  }

  void complete(String id, GoldResult result) {
    database
        .sql(
            """
            update evaluations set status = 'completed', outcome = :outcome,
              result = cast(:result as jsonb), completed_at = :now
            where id = :id
            """)
        .param("outcome", result.outcome())
        .param("result", json.writeValueAsString(result))
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  void fail(String id, String reason) {
    database
        .sql(
            """
            update evaluations set status = 'failed', outcome = 'inconclusive', error = :reason,
              completed_at = :now
            where id = :id
            """)
        .param("reason", reason)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  public Optional<Evaluation> find(String id) {
    return database
        .sql("select * from evaluations where id = ?")
        .param(id)
        .query((row, _) -> evaluation(row))
        .optional();
  }

  /** The newest result of a version. */
  public Optional<Evaluation> latest(String versionId) {
    return database
        .sql(
            """
            select * from evaluations where version_id = ? and status = 'completed'
            order by created_at desc, id desc limit 1
            """)
        .param(versionId)
        .query((row, _) -> evaluation(row))
        .optional();
  }

  /** Whether a run of this version waits or is under way. */
  boolean isUnderWay(String versionId) {
    return database
        .sql(
            """
            select exists (select 1 from evaluations
              where version_id = ? and status in ('queued', 'running'))
            """)
        .param(versionId)
        .query(Boolean.class)
        .single();
  }

  private Evaluation evaluation(ResultSet row) throws SQLException {
    return new Evaluation(
        row.getString("id"),
        row.getString("version_id"),
        row.getString("gold_id"),
        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        row.getString("status"),
        Rows.text(row, "outcome"),
        Rows.text(row, "result").map(text -> json.readValue(text, GoldResult.class)),
        Rows.text(row, "error"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "completed_at"));
  }
}

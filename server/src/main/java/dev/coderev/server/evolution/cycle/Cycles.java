package dev.coderev.server.evolution.cycle;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of the cycle; there is one for all servers. */
@Repository
class Cycles {
  /**
   * The cycle at one moment.
   *
   * @param startedAt of the newest cycle
   * @param leaseHolder which server does it
   */
  record State(
      String phase,
      boolean frozen,
      Optional<String> freezeReason,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      Optional<String> lastOutcome,
      Optional<String> leaseHolder) {}

  private final JdbcClient database;
  private final Clock clock;

  Cycles(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  State get() {
    return database
        .sql("select * from evolution_cycle")
        .query((row, _) ->
            new State(
                row.getString("phase"),
                row.getBoolean("frozen"),
                Rows.text(row, "freeze_reason"),
                Rows.optionalInstant(row, "started_at"),
                Rows.optionalInstant(row, "completed_at"),
                Rows.text(row, "outcome"),
                Rows.text(row, "holder")))
        .single();
  }

  /** Takes the turn for a cycle if it is time; false if another server did, or it is early. */
  boolean take(Duration interval) {
    Instant now = clock.instant();
    return database
            .sql(
                """
                update evolution_cycle set started_at = :now
                where started_at is null or started_at <= :due
                """)
            .param("now", Rows.time(now))
            .param("due", Rows.time(now.minus(interval)))
            .update()
        == 1;
  }

  void phase(String phase, Optional<String> holder) {
    database
        .sql("update evolution_cycle set phase = ?, holder = ?")
        .param(phase)
        .param(holder.orElse(null))
        .update();
  }

  void complete(String outcome) {
    database
        .sql(
            """
            update evolution_cycle set phase = 'idle', holder = null, outcome = ?, completed_at = ?
            """)
        .param(outcome)
        .param(Rows.time(clock.instant()))
        .update();
  }

  /** Whether that changed anything. */
  boolean freeze(boolean frozen, Optional<String> reason) {
    return database
            .sql(
                """
                update evolution_cycle set frozen = :frozen, freeze_reason = :reason
                where frozen <> :frozen
                """)
            .param("frozen", frozen)
            .param("reason", reason.orElse(null), java.sql.Types.VARCHAR)
            .update()
        == 1;
  }
}

package dev.coderev.server.evolution.learning;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored state of the learning loop. */
@Repository
class LearningLoops {
  /** The loop at one moment. */
  record Loop(LearningState state, Optional<String> reason, Instant since) {}

  private final JdbcClient database;
  private final Clock clock;

  LearningLoops(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Loop get() {
    return read("");
  }

  /** The loop, locked until the transaction ends. */
  Loop lock() {
    return read(" for update");
  }

  private Loop read(String more) {
    return database
        .sql("select state, reason, since from learning_loop" + more)
        .query((row, _) ->
            new Loop(
                LearningState.byId(row.getString("state")).orElseThrow(),
                Rows.text(row, "reason"),
                Rows.instant(row, "since")))
        .single();
  }

  void set(LearningState state, Optional<String> reason) {
    database
        .sql("update learning_loop set state = :state, reason = :reason, since = :now")
        .param("state", state.id())
        .param("reason", reason.orElse(null))
        .param("now", Rows.time(clock.instant()))
        .update();
  }
}

package dev.coderev.server.integration.hook;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hosts have sent within a week; a body that is known is not acted on again. */
@Repository
class Deliveries {
  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient database;
  private final Clock clock;

  Deliveries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps a delivery.
   *
   * @param delivery what the host calls it, which its signature does not cover
   * @return its identifier; empty if the body is known
   */
  Optional<String> add(String hookId, String bodySha, String delivery, String event) {
    database
        .sql("delete from webhook_deliveries where received_at < ?")
        .param(Rows.time(clock.instant().minus(KEPT)))
        .update();
    String id = Ids.next("evt-");
    int added =
        database
            .sql(
                """
                insert into webhook_deliveries (id, hook_id, body_sha, delivery, event, status,
                  received_at)
                values (?, ?, ?, ?, ?, 'ignored', ?) on conflict do nothing
                """)
            .param(id)
            .param(hookId)
            .param(bodySha)
            .param(delivery)
            .param(event)
            .param(Rows.time(clock.instant()))
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  String find(String hookId, String bodySha) {
    return database
        .sql("select id from webhook_deliveries where hook_id = ? and body_sha = ?")
        .param(hookId)
        .param(bodySha)
        .query((row, _) -> row.getString("id"))
        .single();
  }

  void setAccepted(String id) {
    database
        .sql("update webhook_deliveries set status = 'accepted' where id = ?")
        .param(id)
        .update();
  }
}

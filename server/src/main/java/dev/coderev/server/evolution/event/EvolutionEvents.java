package dev.coderev.server.evolution.event;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events of versions, written in the transaction of what happened. */
@Repository
public class EvolutionEvents {
  /** An event as it is kept. */
  public record Kept(
      String eventId,
      String eventType,
      Instant timestamp,
      Optional<String> versionId,
      String source,
      Optional<String> fromState,
      Optional<String> toState,
      Optional<String> reason,
      Optional<String> userId) {}

  /** Which events are asked for. */
  public record Filter(
      Optional<String> type,
      Optional<String> version,
      Optional<Instant> from,
      Optional<Instant> to) {}

  private final JdbcClient database;
  private final Clock clock;

  EvolutionEvents(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void add(EvolutionEvent event) {
    database
        .sql(
            """
            insert into evolution_events (id, event_type, version_id, source, from_state, to_state,
              reason, user_id, happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(Ids.next("evt-"))
        .param(event.type().id())
        .param(event.versionId().orElse(null))
        .param(event.userId().isPresent() ? "user" : "system")
        .param(event.fromState().orElse(null))
        .param(event.toState().orElse(null))
        .param(event.reason().orElse(null))
        .param(event.userId().orElse(null))
        .param(Rows.time(clock.instant()))
        .update();
  }

  public Page<Kept> list(Filter filter, Paging paging) {
    Conditions where =
        new Conditions()
            .and("event_type = :type", "type", filter.type())
            .and("version_id = :version", "version", filter.version())
            .and("happened_at >= :from", "from", filter.from().map(Rows::time))
            .and("happened_at <= :to", "to", filter.to().map(Rows::time));
    long total =
        database
            .sql("select count(*) from evolution_events" + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<Kept> items =
        database
            .sql(
                "select * from evolution_events"
                    + where.where()
                    + " order by happened_at desc, id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) ->
                new Kept(
                    row.getString("id"),
                    row.getString("event_type"),
                    Rows.instant(row, "happened_at"),
                    Rows.text(row, "version_id"),
                    row.getString("source"),
                    Rows.text(row, "from_state"),
                    Rows.text(row, "to_state"),
                    Rows.text(row, "reason"),
                    Rows.text(row, "user_id")))
            .list();
    return Page.of(items, total, paging);
  }
}

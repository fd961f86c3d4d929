package dev.coderev.server.evolution.version;

import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the reviewer; state, alias and record of a move change in one transaction. */
@Repository
public class Versions {
  private static final String STABLE = "stable";
  private static final int LOCK = 4716;
  private static final Duration FIRST_ATTEMPT = Duration.ofHours(24);

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;
  private final EvolutionEvents events;

  Versions(JdbcClient database, JsonMapper json, Clock clock, EvolutionEvents events) {
    this.events = events;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** The version that serves; empty before the first start. */
  public Optional<String> stable() {
    return database
        .sql("select version_id from version_aliases where alias = ?")
        .param(STABLE)
        .query(String.class)
        .optional();
  }

  /**
   * Makes the version of this build the one that serves. Another build's version, whose parts are
   * not here, is retired.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void serve(String id, String name, Map<String, String> manifest) {
    database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
    Optional<String> before = stable();
    if (before.filter(id::equals).isPresent()) {
      return;
    }
    database
        .sql(
            """
            insert into versions (id, name, parent, manifest, state, state_since, created_at)
            values (:id, :name, :parent, cast(:manifest as jsonb), 'experiment', :now, :now)
            on conflict do nothing
            """)
        .param("id", id)
        .param("name", name)
        .param("parent", before.orElse(null))
        .param("manifest", json.writeValueAsString(manifest))
        .param("now", Rows.time(clock.instant()))
        .update();
    before.ifPresent(old -> setState(old, VersionState.RETIRED, Optional.empty()));
    setState(id, VersionState.STABLE, Optional.empty());
    database
        .sql(
            """
            insert into version_aliases (alias, version_id) values (?, ?)
            on conflict (alias) do update set version_id = excluded.version_id
            """)
        .param(STABLE)
        .param(id)
        .update();
    record(
        new Entry(
            before.isEmpty() ? "first_start" : "upgrade",
            id,
            before,
            Optional.of(id),
            VersionState.STABLE,
            Optional.of("the server was started with this version"),
            Optional.empty()));
  }

  private void setState(String id, VersionState state, Optional<String> quarantineReason) {
    database
        .sql(
            """
            update versions set state = :state, state_since = :now, quarantine_reason = :reason,
              promoted_at = case when :state = 'stable' then cast(:now as timestamptz)
                else promoted_at end
            where id = :id
            """)
        .param("state", state.id())
        .param("now", Rows.time(clock.instant()))
        .param("reason", quarantineReason.orElse(null), java.sql.Types.VARCHAR)
        .param("id", id)
        .update();
  }

  private record Entry(
      String action,
      String versionId,
      Optional<String> fromVersion,
      Optional<String> toVersion,
      VersionState to,
      Optional<String> reason,
      Optional<String> userId) {}

  private void record(Entry entry) {
    database
        .sql(
            """
            insert into version_transitions (id, action, version_id, from_version, to_version,
              to_state, reason, user_id, happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(Ids.next("evt-"))
        .param(entry.action())
        .param(entry.versionId())
        .param(entry.fromVersion().orElse(null))
        .param(entry.toVersion().orElse(null))
        .param(entry.to().id())
        .param(entry.reason().orElse(null))
        .param(entry.userId().orElse(null))
        .param(Rows.time(clock.instant()))
        .update();
  }

  /**
   * A change of state that is wanted.
   *
   * @param event what is told of it
   * @param userId who wants it; empty for the server itself
   */
  public record Step(
      String action,
      VersionState to,
      EventType event,
      Optional<String> reason,
      Optional<String> userId) {}

  /**
   * Withdraws a version of the first zone.
   *
   * @throws Problem if it is in another one by now
   */
  @Transactional
  public ReviewerVersion quarantine(String id, String reason, String userId) {
    return move(
        id,
        new Step(
            "demote",
            VersionState.QUARANTINE,
            EventType.QUARANTINE_ENTERED,
            Optional.of(reason),
            Optional.of(userId)));
  }

  /**
   * Moves a version that does not serve from one state into another.
   *
   * @throws Problem if that is no step of its life
   */
  @Transactional
  public ReviewerVersion move(String id, Step step) {
    ReviewerVersion version =
        database
            .sql("select * from versions where id = ? for update")
            .param(id)
            .query((row, _) -> version(row))
            .optional()
            .orElseThrow(Problem::notFound);
    List<VersionState> next = version.state().next();
    if (!next.contains(step.to())) {
      throw Problem.transition(
          version.state().id(), step.to().id(), next.stream().map(VersionState::id).toList());
    }
    Optional<String> kept = step.to() == VersionState.QUARANTINE ? step.reason() : Optional.empty();
    setState(id, step.to(), kept);
    if (step.to() == VersionState.QUARANTINE) {
      expectRecovery(id);
    }
    record(
        new Entry(
            step.action(),
            id,
            Optional.of(id),
            Optional.empty(),
            step.to(),
            step.reason(),
            step.userId()));
    events.add(
        EvolutionEvent.of(step.event(), id)
            .because(step.reason(), step.userId())
            .moved(version.state().id(), step.to().id()));
    return find(id).orElseThrow();
  }

  /** No version is in quarantine without a time at which it is looked at again. */
  private void expectRecovery(String id) {
    database
        .sql(
            """
            insert into recoveries (version_id, status, next_attempt_at, accuracy_before, updated_at)
            values (:id, 'pending', :first,
              (select cast(result ->> 'accuracy' as double precision) from evaluations
               where version_id = :id and status = 'completed'
               order by created_at desc, id desc limit 1), :now)
            on conflict (version_id) do nothing
            """)
        .param("id", id)
        .param("first", Rows.time(clock.instant().plus(FIRST_ATTEMPT)))
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  public Optional<ReviewerVersion> find(String id) {
    return database
        .sql("select * from versions where id = ?")
        .param(id)
        .query((row, _) -> version(row))
        .optional();
  }

  /** The version of a zone that entered its state last. */
  public Optional<ReviewerVersion> newest(String zone) {
    return database
        .sql(
            """
            select * from versions where state in (:states)
            order by state_since desc, id desc limit 1
            """)
        .param("states", VersionState.ofZone(zone))
        .query((row, _) -> version(row))
        .optional();
  }

  /** How many versions are in this state. */
  long count(VersionState state) {
    return database
        .sql("select count(*) from versions where state = ?")
        .param(state.id())
        .query(Long.class)
        .single();
  }

  /** The versions of the first zone. */
  public List<ReviewerVersion> experiments() {
    return database
        .sql("select * from versions where state in (:states) order by state_since desc, id desc")
        .param("states", VersionState.ofZone("v1"))
        .query((row, _) -> version(row))
        .list();
  }

  public Page<VersionMove> history(Paging paging) {
    return moves(new Conditions(), paging);
  }

  /** The moves that gave the service back to a version that had it before. */
  public Page<VersionMove> rollbacks(Paging paging) {
    return moves(new Conditions().and("action = 'rollback'"), paging);
  }

  private Page<VersionMove> moves(Conditions where, Paging paging) {
    long total =
        database
            .sql("select count(*) from version_transitions" + where.where())
            .query(Long.class)
            .single();
    List<VersionMove> items =
        database
            .sql(
                "select * from version_transitions"
                    + where.where()
                    + " order by happened_at desc, id desc limit :limit offset :offset")
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) ->
                new VersionMove(
                    row.getString("id"),
                    row.getString("action"),
                    Rows.text(row, "from_version"),
                    Rows.text(row, "to_version"),
                    Rows.text(row, "reason"),
                    Rows.instant(row, "happened_at"),
                    Rows.text(row, "user_id")))
            .list();
    return Page.of(items, total, paging);
  }

  private ReviewerVersion version(ResultSet row) throws SQLException {
    String model = json.readTree(row.getString("manifest")).at("/model").asString("none");
    return new ReviewerVersion(
        row.getString("id"),
        row.getString("name"),
        model.equals("none") ? Optional.empty() : Optional.of(model),
        VersionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Rows.instant(row, "state_since"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "promoted_at"));
  }
}

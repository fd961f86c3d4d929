package dev.coderev.server.audit;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded acts. Each record carries the digest of itself and its predecessor's digest, so that
 * a changed or missing one is noticed.
 */
@Repository
class AuditRecords {
  private static final String FIRST = "0".repeat(64);
  private static final long CHAIN_LOCK = 4_711;

  /** Which records are asked for. */
  record Filter(
      Optional<String> action,
      Optional<String> userId,
      Optional<Instant> from,
      Optional<Instant> to) {}

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  AuditRecords(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  void append(AuditEntry entry) {
    database.sql("select pg_advisory_xact_lock(?)").param(CHAIN_LOCK).query().listOfRows();
    String previous =
        database
            .sql("select hash from audit_records order by seq desc limit 1")
            .query(String.class)
            .optional()
            .orElse(FIRST);
    String id = Ids.next("log_");
    Instant now = clock.instant();
    String details = json.writeValueAsString(new TreeMap<>(entry.details()));
    String ip = LogScope.current(LogScope.CLIENT);
    String request = LogScope.current(LogScope.REQUEST_ID);
    String outcome = entry.outcome().name().toLowerCase(Locale.ROOT);
    String hash =
        digest(
            previous,
            id,
            entry.action(),
            outcome,
            entry.userId().orElse(""),
            entry.userEmail().orElse(""),
            ip,
            now.toString(),
            entry.objectType().orElse(""),
            entry.objectId().orElse(""),
            request,
            details);
    database
        .sql(
            """
            insert into audit_records (id, action, outcome, user_id, user_email, ip_address,
              happened_at, object_type, object_id, request_id, details, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(entry.action())
        .param(outcome)
        .param(entry.userId().orElse(null))
        .param(entry.userEmail().orElse(null))
        .param(ip)
        .param(Rows.time(now))
        .param(entry.objectType().orElse(null))
        .param(entry.objectId().orElse(null))
        .param(request)
        .param(details)
        .param(previous)
        .param(hash)
        .update();
  }

  private static String digest(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return Secrets.sha256(all.toString());
  }

  /** The identifier of the first record that is not as it was written; empty if all are. */
  Optional<String> firstBroken() {
    try (Stream<Optional<String>> checked =
        database
            .sql("select * from audit_records order by seq")
            .query(
                new org.springframework.jdbc.core.RowMapper<Optional<String>>() {
                  private String expected = FIRST;

                  @Override
                  public Optional<String> mapRow(ResultSet row, int number) throws SQLException {
                    boolean sound =
                        row.getString("previous_hash").equals(expected)
                            && row.getString("hash").equals(digestOf(row, expected));
                    expected = row.getString("hash");
                    return sound ? Optional.empty() : Optional.of(row.getString("id"));
                  }
                })
            .stream()) {
      return checked.flatMap(Optional::stream).findFirst();
    }
  }

  private static String digestOf(ResultSet row, String previous) throws SQLException {
    return digest(
        previous,
        row.getString("id"),
        row.getString("action"),
        row.getString("outcome"),
        Rows.text(row, "user_id").orElse(""),
        Rows.text(row, "user_email").orElse(""),
        row.getString("ip_address"),
        Rows.instant(row, "happened_at").toString(),
        Rows.text(row, "object_type").orElse(""),
        Rows.text(row, "object_id").orElse(""),
        row.getString("request_id"),
        row.getString("details"));
  }

  Page<AuditRecord> find(Filter filter, Paging paging) {
    Conditions where =
        new Conditions()
            .and("action = :action", "action", filter.action())
            .and("user_id = :user", "user", filter.userId())
            .and("happened_at >= :from", "from", filter.from().map(Rows::time))
            .and("happened_at < :to", "to", filter.to().map(Rows::time));
    long total =
        database
            .sql("select count(*) from audit_records" + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<AuditRecord> items =
        database
            .sql(
                "select * from audit_records"
                    + where.where()
                    + " order by happened_at desc, id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> record(row))
            .list();
    return Page.of(items, total, paging);
  }

  /** Failures of one account, address or webhook within a quarter of an hour. */
  record Failures(String subject, long count, Instant last, String lastId) {}

  List<Failures> manyFailures(String action, Instant since, int many, int most) {
    return database
        .sql(
            """
            select subject, count(*) as n, max(happened_at) as last, max(id) as last_id
            from (
              select coalesce(user_email, object_type || ' ' || object_id,
                  'the address ' || ip_address) as subject, happened_at, id,
                floor(extract(epoch from happened_at) / 900) as quarter
              from audit_records
              where action = :action and outcome <> 'success' and happened_at >= :since) f
            group by subject, quarter having count(*) >= :many
            order by last desc limit :most
            """)
        .param("action", action)
        .param("since", Rows.time(since))
        .param("many", many)
        .param("most", most)
        .query((row, _) ->
            new Failures(
                row.getString("subject"),
                row.getLong("n"),
                Rows.instant(row, "last"),
                row.getString("last_id")))
        .list();
  }

  /** Reused tokens and changed rights. */
  List<AuditRecord> ofActions(Instant since, int most) {
    return database
        .sql(
            """
            select * from audit_records
            where action in ('token_reuse', 'privilege_change')
              and happened_at >= :since
            order by happened_at desc, id desc limit :most
            """)
        .param("since", Rows.time(since))
        .param("most", most)
        .query((row, _) -> record(row))
        .list();
  }

  /** How often something was done. */
  record ActionCount(String action, long count) {}

  /** How much a user did. */
  record UserCount(String userId, long count) {}

  /** Counts over all records. */
  record Analytics(
      long totalEvents, long eventsToday, List<ActionCount> topActions, List<UserCount> byUser) {
    Analytics {
      topActions = List.copyOf(topActions);
      byUser = List.copyOf(byUser);
    }
  }

  Analytics analytics() {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return new Analytics(
        database.sql("select count(*) from audit_records").query(Long.class).single(),
        database
            .sql("select count(*) from audit_records where happened_at >= ?")
            .param(Rows.time(today))
            .query(Long.class)
            .single(),
        database
            .sql(
                "select action, count(*) as n from audit_records group by action order by n desc, action limit 10")
            .query((row, _) -> new ActionCount(row.getString("action"), row.getLong("n")))
            .list(),
        database
            .sql(
                """
                select user_id, count(*) as n from audit_records where user_id is not null
                group by user_id order by n desc, user_id limit 10
                """)
            .query((row, _) -> new UserCount(row.getString("user_id"), row.getLong("n")))
            .list());
  }

  private AuditRecord record(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getString("id"),
        row.getString("action"),
        row.getString("outcome"),
        Rows.text(row, "user_id"),
        Rows.text(row, "user_email"),
        Rows.text(row, "ip_address"),
        Rows.instant(row, "happened_at"),
        Rows.text(row, "object_type"),
        Rows.text(row, "object_id"),
        Rows.text(row, "request_id"),
        json.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}));
  }
}

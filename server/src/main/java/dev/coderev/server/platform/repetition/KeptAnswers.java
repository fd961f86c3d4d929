package dev.coderev.server.platform.repetition;

import dev.coderev.server.platform.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers of a day, under caller, route and key. */
@Repository
class KeptAnswers {
  private static final Duration KEPT = Duration.ofHours(24);

  /** After this time the first request cannot be running any more: its server was killed. */
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

  /** Under what an answer is kept. */
  record Place(String caller, String route, String key) {}

  /** What is known under a key. */
  sealed interface Known {
    /** Nothing was: the request is the first, and the place is taken for it. */
    record First() implements Known {}

    /** The first request still runs. */
    record Running() implements Known {}

    /** The key belongs to a request with another body. */
    record Other() implements Known {}

    /** The first request was answered. */
    record Answered(KeptAnswer answer) implements Known {}
  }

  private record Row(String bodyHash, Optional<KeptAnswer> answer) {}

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  KeptAnswers(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Takes the place for a request, or says who has it. */
  Known take(Place place, String bodyHash) {
    forgetOld();
    int taken =
        database
            .sql(
                """
                insert into idempotent_answers (caller, route, key, body_hash, created_at)
                values (:caller, :route, :key, :hash, :now) on conflict do nothing
                """)
            .params(params(place))
            .param("hash", bodyHash)
            .param("now", Rows.time(clock.instant()))
            .update();
    if (taken == 1) {
      return new Known.First();
    }
    Optional<Row> row =
        database
            .sql(
                """
                select * from idempotent_answers
                where caller = :caller and route = :route and key = :key
                """)
            .params(params(place))
            .query((found, _) -> row(found))
            .optional();
    if (row.filter(known -> !known.bodyHash().equals(bodyHash)).isPresent()) {
      return new Known.Other();
    }
    return row.flatMap(Row::answer).<Known>map(Known.Answered::new).orElseGet(Known.Running::new);
  }

  private void forgetOld() {
    database
        .sql(
            """
            delete from idempotent_answers
            where created_at < :old or (status is null and created_at < :dead)
            """)
        .param("old", Rows.time(clock.instant().minus(KEPT)))
        .param("dead", Rows.time(clock.instant().minus(LONGEST_REQUEST)))
        .update();
  }

  void keep(Place place, KeptAnswer answer) {
    database
        .sql(
            """
            update idempotent_answers
            set status = :status, headers = cast(:headers as jsonb), body = :body
            where caller = :caller and route = :route and key = :key
            """)
        .param("status", answer.status())
        .param("headers", json.writeValueAsString(answer.headers()))
        .param("body", answer.body())
        .params(params(place))
        .update();
  }

  /** Lets the request be tried again. */
  void giveUp(Place place) {
    database
        .sql(
            "delete from idempotent_answers where caller = :caller and route = :route and key = :key")
        .params(params(place))
        .update();
  }

  private static Map<String, ?> params(Place place) {
    return Map.of("caller", place.caller(), "route", place.route(), "key", place.key());
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("body_hash"),
        Rows.optionalInt(row, "status").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new KeptAnswer(
                    row.getInt("status"),
                    json.readValue(
                        row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                    row.getBytes("body"))));
  }
}

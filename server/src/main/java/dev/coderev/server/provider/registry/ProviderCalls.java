package dev.coderev.server.provider.registry;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of the providers, and how that went. */
@Repository
class ProviderCalls {
  private static final int RECENT = 20;
  private static final int LOST_IN_A_ROW = 3;

  /** Counts over the calls of one provider; what has no data is absent. */
  record Counts(
      long total,
      long today,
      Optional<Double> latencyMs,
      Optional<Double> errorRate,
      long tokens) {}

  private final JdbcClient database;
  private final Clock clock;

  ProviderCalls(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(String providerId, long latencyMs, boolean succeeded, long input, long output) {
    database
        .sql(
            """
            insert into provider_calls (provider_id, happened_at, latency_ms, succeeded,
              input_tokens, output_tokens)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(providerId)
        .param(Rows.time(clock.instant()))
        .param(latencyMs)
        .param(succeeded)
        .param(input)
        .param(output)
        .update();
  }

  /** The tokens that the provider took since midnight (UTC). */
  long tokensToday(String providerId) {
    return database
        .sql(
            """
            select coalesce(sum(input_tokens + output_tokens), 0) from provider_calls
            where provider_id = ? and happened_at >= ?
            """)
        .param(providerId)
        .param(Rows.time(clock.instant().truncatedTo(ChronoUnit.DAYS)))
        .query(Long.class)
        .single();
  }

  /**
   * Reserves tokens, if today's and those of requests in flight leave so many; one at a time, over
   * all servers, until the transaction ends.
   *
   * @return the reservation; empty if there are not so many
   */
  Optional<Long> reserve(String providerId, long tokens, long most, Duration life) {
    Instant now = clock.instant();
    database
        .sql("select id from providers where id = ? for update")
        .param(providerId)
        .query(String.class)
        .single();
    database
        .sql("delete from provider_reservations where provider_id = ? and ends_at <= ?")
        .param(providerId)
        .param(Rows.time(now))
        .update();
    return database
        .sql(
            """
            insert into provider_reservations (provider_id, tokens, ends_at)
            select :provider, :tokens, :end
            where :tokens + :used + (select coalesce(sum(tokens), 0) from provider_reservations
              where provider_id = :provider) <= :most
            returning id
            """)
        .param("provider", providerId)
        .param("tokens", tokens)
        .param("end", Rows.time(now.plus(life)))
        .param("used", tokensToday(providerId))
        .param("most", most)
        .query(Long.class)
        .optional();
  }

  void release(long reservation) {
    database.sql("delete from provider_reservations where id = ?").param(reservation).update();
  }

  Counts of(String providerId) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return database
        .sql(
            """
            select count(*) as total, count(*) filter (where happened_at >= :today) as today,
              avg(latency_ms) filter (where succeeded) as latency,
              avg(case when succeeded then 0.0 else 1.0 end) as errors,
              coalesce(sum(input_tokens + output_tokens)
                filter (where happened_at >= :today), 0) as tokens
            from provider_calls where provider_id = :id
            """)
        .param("today", Rows.time(today))
        .param("id", providerId)
        .query((row, _) ->
            new Counts(
                row.getLong("total"),
                row.getLong("today"),
                Rows.optionalDouble(row, "latency"),
                Rows.optionalDouble(row, "errors"),
                row.getLong("tokens")))
        .single();
  }

  /**
   * How the provider does, judging by its last calls: one that was never reached is down, as is one
   * that failed three times in a row.
   */
  String status(Provider provider) {
    List<Boolean> last =
        database
            .sql(
                """
                select succeeded from provider_calls where provider_id = :id
                order by happened_at desc, id desc limit :most
                """)
            .param("id", provider.id())
            .param("most", RECENT)
            .query((row, _) -> row.getBoolean("succeeded"))
            .list();
    boolean lost = last.stream().limit(LOST_IN_A_ROW).noneMatch(Boolean::booleanValue);
    if (!provider.enabled() || lost) {
      return "down";
    }
    return last.contains(false) ? "degraded" : "healthy";
  }
}

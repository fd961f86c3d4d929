package dev.coderev.server.evolution.version;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is measured of the reviews that versions made; what has no data is absent. */
@Repository
public class Measurements {
  /**
   * Reviews within a time.
   *
   * @param errorRate share of those that ended without a result
   */
  public record Reviews(
      long requests,
      Optional<Double> meanMs,
      Optional<Double> medianMs,
      Optional<Double> p95Ms,
      Optional<Double> errorRate) {}

  /** The number of reviews that began within one hour. */
  public record Hour(Instant timestamp, long requests) {}

  private final JdbcClient database;
  private final Clock clock;

  Measurements(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The reviews of a version, or of all where none is named. */
  public Reviews of(Optional<String> versionId, Duration window) {
    Conditions where =
        new Conditions()
            .and("created_at >= :since", "since", Rows.time(clock.instant().minus(window)))
            .and("version_id = :version", "version", versionId);
    String took = "extract(epoch from completed_at - started_at) * 1000";
    String done = " filter (where status in ('completed', 'partial') and started_at is not null)";
    return database
        .sql(
            "select count(*) as n, avg("
                + took
                + ")"
                + done
                + " as mean, percentile_cont(0.5) within group (order by "
                + took
                + ")"
                + done
                + " as median, percentile_cont(0.95) within group (order by "
                + took
                + ")"
                + done
                + " as p95, avg(case when status in ('failed', 'timeout') then 1.0 else 0.0 end)"
                + " filter (where completed_at is not null) as errors from analyses"
                + where.where())
        .params(where.params())
        .query((row, _) ->
            new Reviews(
                row.getLong("n"),
                Rows.optionalDouble(row, "mean"),
                Rows.optionalDouble(row, "median"),
                Rows.optionalDouble(row, "p95"),
                Rows.optionalDouble(row, "errors")))
        .single();
  }

  /** The last hours, the oldest first. */
  public List<Hour> hours(int count) {
    Instant last = clock.instant().truncatedTo(ChronoUnit.HOURS);
    Instant first = last.minus(count - 1L, ChronoUnit.HOURS);
    Map<Instant, Long> counted = new HashMap<>();
    database
        .sql(
            """
            select date_trunc('hour', created_at, 'UTC') as hour, count(*) as n from analyses
            where created_at >= ? group by 1
            """)
        .param(Rows.time(first))
        .query(row -> {
          counted.put(Rows.instant(row, "hour"), row.getLong("n"));
        });
    List<Hour> hours = new ArrayList<>();
    for (Instant hour = first; !hour.isAfter(last); hour = hour.plus(1, ChronoUnit.HOURS)) {
      hours.add(new Hour(hour, counted.getOrDefault(hour, 0L)));
    }
    return hours;
  }
}

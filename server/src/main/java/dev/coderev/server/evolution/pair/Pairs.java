package dev.coderev.server.evolution.pair;

import dev.coderev.server.evolution.pair.Pair.Place;
import dev.coderev.server.evolution.version.VersionRecord;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The pairs of answers, and what is still to be answered twice. */
@Repository
public class Pairs {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MOST_KEPT = 10_000;

  /** A text that was reviewed by the version that serves. */
  record Waiting(String analysisId, String stableId, String language, String code) {}

  /** Both answers to a text. */
  record Answers(
      double stableMs,
      double candidateMs,
      boolean failed,
      boolean agreed,
      List<Place> stable,
      List<Place> candidate) {}

  /**
   * The pairs of a version on trial.
   *
   * @param failed how often it gave no answer
   * @param slow how many answers took longer than was asked
   * @param p95Ms of its answers
   * @param stableP95Ms of the version that serves
   */
  public record Summary(
      long count,
      long failed,
      long slow,
      Optional<Double> p95Ms,
      Optional<Double> stableP95Ms,
      long agreed) {}

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  Pairs(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Texts that were reviewed since the candidate is in the shadow, within the last hour.
   *
   * @param percentage of them that are taken; always the same ones
   */
  List<Waiting> waiting(VersionRecord candidate, int percentage, int most) {
    Instant oldest = clock.instant().minus(LONGEST_WAIT);
    Instant since = candidate.stateSince().isAfter(oldest) ? candidate.stateSince() : oldest;
    return database
        .sql(
            """
            select a.id, a.version_id, a.language, a.request ->> 'code' as code from analyses a
            where a.kind = 'code' and a.status = 'completed' and a.created_at >= :since
              and a.version_id = (select version_id from version_aliases where alias = 'stable')
              and a.request ->> 'code' is not null
              and mod(abs(hashtext(a.id)::bigint), 100) < :percentage
              and not exists (select 1 from shadow_pairs p
                where p.candidate_id = :candidate and p.analysis_id = a.id)
            order by a.created_at, a.id limit :most
            """)
        .param("since", Rows.time(since))
        .param("percentage", percentage)
        .param("candidate", candidate.versionId())
        .param("most", most)
        .query((row, _) ->
            new Waiting(
                row.getString("id"),
                row.getString("version_id"),
                row.getString("language"),
                row.getString("code")))
        .list();
  }

  /** Keeps both answers; false if another server was faster. */
  boolean add(Waiting input, String candidateId, Answers answers) {
    return database
            .sql(
                """
                insert into shadow_pairs (id, stable_id, candidate_id, analysis_id, language,
                  input_digest, stable_ms, candidate_ms, failed, agreed, stable_findings,
                  candidate_findings, happened_at)
                values (:id, :stable, :candidate, :analysis, :language, :digest, :stableMs,
                  :candidateMs, :failed, :agreed, cast(:one as jsonb), cast(:other as jsonb), :now)
                on conflict (candidate_id, analysis_id) do nothing
                """)
            .param("id", Ids.next("pair_"))
            .param("stable", input.stableId())
            .param("candidate", candidateId)
            .param("analysis", input.analysisId())
            .param("language", input.language())
            .param("digest", Secrets.sha256(input.code()))
            .param("stableMs", answers.stableMs())
            .param("candidateMs", answers.candidateMs())
            .param("failed", answers.failed())
            .param("agreed", answers.agreed())
            .param("one", json.writeValueAsString(answers.stable()))
            .param("other", json.writeValueAsString(answers.candidate()))
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  /** Forgets the oldest pairs of a version beyond those that are kept. */
  void trim(String candidateId) {
    database
        .sql(
            """
            delete from shadow_pairs where id in (select id from shadow_pairs
              where candidate_id = ? order by happened_at desc, id desc offset ?)
            """)
        .param(candidateId)
        .param(MOST_KEPT)
        .update();
  }

  /**
   * The pairs of a candidate with the version that serves now.
   *
   * @param slowMs from where on an answer counts as slow
   */
  public Summary summary(String candidateId, double slowMs) {
    return database
        .sql(
            """
            select count(*) as n, count(*) filter (where failed) as failed,
              count(*) filter (where candidate_ms > :slow) as slow,
              count(*) filter (where agreed) as agreed,
              percentile_cont(0.95) within group (order by candidate_ms) as p95,
              percentile_cont(0.95) within group (order by stable_ms) as stable_p95
            from shadow_pairs where candidate_id = :candidate
              and stable_id = (select version_id from version_aliases where alias = 'stable')
            """)
        .param("slow", slowMs)
        .param("candidate", candidateId)
        .query((row, _) ->
            new Summary(
                row.getLong("n"),
                row.getLong("failed"),
                row.getLong("slow"),
                Rows.optionalDouble(row, "p95"),
                Rows.optionalDouble(row, "stable_p95"),
                row.getLong("agreed")))
        .single();
  }

  Optional<Pair> find(String id) {
    return database
        .sql("select * from shadow_pairs where id = ?")
        .param(id)
        .query((row, _) -> pair(row))
        .optional();
  }

  Page<Pair> list(
      Optional<String> version,
      Optional<String> language,
      Optional<Boolean> agreed,
      Paging paging) {
    Conditions where =
        new Conditions()
            .and("candidate_id = :version", "version", version)
            .and("language = :language", "language", language)
            .and("agreed = :agreed", "agreed", agreed);
    long total =
        database
            .sql("select count(*) from shadow_pairs" + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<Pair> items =
        database
            .sql(
                "select * from shadow_pairs"
                    + where.where()
                    + " order by happened_at desc, id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> pair(row))
            .list();
    return Page.of(items, total, paging);
  }

  private Pair pair(ResultSet row) throws SQLException {
    List<Place> stable = places(row.getString("stable_findings"));
    List<Place> candidate = places(row.getString("candidate_findings"));
    return new Pair(
        row.getString("id"),
        row.getString("stable_id"),
        row.getString("candidate_id"),
        row.getString("analysis_id"),
        row.getString("language"),
        row.getDouble("stable_ms"),
        row.getDouble("candidate_ms"),
        row.getBoolean("failed"),
        row.getBoolean("agreed"),
        stable,
        candidate,
        stable.stream().filter(place -> !candidate.contains(place)).toList(),
        candidate.stream().filter(place -> !stable.contains(place)).toList(),
        Rows.instant(row, "happened_at"));
  }

  private List<Place> places(String text) {
    return Arrays.asList(json.readValue(text, Place[].class));
  }
}

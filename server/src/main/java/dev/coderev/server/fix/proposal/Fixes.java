package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.fix.proposal.Fix.Proof;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The proven repairs of all projects. */
@Repository
class Fixes {
  /** How earlier repairs of a rule ended. */
  record Past(long verified, long failed) {}

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  Fixes(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  void add(Fix fix) {
    database
        .sql(
            """
            insert into fixes (id, issue_key, project_id, status, description, rule, file, line,
              original_code, fixed_code, diff, content, base_sha, confidence, risk_level,
              requires_review, proof, created_at)
            values (:id, :issue, :project, :status, :description, :rule, :file, :line, :original,
              :fixed, :diff, :content, :base, :confidence, :risk, :review, cast(:proof as jsonb),
              :now)
            """)
        .param("id", fix.id())
        .param("issue", fix.issueKey())
        .param("project", fix.projectId())
        .param("status", fix.status().id())
        .param("description", fix.description())
        .param("rule", fix.rule())
        .param("file", fix.file())
        .param("line", fix.line())
        .param("original", fix.originalCode())
        .param("fixed", fix.fixedCode())
        .param("diff", fix.diff())
        .param("content", fix.content())
        .param("base", fix.baseSha())
        .param("confidence", fix.confidence())
        .param("risk", fix.riskLevel())
        .param("review", fix.requiresReview())
        .param("proof", json.writeValueAsString(fix.proof()))
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  Optional<Fix> find(String id) {
    return database
        .sql("select * from fixes where id = ?")
        .param(id)
        .query((row, _) -> fix(row))
        .optional();
  }

  Fix lock(String id) {
    return database
        .sql("select * from fixes where id = ? for update")
        .param(id)
        .query((row, _) -> fix(row))
        .optional()
        .orElseThrow(Problem::notFound);
  }

  List<Fix> ofIssue(String issueKey) {
    return database
        .sql("select * from fixes where issue_key = ? order by created_at desc, id desc limit 100")
        .param(issueKey)
        .query((row, _) -> fix(row))
        .list();
  }

  Page<Fix> list(Visible visible, Optional<FixStatus> status, Paging paging) {
    Conditions where =
        visible
            .limit(new Conditions(), "project_id")
            .and("status = :status", "status", status.map(FixStatus::id));
    long total =
        database
            .sql("select count(*) from fixes" + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<Fix> items =
        database
            .sql(
                "select * from fixes"
                    + where.where()
                    + " order by created_at desc, id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> fix(row))
            .list();
    return Page.of(items, total, paging);
  }

  Map<FixStatus, Long> counts(Visible visible) {
    Conditions where = visible.limit(new Conditions(), "project_id");
    Map<FixStatus, Long> counts = new HashMap<>();
    database
        .sql("select status, count(*) as n from fixes" + where.where() + " group by status")
        .params(where.params())
        .query(row -> {
          counts.put(FixStatus.byId(row.getString("status")).orElseThrow(), row.getLong("n"));
        });
    return counts;
  }

  long appliedToday(Visible visible) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Conditions where =
        visible
            .limit(new Conditions(), "project_id")
            .and("applied_at >= :today", "today", Rows.time(today));
    return database
        .sql("select count(*) from fixes" + where.where())
        .params(where.params())
        .query(Long.class)
        .single();
  }

  Past recordOf(String rule) {
    return database
        .sql(
            """
            select count(*) filter (where status = 'verified') as verified,
              count(*) filter (where status in ('failed', 'rolled_back')) as failed
            from fixes where rule = ?
            """)
        .param(rule)
        .query((row, _) -> new Past(row.getLong("verified"), row.getLong("failed")))
        .single();
  }

  boolean hasOpen(String issueKey) {
    return database
        .sql(
            """
            select exists (select 1 from fixes
              where issue_key = ? and status in ('pending', 'approved', 'applied'))
            """)
        .param(issueKey)
        .query(Boolean.class)
        .single();
  }

  /** Moves the repair on, with the time that belongs to the new state. */
  void move(String id, FixStatus to, Optional<String> actor, Optional<String> reason) {
    database
        .sql(
            """
            update fixes set status = :to,
              decided_by = case when :to in ('approved', 'rejected') then :actor else decided_by end,
              decided_at = case when :to in ('approved', 'rejected') then cast(:now as timestamptz)
                else decided_at end,
              reason = coalesce(:reason, reason),
              applied_at = case when :to = 'applied' then cast(:now as timestamptz)
                else applied_at end,
              verified_at = case when :to = 'verified' then cast(:now as timestamptz)
                else verified_at end
            where id = :id
            """)
        .param("to", to.id())
        .param("actor", actor.orElse(null), java.sql.Types.VARCHAR)
        .param("reason", reason.orElse(null), java.sql.Types.VARCHAR)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  private Fix fix(ResultSet row) throws SQLException {
    return new Fix(
        row.getString("id"),
        row.getString("issue_key"),
        row.getString("project_id"),
        FixStatus.byId(row.getString("status")).orElseThrow(),
        row.getString("description"),
        row.getString("rule"),
        row.getString("file"),
        row.getInt("line"),
        row.getString("original_code"),
        row.getString("fixed_code"),
        row.getString("diff"),
        row.getBytes("content"),
        row.getString("base_sha"),
        row.getDouble("confidence"),
        row.getString("risk_level"),
        row.getBoolean("requires_review"),
        json.readValue(row.getString("proof"), Proof.class),
        Rows.instant(row, "created_at"),
        Rows.text(row, "decided_by"),
        Rows.optionalInstant(row, "decided_at"),
        Rows.text(row, "reason"),
        Rows.optionalInstant(row, "applied_at"),
        Rows.optionalInstant(row, "verified_at"));
  }
}

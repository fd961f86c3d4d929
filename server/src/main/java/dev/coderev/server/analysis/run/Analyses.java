package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.AnalysisBook;
import dev.coderev.server.analysis.ServingVersion;
import dev.coderev.server.analysis.run.Analysis.Request;
import dev.coderev.server.analysis.run.Analysis.Result;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The analyses. */
@Repository
class Analyses implements AnalysisBook {
  private static final String ALL =
      "select a.*, coalesce(j.progress, 100) as job_progress, coalesce(j.status, a.status) as"
          + " job_status, j.started_at as job_started from analyses a left join jobs j on j.id ="
          + " a.job_id";

  /** Which analyses are asked for. */
  record Filter(
      Optional<String> projectId,
      Optional<String> language,
      Optional<String> status,
      Optional<Instant> from,
      Optional<Instant> to) {}

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;
  private final ServingVersion version;

  Analyses(JdbcClient database, JsonMapper json, Clock clock, ServingVersion version) {
    this.version = version;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  String add(
      String kind,
      Optional<String> projectId,
      String userId,
      String language,
      String scanType,
      String ref,
      Request request) {
    String id =
        Ids.next(
            switch (kind) {
              case "code" -> "code_analysis_";
              case "scan" -> "scan-";
              default -> "analysis_";
            });
    database
        .sql(
            """
            insert into analyses (id, kind, project_id, user_id, status, language, scan_type, ref,
              request, version_id, created_at)
            values (:id, :kind, :project, :user, 'queued', :language, :scan, :ref,
              cast(:request as jsonb), :version, :now)
            """)
        .param("id", id)
        .param("kind", kind)
        .param("project", projectId.orElse(null))
        .param("user", userId)
        .param("language", language)
        .param("scan", scanType)
        .param("ref", ref)
        .param("request", json.writeValueAsString(request))
        .param("version", version.id())
        .param("now", Rows.time(clock.instant()))
        .update();
    return id;
  }

  /** Removes the snippets of a user. */
  void removeSnippetsOf(String userId) {
    database
        .sql("delete from analyses where user_id = ? and project_id is null")
        .param(userId)
        .update();
  }

  void setJob(String id, String jobId) {
    database.sql("update analyses set job_id = ? where id = ?").param(jobId).param(id).update();
  }

  /** Stores the results of an analysis. */
  void complete(
      String id,
      String status,
      Optional<String> snapshotId,
      Result result,
      double score,
      String sarif) {
    long found = result.issues().stream().filter(issue -> !issue.suppressed()).count();
    database
        .sql(
            """
            update analyses set status = :status, snapshot_id = :snapshot, issues_found = :found,
              score = :score, conclusion = :conclusion, result = cast(:result as jsonb),
              sarif = :sarif, completed_at = :now, started_at = :started
            where id = :id
            """)
        .param("status", status)
        .param("snapshot", snapshotId.orElse(null))
        .param("found", found)
        .param("score", score)
        .param("conclusion", result.coverage().conclusion())
        .param("result", json.writeValueAsString(result))
        .param("sarif", sarif)
        .param("now", Rows.time(clock.instant()))
        .param("started", Rows.time(clock.instant().minusMillis(result.durationMs())))
        .param("id", id)
        .update();
  }

  void end(String id, String status, String error) {
    database
        .sql("update analyses set status = ?, error = ?, completed_at = ? where id = ?")
        .param(status)
        .param(error)
        .param(Rows.time(clock.instant()))
        .param(id)
        .update();
  }

  Optional<Analysis> find(String id) {
    return database
        .sql(ALL + " where a.id = ?")
        .param(id)
        .query((row, _) -> analysis(row))
        .optional();
  }

  Optional<Analysis> ofJob(String jobId) {
    return database
        .sql(ALL + " where a.job_id = ?")
        .param(jobId)
        .query((row, _) -> analysis(row))
        .optional();
  }

  Optional<String> sarif(String id) {
    return database
        .sql("select sarif from analyses where id = ? and sarif is not null")
        .param(id)
        .query((row, _) -> row.getString("sarif"))
        .optional();
  }

  /** The source that the last completed analysis of this branch looked at. */
  Optional<String> lastSnapshot(String projectId, String ref) {
    return database
        .sql(
            """
            select snapshot_id from analyses
            where project_id = ? and ref = ? and status in ('completed', 'partial')
              and snapshot_id is not null and coalesce(request->>'floor', 'info') = 'info'
            order by created_at desc, id desc limit 1
            """)
        .param(projectId)
        .param(ref)
        .query((row, _) -> row.getString("snapshot_id"))
        .optional();
  }

  /** How long scans of this type took on average, in minutes; empty if none ended well. */
  Optional<Double> meanMinutes(String projectId, String scanType) {
    return database
        .sql(
            """
            select avg(extract(epoch from completed_at - started_at)) / 60 as minutes from analyses
            where project_id = ? and scan_type = ? and status = 'completed'
            """)
        .param(projectId)
        .param(scanType)
        .query((row, _) -> Rows.optionalDouble(row, "minutes"))
        .single();
  }

  Page<Analysis> ofProject(String projectId, Optional<String> status, Paging paging) {
    return page(
        new Conditions()
            .and("a.project_id = :project", "project", projectId)
            .and("coalesce(j.status, a.status) = :status", "status", status),
        paging);
  }

  /** Those that the caller may see: own snippets, and what visible projects have. */
  Page<Analysis> history(Caller caller, Visible visible, Filter filter, Paging paging) {
    Conditions where =
        visible
            .limit(new Conditions(), "a.project_id", "a.user_id", caller)
            .and("a.project_id = :project", "project", filter.projectId())
            .and("a.language = :language", "language", filter.language())
            .and("coalesce(j.status, a.status) = :status", "status", filter.status())
            .and("a.created_at >= :from", "from", filter.from().map(Rows::time))
            .and("a.created_at < :to", "to", filter.to().map(Rows::time));
    return page(where, paging);
  }

  @Override
  public long count(Caller caller, Visible visible) {
    return history(
            caller,
            visible,
            new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Paging(1, 1))
        .total();
  }

  @Override
  public Optional<Instant> lastFull(Visible visible, Optional<String> projectId) {
    Conditions where =
        new Conditions()
            .and("scan_type = 'full'")
            .and("kind <> 'code'")
            .and("status in ('completed', 'partial')")
            .and("project_id = :project", "project", projectId);
    visible.limit(where, "project_id");
    return database
        .sql("select max(completed_at) as at from analyses" + where.where())
        .params(where.params())
        .query((row, _) -> Rows.optionalInstant(row, "at"))
        .single();
  }

  private Page<Analysis> page(Conditions where, Paging paging) {
    long total =
        database
            .sql(
                "select count(*) from analyses a left join jobs j on j.id = a.job_id"
                    + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<Analysis> items =
        database
            .sql(
                ALL
                    + where.where()
                    + " order by a.created_at desc, a.id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> analysis(row))
            .list();
    return Page.of(items, total, paging);
  }

  private Analysis analysis(ResultSet row) throws SQLException {
    return new Analysis(
        row.getString("id"),
        row.getString("kind"),
        Rows.text(row, "project_id"),
        Rows.text(row, "user_id"),
        Rows.text(row, "job_id"),
        row.getString("job_status"),
        row.getInt("job_progress"),
        row.getString("language"),
        row.getString("scan_type"),
        row.getString("ref"),
        Rows.text(row, "snapshot_id"),
        json.readValue(row.getString("request"), Request.class),
        row.getInt("issues_found"),
        Rows.optionalDouble(row, "score"),
        Rows.text(row, "conclusion"),
        Rows.text(row, "result").map(result -> json.readValue(result, Result.class)),
        Rows.text(row, "error"),
        row.getString("version_id"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "job_started").or(() -> started(row)),
        Rows.optionalInstant(row, "completed_at"));
  }

  private static Optional<Instant> started(ResultSet row) {
    try {
      return Rows.optionalInstant(row, "started_at");
    } catch (SQLException e) {
      throw new IllegalStateException("the column is there", e);
    }
  }
}

package dev.coderev.server.evolution.version;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions with what they are made of, and the parts that were handed in. */
@Repository
public class VersionRegister {
  private static final String SELECT =
      """
      select v.*, (select array_agg(a.alias order by a.alias) from version_aliases a
        where a.version_id = v.id) as aliases from versions v
      """;

  /** A version that is to be known. */
  public record Entry(
      String id,
      String name,
      Map<String, String> manifest,
      Optional<String> parent,
      String goal,
      String userId) {
    public Entry {
      manifest = Map.copyOf(manifest);
    }
  }

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  VersionRegister(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Adds a version as an experiment; false if it is known. */
  public boolean add(Entry entry) {
    return database
            .sql(
                """
                insert into versions (id, name, parent, manifest, goal, created_by, state,
                  state_since, created_at)
                values (:id, :name, :parent, cast(:manifest as jsonb), :goal, :user, 'experiment',
                  :now, :now)
                on conflict do nothing
                """)
            .param("id", entry.id())
            .param("name", entry.name())
            .param("parent", entry.parent().orElse(null))
            .param("manifest", json.writeValueAsString(entry.manifest()))
            .param("goal", entry.goal())
            .param("user", entry.userId())
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  public Optional<VersionRecord> find(String id) {
    return database
        .sql(SELECT + " where v.id = ?")
        .param(id)
        .query((row, _) -> version(row))
        .optional();
  }

  /** The versions in one of these states, the newest first. */
  public Page<VersionRecord> list(List<String> states, Paging paging) {
    Conditions where = new Conditions().and("v.state in (:states)", "states", states);
    long total =
        database
            .sql("select count(*) from versions v" + where.where())
            .params(where.params())
            .query(Long.class)
            .single();
    List<VersionRecord> items =
        database
            .sql(
                SELECT
                    + where.where()
                    + " order by v.created_at desc, v.id desc limit :limit offset :offset")
            .params(where.params())
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> version(row))
            .list();
    return Page.of(items, total, paging);
  }

  /** All versions in this state. */
  public List<VersionRecord> in(VersionState state) {
    return database
        .sql(SELECT + " where v.state = ? order by v.state_since, v.id")
        .param(state.id())
        .query((row, _) -> version(row))
        .list();
  }

  private VersionRecord version(ResultSet row) throws SQLException {
    Map<String, String> manifest = new LinkedHashMap<>();
    json.readTree(row.getString("manifest"))
        .properties()
        .forEach(part -> manifest.put(part.getKey(), part.getValue().asString("")));
    return new VersionRecord(
        row.getString("id"),
        row.getString("name"),
        Rows.text(row, "parent"),
        manifest,
        row.getString("goal"),
        VersionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Rows.instant(row, "state_since"),
        Rows.instant(row, "created_at"),
        Rows.text(row, "created_by"),
        Rows.optionalInstant(row, "promoted_at"),
        Rows.text(row, "quarantine_reason"),
        Rows.optionalInstant(row, "recovery_time"),
        row.getBoolean("recovered_from_quarantine"),
        row.getInt("consecutive_failures"),
        Rows.texts(row, "aliases"));
  }

  /** Keeps a part under its digest; false if it is there. */
  public boolean keep(String digest, String kind, String content) {
    return database
            .sql(
                """
                insert into version_parts (digest, kind, content, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .param(digest)
            .param(kind)
            .param(content)
            .param(Rows.time(clock.instant()))
            .update()
        == 1;
  }

  /** The content of a part. */
  public Optional<String> part(String kind, String digest) {
    return database
        .sql("select content from version_parts where digest = ? and kind = ?")
        .param(digest)
        .param(kind)
        .query(String.class)
        .optional();
  }
}

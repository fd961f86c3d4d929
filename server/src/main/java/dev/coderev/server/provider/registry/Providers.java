package dev.coderev.server.provider.registry;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The providers; a key goes in sealed and comes out only for a call. */
@Repository
class Providers {
  private static final String PURPOSE = "provider key";

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final Clock clock;

  Providers(JdbcClient database, MasterKey masterKey, Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  Page<Provider> list(Paging paging) {
    long total = database.sql("select count(*) from providers").query(Long.class).single();
    List<Provider> items =
        database
            .sql("select * from providers order by priority, id limit :limit offset :offset")
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> provider(row))
            .list();
    return Page.of(items, total, paging);
  }

  List<Provider> all() {
    return database
        .sql("select * from providers order by priority, id")
        .query((row, _) -> provider(row))
        .list();
  }

  Optional<Provider> find(String id) {
    return database
        .sql("select * from providers where id = ?")
        .param(id)
        .query((row, _) -> provider(row))
        .optional();
  }

  void update(Provider changed) {
    database
        .sql(
            """
            update providers set enabled = :enabled, priority = :priority, rate_limit = :rate,
              base_url = :url, default_model = :model, updated_at = :now
            where id = :id
            """)
        .param("enabled", changed.enabled())
        .param("priority", changed.priority())
        .param("rate", changed.rateLimit())
        .param("url", changed.baseUrl().orElse(null))
        .param("model", changed.defaultModel().orElse(null))
        .param("now", Rows.time(clock.instant()))
        .param("id", changed.id())
        .update();
  }

  void setKey(String id, Optional<String> key) {
    database
        .sql("update providers set sealed_key = ? where id = ?")
        .param(
            key.map(secret -> masterKey.seal(PURPOSE, secret.getBytes(StandardCharsets.UTF_8)))
                .orElse(null))
        .param(id)
        .update();
  }

  void setModels(String id, List<String> models) {
    database
        .sql("update providers set models = :models where id = :id")
        .param("models", models.toArray(String[]::new))
        .param("id", id)
        .update();
  }

  /** The key in clear, for the one call that needs it. */
  Optional<String> key(String id) {
    return database
        .sql("select sealed_key from providers where id = ? and sealed_key is not null")
        .param(id)
        .query((row, _) -> row.getBytes("sealed_key"))
        .optional()
        .map(sealed -> new String(masterKey.open(PURPOSE, sealed), StandardCharsets.UTF_8));
  }

  private static Provider provider(ResultSet row) throws SQLException {
    return new Provider(
        row.getString("id"),
        row.getString("name"),
        row.getString("type"),
        row.getBoolean("enabled"),
        row.getInt("priority"),
        row.getInt("rate_limit"),
        Rows.text(row, "base_url"),
        Rows.text(row, "default_model"),
        Rows.texts(row, "models"),
        row.getBytes("sealed_key") != null);
  }
}

package dev.coderev.server.evolution.control;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The limits that an administrator set. */
@Repository
class StoredCriteria {
  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  StoredCriteria(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  Criteria get() {
    return database
        .sql("select settings::text from evolution_settings")
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, Criteria.class))
        .orElse(Criteria.DEFAULT);
  }

  void set(Criteria criteria) {
    database
        .sql(
            """
            insert into evolution_settings (settings, updated_at) values (cast(? as jsonb), ?)
            on conflict (id) do update
              set settings = excluded.settings, updated_at = excluded.updated_at
            """)
        .param(json.writeValueAsString(criteria))
        .param(Rows.time(clock.instant()))
        .update();
  }
}

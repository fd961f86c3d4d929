package dev.coderev.server.evolution.gold;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The sets of cases, each named by its content. */
@Repository
class GoldSets {
  private static final int DIGITS = 32;

  /**
   * What is told of a set of cases.
   *
   * @param counts of its cases, by what they are about
   */
  record View(String id, String name, Map<String, Long> counts, Instant createdAt) {
    View {
      counts = Map.copyOf(counts);
    }
  }

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  GoldSets(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  static String idOf(String cases) {
    return "gold_" + Secrets.sha256(cases).substring(0, DIGITS);
  }

  /** Keeps cases; the set that has them already is given back with {@code false}. */
  Map.Entry<View, Boolean> add(String name, List<GoldCase> cases) {
    String text = json.writeValueAsString(cases);
    String id = idOf(text);
    Map<String, Long> counts =
        cases.stream()
            .collect(Collectors.groupingBy(GoldCase::set, TreeMap::new, Collectors.counting()));
    boolean isNew =
        database
                .sql(
                    """
                    insert into gold_sets (id, name, cases, counts, created_at)
                    values (?, ?, cast(? as jsonb), cast(? as jsonb), ?) on conflict do nothing
                    """)
                .param(id)
                .param(name)
                .param(text)
                .param(json.writeValueAsString(counts))
                .param(Rows.time(clock.instant()))
                .update()
            == 1;
    return Map.entry(find(id).orElseThrow(), isNew);
  }

  private Optional<View> find(String id) {
    return database
        .sql("select id, name, counts, created_at from gold_sets where id = ?")
        .param(id)
        .query((row, _) -> view(row))
        .optional();
  }

  /** The set that versions are measured with: the newest. */
  Optional<View> current() {
    return database
        .sql(
            """
            select id, name, counts, created_at from gold_sets
            order by created_at desc, id desc limit 1
            """)
        .query((row, _) -> view(row))
        .optional();
  }

  List<GoldCase> cases(String id) {
    return Arrays.asList(
        json.readValue(
            database
                .sql("select cases::text from gold_sets where id = ?")
                .param(id)
                .query(String.class)
                .single(),
            GoldCase[].class));
  }

  Page<View> list(Paging paging) {
    long total = database.sql("select count(*) from gold_sets").query(Long.class).single();
    List<View> items =
        database
            .sql(
                """
                select id, name, counts, created_at from gold_sets
                order by created_at desc, id desc limit :limit offset :offset
                """)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> view(row))
            .list();
    return Page.of(items, total, paging);
  }

  private View view(ResultSet row) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    json.readTree(row.getString("counts"))
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
    return new View(
        row.getString("id"), row.getString("name"), counts, Rows.instant(row, "created_at"));
  }
}

package dev.coderev.server.evolution.trial;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The comparisons of versions. */
@Repository
class Experiments {
  private final JdbcClient database;
  private final Clock clock;

  Experiments(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds one.
   *
   * @param wanted its identifier is not looked at
   */
  String add(Experiment wanted) {
    String id = Ids.next("exp_");
    database
        .sql(
            """
            insert into experiments (id, name, status, variant_a, variant_b, traffic_split,
              end_date, created_at)
            values (?, ?, 'draft', ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(wanted.name())
        .param(wanted.variantA())
        .param(wanted.variantB())
        .param(wanted.trafficSplit())
        .param(wanted.endDate().map(Rows::time).orElse(null))
        .param(Rows.time(clock.instant()))
        .update();
    return id;
  }

  void update(Experiment changed) {
    database
        .sql(
            """
            update experiments set name = :name, status = :status, traffic_split = :split,
              start_date = :start, end_date = :end
            where id = :id
            """)
        .param("name", changed.name())
        .param("status", changed.status().id())
        .param("split", changed.trafficSplit())
        .param("start", changed.startDate().map(Rows::time).orElse(null))
        .param("end", changed.endDate().map(Rows::time).orElse(null))
        .param("id", changed.id())
        .update();
  }

  Optional<Experiment> find(String id) {
    return database
        .sql("select * from experiments where id = ?")
        .param(id)
        .query((row, _) -> experiment(row))
        .optional();
  }

  /** The experiment, kept as it is until the transaction ends. */
  Optional<Experiment> lock(String id) {
    return database
        .sql("select * from experiments where id = ? for update")
        .param(id)
        .query((row, _) -> experiment(row))
        .optional();
  }

  Page<Experiment> list(Paging paging) {
    long total = database.sql("select count(*) from experiments").query(Long.class).single();
    List<Experiment> items =
        database
            .sql(
                """
                select * from experiments
                order by created_at desc, id desc limit :limit offset :offset
                """)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> experiment(row))
            .list();
    return Page.of(items, total, paging);
  }

  void remove(String id) {
    database.sql("delete from experiments where id = ?").param(id).update();
  }

  private static Experiment experiment(ResultSet row) throws SQLException {
    return new Experiment(
        row.getString("id"),
        row.getString("name"),
        ExperimentStatus.byId(row.getString("status")).orElseThrow(),
        row.getString("variant_a"),
        row.getString("variant_b"),
        row.getInt("traffic_split"),
        Rows.optionalInstant(row, "start_date"),
        Rows.optionalInstant(row, "end_date"));
  }
}

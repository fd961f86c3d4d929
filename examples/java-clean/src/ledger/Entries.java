package ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The bookings in the database. */
public final class Entries {
  private static final Map<String, String> ORDER =
      Map.of(
          "day", "select * from entry where account = ? order by day",
          "amount", "select * from entry where account = ? order by amount");
  private final DataSource pool;

  public Entries(DataSource pool) {
    this.pool = pool;
  }

  public List<Entry> of(String account, String order) throws SQLException {
    String sql = Optional.ofNullable(ORDER.get(order)).orElseThrow();
    try (Connection connection = pool.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, account);
      try (ResultSet rows = query.executeQuery()) {
        List<Entry> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Entry(
                  rows.getString("account"),
                  rows.getBigDecimal("amount"),
                  rows.getDate("day").toLocalDate()));
        }
        return found;
      }
    }
  }

  public void add(List<Entry> entries) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into entry (account, amount) values (?, ?)")) {
      for (Entry entry : entries) {
        insert.setString(1, entry.account());
        insert.setBigDecimal(2, entry.amount());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

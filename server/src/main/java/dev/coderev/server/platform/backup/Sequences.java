package dev.coderev.server.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The counters behind identity columns, which know nothing of rows that were copied in. */
final class Sequences {
  private Sequences() {}

  /** Sets each counter behind the greatest value of its column. */
  static void catchUp(Connection connection) throws SQLException {
    List<String> updates = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and is_identity = 'YES'
                """)) {
      while (row.next()) {
        String table = Tables.quoted(row.getString(1));
        updates.add(
            String.format(
                "select setval(pg_get_serial_sequence('%s', '%s'), max(%s)) from %s",
                table, row.getString(2), Tables.quoted(row.getString(2)), table));
      }
      for (String update : updates) {
        statement.executeQuery(update).close();
      }
    }
  }
}

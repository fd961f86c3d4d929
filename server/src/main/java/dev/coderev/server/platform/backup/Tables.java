package dev.coderev.server.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database, each after those that it refers to. */
final class Tables {
  private static final String HISTORY = "flyway_schema_history";

  private Tables() {}

  static List<String> inOrder(Connection connection) throws SQLException {
    Set<String> all =
        new LinkedHashSet<>(
            names(
                connection,
                """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                """));
    all.remove(HISTORY);
    Map<String, Set<String>> uses = new TreeMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                select c.relname as user_table, r.relname as used_table
                from pg_constraint k join pg_class c on c.oid = k.conrelid
                  join pg_class r on r.oid = k.confrelid
                where k.contype = 'f' and c.oid <> r.oid
                """);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        uses.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getString(2));
      }
    }
    List<String> ordered = new ArrayList<>();
    while (!all.isEmpty()) {
      List<String> ready =
          all.stream()
              .filter(table -> ordered.containsAll(uses.getOrDefault(table, Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new SQLException("tables refer to each other in a loop: " + all);
      }
      ordered.addAll(ready);
      ready.forEach(all::remove);
    }
    return ordered;
  }

  static List<String> columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
            order by ordinal_position
            """)) {
      query.setString(1, table);
      return names(query);
    }
  }

  /**
   * The highest version of the tables, in whatever order they came to be; empty text where there
   * are none.
   */
  static String schema(Connection connection) throws SQLException {
    if (names(
            connection,
            "select 1 from information_schema.tables where table_schema = 'public' and table_name = '"
                + HISTORY
                + "'")
        .isEmpty()) {
      return "";
    }
    return String.join(
        "",
        names(
            connection,
            "select version from "
                + HISTORY
                + " where success and version is not null order by cast(version as int) desc limit 1"));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String list(List<String> columns) {
    return String.join(", ", columns.stream().map(Tables::quoted).toList());
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      return names(query);
    }
  }

  private static List<String> names(PreparedStatement query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }
}

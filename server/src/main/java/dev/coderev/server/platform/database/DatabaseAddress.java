package dev.coderev.server.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Where a PostgreSQL database is, and who signs in there. */
public record DatabaseAddress(String url, String user, Optional<String> password) {
  /** A connection of one's own, beside the pool of a server. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password.orElse(""));
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + user + "]";
  }
}

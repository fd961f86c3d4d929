package dev.coderev.server.platform.database;

import java.util.Optional;

/** Where a PostgreSQL database is, and who signs in there. */
public record DatabaseAddress(String url, String user, Optional<String> password) {
  @Override
  public String toString() {
    return "DatabaseAddress[" + user + "]";
  }
}

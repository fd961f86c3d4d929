package dev.coderev.server.platform.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Asks the database a question that it must answer within a second. */
@Component
final class DatabaseProbe implements Probe {
  private final DataSource database;

  DatabaseProbe(DataSource database) {
    this.database = database;
  }

  @Override
  public String component() {
    return "database";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public Observation look() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1)
          ? Observation.HEALTHY
          : new Observation(State.CRITICAL, "no answer within a second");
    } catch (SQLException _) {
      return new Observation(State.CRITICAL, "no connection");
    }
  }
}

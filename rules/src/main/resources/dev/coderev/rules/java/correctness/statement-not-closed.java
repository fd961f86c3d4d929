import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

class Ledger {
  private DataSource pool;

  void clean() throws SQLException {
    // ruleid: java.correctness.statement-not-closed
    Connection connection = pool.getConnection();
    // ruleid: java.correctness.statement-not-closed
    Statement statement = connection.createStatement();
    statement.executeUpdate("delete from entry");
  }

  void closed() throws SQLException {
    // ok: java.correctness.statement-not-closed
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from entry");
    }
  }

  Connection given() throws SQLException {
    // ok: java.correctness.statement-not-closed
    Connection connection = pool.getConnection();
    return connection;
  }

  void late(Connection connection) throws SQLException {
    // ok: java.correctness.statement-not-closed
    PreparedStatement statement = connection.prepareStatement("delete from entry");
    try {
      statement.executeUpdate();
    } finally {
      statement.close();
    }
  }
}

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Database {
  Connection open(String address) throws SQLException {
    // ruleid: java.security.empty-database-password
    return DriverManager.getConnection(address, "app", "");
  }

  Connection inAddress() throws SQLException {
    // ruleid: java.security.empty-database-password
    return DriverManager.getConnection("jdbc:mysql://db.internal/shop?user=app&password=");
  }

  Connection guarded(String address, String password) throws SQLException {
    // ok: java.security.empty-database-password
    return DriverManager.getConnection(address, "app", password);
  }

  Connection inMemory() throws SQLException {
    // ok: java.security.empty-database-password
    return DriverManager.getConnection("jdbc:h2:mem:test;user=sa;password=");
  }
}

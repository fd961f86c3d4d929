import java.io.IOException;
import java.io.InputStream;
import java.net.PasswordAuthentication;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Connections {
  private static final String FIXED = "winter-Rain-52";

  Connection literal() throws SQLException {
    // ruleid: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:postgresql://db/orders", "app", "winter-Rain-52");
  }

  Connection constant() throws SQLException {
    // ruleid: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:postgresql://db/orders", "app", FIXED);
  }

  void store(KeyStore store, InputStream in) throws GeneralSecurityException, IOException {
    // ruleid: java.security.hard-coded-password
    store.load(in, "winter-Rain-52".toCharArray());
  }

  PasswordAuthentication proxy() {
    // ruleid: java.security.hard-coded-password
    return new PasswordAuthentication("app", "winter-Rain-52".toCharArray());
  }

  Connection environment() throws SQLException {
    // ok: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:postgresql://db/orders", "app", System.getenv("DB_PASSWORD"));
  }

  Connection none() throws SQLException {
    // ok: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
  }

  Connection given(String password) throws SQLException {
    // ok: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:postgresql://db/orders", "app", password);
  }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class Ledger {
  void ask(Statement statement) throws IOException, SQLException {
    BufferedReader terminal = new BufferedReader(new InputStreamReader(System.in));
    String owner = terminal.readLine();
    // ruleid: java.security.sql-injection-outside-input
    statement.executeQuery("select * from account where owner = '" + owner + "'");
    int year = Integer.parseInt(terminal.readLine());
    // ok: java.security.sql-injection-outside-input
    statement.executeQuery("select * from account where year = " + year);
  }

  void again(Connection connection, ResultSet row) throws SQLException {
    String owner = row.getString("owner");
    // ruleid: java.security.sql-injection-outside-input
    connection.prepareStatement("update account set checked = 1 where owner = '" + owner + "'").execute();
    PreparedStatement safe = connection.prepareStatement("update account set checked = 1 where owner = ?");
    safe.setString(1, owner);
    // ok: java.security.sql-injection-outside-input
    safe.execute();
  }
}

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.JdbcTemplate;

class Invoices {
  private static final String TABLE = "invoice";
  private JdbcTemplate jdbc;

  ResultSet byNumber(Statement statement, String number) throws SQLException {
    // ruleid: java.security.sql-concatenation
    return statement.executeQuery("select * from invoice where number = '" + number + "'");
  }

  void drop(Connection connection, String table) throws SQLException {
    // ruleid: java.security.sql-concatenation
    connection.prepareStatement("drop table " + table).execute();
  }

  void archive(String year) {
    // ruleid: java.security.sql-concatenation
    jdbc.update("delete from invoice where year = " + year + " and open = false and city = '" + year + "'");
  }

  ResultSet all(Statement statement) throws SQLException {
    // ok: java.security.sql-concatenation
    return statement.executeQuery("select * from " + TABLE);
  }

  ResultSet page(Statement statement, int offset) throws SQLException {
    // ok: java.security.sql-concatenation
    return statement.executeQuery("select * from invoice offset " + offset);
  }

  void close(Connection connection, String number) throws SQLException {
    // ok: java.security.sql-concatenation
    var update = connection.prepareStatement("update invoice set open = false where number = ?");
    update.setString(1, number);
    update.executeUpdate();
  }

  ResultSet byTown(Statement statement, String town) throws SQLException {
    String query = "select * from invoice where town = '" + town + "'";
    // ruleid: java.security.sql-concatenation
    return statement.executeQuery(query);
  }

  ResultSet any(Statement statement, String query) throws SQLException {
    // ok: java.security.sql-concatenation
    return statement.executeQuery(query);
  }
}

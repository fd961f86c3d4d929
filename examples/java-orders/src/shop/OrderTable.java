package shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The orders in the database. */
public class OrderTable {
  private static final String BY_NUMBER = "select * from orders where number = ?";
  private final DataSource pool;

  public OrderTable(DataSource pool) {
    this.pool = pool;
  }

  List<Order> ofCustomer(String customer, String sort) throws SQLException {
    String sql = "select * from orders where customer = '" + customer + "' order by " + sort;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return read(rows);
    }
  }

  void cancel(Statement statement, String number) throws SQLException {
    statement.executeUpdate("delete from orders where number = " + number);
  }

  List<Order> byNumbers(List<Long> numbers) throws SQLException {
    List<Order> found = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement query = connection.prepareStatement(BY_NUMBER)) {
      for (Long number : numbers) {
        query.setLong(1, number);
        try (ResultSet rows = query.executeQuery()) {
          found.addAll(read(rows));
        }
      }
    }
    return found;
  }

  private List<Order> read(ResultSet rows) throws SQLException {
    List<Order> orders = new ArrayList<>();
    while (rows.next()) {
      orders.add(
          new Order(
              rows.getLong("number"),
              rows.getString("customer"),
              rows.getBigDecimal("total"),
              rows.getDate("placed").toLocalDate()));
    }
    return orders;
  }
}

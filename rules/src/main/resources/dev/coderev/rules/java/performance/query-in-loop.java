import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

class Orders {
  private EntityManager entities;
  private CustomerRepository customerRepository;

  void load(PreparedStatement query, List<Long> ids) throws SQLException {
    for (Long id : ids) {
      query.setLong(1, id);
      // ruleid: java.performance.query-in-loop
      ResultSet row = query.executeQuery();
      row.close();
    }
  }

  void entities(List<Long> ids) {
    for (int i = 0; i < ids.size(); i++) {
      // ruleid: java.performance.query-in-loop
      entities.find(Orders.class, ids.get(i));
      // ruleid: java.performance.query-in-loop
      customerRepository.findById(ids.get(i));
    }
  }

  void batch(PreparedStatement insert, List<Long> ids) throws SQLException {
    for (Long id : ids) {
      insert.setLong(1, id);
      // ok: java.performance.query-in-loop
      insert.addBatch();
    }
    // ok: java.performance.query-in-loop
    insert.executeBatch();
  }

  void once(List<Long> ids) {
    // ok: java.performance.query-in-loop
    customerRepository.findAllById(ids);
    // ok: java.performance.query-in-loop
    for (String row : customerRepository.findAllById(ids)) {
      row.trim();
    }
  }
}

interface CustomerRepository {
  Optional<String> findById(Long id);

  List<String> findAllById(List<Long> ids);
}

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload.FileItem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

class OrderSearchServlet extends HttpServlet {
  private static final String BY_OWNER = "select id from orders where owner = ?";
  private static final Set<String> SORTABLE = Set.of("id", "owner");
  private final Connection connection;

  OrderSearchServlet(Connection connection) {
    this.connection = connection;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String owner = request.getParameter("owner");
    String sort = request.getParameter("sort");
    try (Statement statement = connection.createStatement()) {
      String sql = "select id from orders where owner = '" + owner + "'";
      // ruleid: java.security.sql-injection
      ResultSet open = statement.executeQuery(sql);
      StringBuilder text = new StringBuilder("delete from orders where owner = '");
      text.append(owner).append("'");
      // ruleid: java.security.sql-injection
      statement.executeUpdate(text.toString());
      // ruleid: java.security.sql-injection
      PreparedStatement late = connection.prepareStatement("select 1 from orders order by " + sort);
      // ok: java.security.sql-injection
      PreparedStatement bound = connection.prepareStatement(BY_OWNER);
      bound.setString(1, owner);
      int page = Integer.parseInt(request.getParameter("page"));
      // ok: java.security.sql-injection
      statement.executeQuery("select id from orders offset " + page);
      if (!SORTABLE.contains(sort)) {
        return;
      }
      // ok: java.security.sql-injection
      statement.executeQuery("select id from orders order by " + sort);
      // ok: java.security.sql-injection
      statement.executeQuery("select id from orders where state = '" + "OPEN" + "'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

class CustomerController {
  private final JdbcTemplate jdbc;
  private final EntityManager entities;

  CustomerController(JdbcTemplate jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
  }

  @GetMapping("/customers/{name}")
  public List<String> byName(@PathVariable("name") String name, @RequestParam String city) {
    // ruleid: java.security.sql-injection
    jdbc.queryForList("select id from customer where name = '" + name + "'", String.class);
    // ruleid: java.security.sql-injection
    entities.createQuery(String.format("from Customer c where c.city = '%s'", city));
    // ok: java.security.sql-injection
    entities.createQuery("from Customer c where c.city = :city").setParameter("city", city);
    // ok: java.security.sql-injection
    return jdbc.queryForList("select id from customer where name = ?", String.class, name);
  }

  @GetMapping("/customers")
  public List<String> all(@RequestParam int limit) {
    // ok: java.security.sql-injection
    return jdbc.queryForList("select id from customer limit " + limit, String.class);
  }

  @GetMapping("/cities")
  public List<String> cities(@RequestParam("like") String like) {
    return select(like);
  }

  private List<String> select(String text) {
    // ruleid: java.security.sql-injection
    return jdbc.queryForList("select city from customer where city like '" + text + "%'", String.class);
  }
}

class Handler {
  private final JdbcTemplate jdbc = new JdbcTemplate();

  Object handleRequest(Map<String, String> event, Context context) {
    // ruleid: java.security.sql-injection
    return jdbc.queryForList("select id from customer where name = '" + event.get("name") + "'");
  }
}

class Report {
  ResultSet yearly(Statement statement, int year) throws java.sql.SQLException {
    // ok: java.security.sql-injection
    return statement.executeQuery("select * from sales where year = " + year);
  }
}

class Resource {
  private final JdbcTemplate jdbc = new JdbcTemplate();

  List<String> names(UriInfo uri, HttpHeaders headers) {
    String city = uri.getQueryParameters().getFirst("city");
    // ruleid: java.security.sql-injection
    jdbc.queryForList("select name from customer where city = '" + city + "'", String.class);
    // ok: java.security.sql-injection
    jdbc.queryForList("select name from customer where city = ?", String.class, city);
    // ruleid: java.security.sql-injection
    return jdbc.queryForList("select name from " + headers.getHeaderString("X-Table"), String.class);
  }

  void upload(FileItem part) {
    // ruleid: java.security.sql-injection
    jdbc.execute("insert into upload values ('" + part.getName() + "')");
    // ok: java.security.sql-injection
    jdbc.update("insert into upload values (?, ?)", part.getName(), part.getSize());
  }
}

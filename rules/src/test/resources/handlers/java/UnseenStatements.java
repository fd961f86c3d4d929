package shop.web;

import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.logging.Logger;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.*;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.xpath.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.view.RedirectView;
import javax.persistence.EntityManager;
import org.xml.sax.InputSource;


abstract class Base extends HttpServlet {
  protected DataSource source;
  protected Connection open() throws SQLException { return source.getConnection(); }
  protected abstract String column(HttpServletRequest request);
  protected void list(HttpServletRequest request) throws Exception {
    try (Statement s = open().createStatement()) {
      // ruleid: java.security.sql-injection
      s.executeQuery("SELECT * FROM item ORDER BY " + column(request));
    }
  }
}

class OpenColumns extends Base {
  @Override protected String column(HttpServletRequest request) { return request.getParameter("sort"); }
}

abstract class FixedBase extends HttpServlet {
  protected abstract String column(HttpServletRequest request);
  protected void list(HttpServletRequest request, Connection c) throws Exception {
    try (Statement s = c.createStatement()) {
      // ok: java.security.sql-injection
      s.executeQuery("SELECT * FROM item ORDER BY " + column(request));
    }
  }
}

class FixedColumns extends FixedBase {
  @Override protected String column(HttpServletRequest request) {
    return "name".equals(request.getParameter("sort")) ? "name" : "price";
  }
}

class Juliet01 extends HttpServlet {
  private static final boolean STATIC_TRUE = true;
  private static final int FIVE = 5;
  private final boolean privateFalse = false;
  private static String shared;
  private String field;

  void deadElse(HttpServletRequest request, Connection c) throws Exception {
    String data;
    if (FIVE == 5) { data = request.getParameter("name"); } else { data = null; }
    Statement s = c.createStatement();
    // ruleid: java.security.sql-injection
    s.execute("insert into users (status) values ('updated') where name='" + data + "'");
  }
  void deadThen(HttpServletRequest request, Connection c) throws Exception {
    String data;
    if (FIVE != 5) { data = request.getParameter("name"); } else { data = "foo"; }
    Statement s = c.createStatement();
    // ok: java.security.sql-injection
    s.execute("insert into users (status) values ('updated') where name='" + data + "'");
  }
  void staticTrue(HttpServletRequest request, Connection c) throws Exception {
    String data = "";
    if (STATIC_TRUE) data = request.getHeader("X-Name");
    // ruleid: java.security.sql-injection
    c.createStatement().executeUpdate("delete from users where name='" + data + "'");
  }
  void privateFlag(HttpServletRequest request, Connection c) throws Exception {
    String data = "x";
    if (privateFalse) data = request.getHeader("X-Name");
    // ok: java.security.sql-injection
    c.createStatement().executeUpdate("delete from users where name='" + data + "'");
  }
  void whileOnce(HttpServletRequest request, Connection c) throws Exception {
    String data = "";
    while (true) { data = request.getParameter("q"); break; }
    // ruleid: java.security.sql-injection
    c.createStatement().addBatch("update t set a='" + data + "'");
  }
  void forOnce(HttpServletRequest request, Connection c) throws Exception {
    String data = request.getParameter("q");
    for (int j = 0; j < 1; j++) { data = "fixed"; }
    // ok: java.security.sql-injection
    c.createStatement().addBatch("update t set a='" + data + "'");
  }
  void switchSix(HttpServletRequest request, Connection c) throws Exception {
    String data;
    switch (6) {
      case 6: data = request.getParameter("q"); break;
      default: data = null; break;
    }
    // ruleid: java.security.sql-injection
    c.createStatement().executeQuery("select 1 from t where a='" + data + "'");
  }
  void switchFive(HttpServletRequest request, Connection c) throws Exception {
    String data;
    switch (5) {
      case 6: data = request.getParameter("q"); break;
      default: data = "foo"; break;
    }
    // ok: java.security.sql-injection
    c.createStatement().executeQuery("select 1 from t where a='" + data + "'");
  }
  void prepared(HttpServletRequest request, Connection c) throws Exception {
    String data = request.getParameter("q");
    // ok: java.security.sql-injection
    PreparedStatement p = c.prepareStatement("select 1 from t where a = ?");
    p.setString(1, data);
    // ok: java.security.sql-injection
    p.executeQuery();
  }
  void preparedMisused(HttpServletRequest request, Connection c) throws Exception {
    String data = request.getParameter("q");
    // ruleid: java.security.sql-injection
    PreparedStatement p = c.prepareStatement("select 1 from t where a = '" + data + "' and b = ?");
    p.setString(1, "b");
    p.executeQuery();
  }
  void serialized(HttpServletRequest request, Connection c) throws Exception {
    String data = request.getParameter("q");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ObjectOutputStream out = new ObjectOutputStream(bytes);
    out.writeObject(data);
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    String again = (String) in.readObject();
    // todoruleid: java.security.sql-injection
    c.createStatement().execute("select '" + again + "'");
  }
  void viaVector(HttpServletRequest request, Connection c) throws Exception {
    Vector<String> v = new Vector<>(5);
    v.add(0, "a"); v.add(1, "b"); v.add(2, request.getParameter("q"));
    sink51b(v, c);
  }
  private void sink51b(Vector<String> v, Connection c) throws Exception {
    String data = v.remove(2);
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + data + "'");
  }
  void viaLinkedList(HttpServletRequest request, Connection c) throws Exception {
    LinkedList<String> l = new LinkedList<>();
    l.add(request.getParameter("q"));
    l.add("foo");
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + l.getLast() + "'");
  }
  void viaHashMapInt(HttpServletRequest request, Connection c) throws Exception {
    HashMap<Integer, String> m = new HashMap<>();
    m.put(0, "a"); m.put(2, request.getParameter("q"));
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + m.get(2) + "'");
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + m.get(0) + "'");
  }
  void viaArray(HttpServletRequest request, Connection c) throws Exception {
    String[] a = new String[5];
    a[2] = request.getParameter("q");
    a[3] = "foo";
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + a[2] + "'");
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + a[3] + "'");
  }
  static class Container { public String containerOne; public String containerTwo; }
  void viaContainer(HttpServletRequest request, Connection c) throws Exception {
    Container k = new Container();
    k.containerOne = request.getParameter("q");
    k.containerTwo = "bar";
    Object o = k;
    Container again = (Container) o;
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + again.containerOne + "'");
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + again.containerTwo + "'");
  }
  void viaStaticField(HttpServletRequest request, Connection c) throws Exception {
    shared = request.getParameter("q");
    readShared(c);
  }
  private void readShared(Connection c) throws Exception {
    String data = shared;
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + data + "'");
  }
  private String badSource(HttpServletRequest request) {
    String data = null;
    Cookie[] cookies = request.getCookies();
    if (cookies != null) { data = cookies[0].getValue(); }
    return data;
  }
  private String goodSource(HttpServletRequest request) {
    String data = request.getParameter("q");
    data = "foo";
    return data;
  }
  void viaSource(HttpServletRequest request, Connection c) throws Exception {
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + badSource(request) + "'");
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + goodSource(request) + "'");
  }
  void finallyWins(HttpServletRequest request, Connection c) throws Exception {
    String data = "ok";
    try { Integer.parseInt("x"); } catch (NumberFormatException e) { data = "e"; } finally { data = request.getParameter("q"); }
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + data + "'");
  }
  void exceptionMessage(HttpServletRequest request, Connection c) throws Exception {
    String message = "";
    try { throw new IllegalStateException(request.getParameter("q")); } catch (IllegalStateException e) { message = e.getMessage(); }
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + message + "'");
  }
  void number(HttpServletRequest request, Connection c) throws Exception {
    int id = Integer.parseInt(request.getParameter("id"));
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t where id=" + id);
  }
  void parsedButUsedRaw(HttpServletRequest request, Connection c) throws Exception {
    String raw = request.getParameter("id");
    try { Integer.parseInt(raw); } catch (NumberFormatException e) { log("no number"); }
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select * from t where id=" + raw);
  }
  void parsedAndReturned(HttpServletRequest request, Connection c) throws Exception {
    String raw = request.getParameter("id");
    try { Integer.parseInt(raw); } catch (NumberFormatException e) { return; }
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t where id=" + raw);
  }
  void weakReplace(HttpServletRequest request, Connection c) throws Exception {
    String raw = request.getParameter("id").replace("--", "");
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select * from t where id='" + raw + "'");
  }
  void switchExpression(HttpServletRequest request, Connection c) throws Exception {
    String order = switch (request.getParameter("o")) { case "a" -> "ASC"; case "d" -> "DESC"; default -> "ASC"; };
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t order by x " + order);
  }
  void switchYield(HttpServletRequest request, Connection c) throws Exception {
    String raw = request.getParameter("o");
    String order = switch (raw.length()) { case 0 -> "ASC"; default -> { String t = raw.trim(); yield t; } };
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select * from t order by x " + order);
  }
  void textBlock(HttpServletRequest request, Connection c) throws Exception {
    String q = """
        SELECT * FROM t WHERE a = '%s'
        """.formatted(request.getParameter("a"));
    // ruleid: java.security.sql-injection
    c.createStatement().execute(q);
  }
  void messageFormat(HttpServletRequest request, Connection c) throws Exception {
    String q = java.text.MessageFormat.format("SELECT * FROM t WHERE a = {0}", request.getParameter("a"));
    // ruleid: java.security.sql-injection
    c.createStatement().execute(q);
  }
  void patternInstance(HttpServletRequest request, Connection c) throws Exception {
    Object o = request.getParameter("a");
    if (o instanceof String s) {
      // ruleid: java.security.sql-injection
      c.createStatement().execute("select " + s);
    }
  }
  record Search(String term, String order) {}
  void viaRecord(HttpServletRequest request, Connection c) throws Exception {
    Search search = new Search(request.getParameter("t"), "name");
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + search.term() + "'");
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t order by " + search.order());
  }
  void viaSupplier(HttpServletRequest request, Connection c) throws Exception {
    Supplier<String> term = () -> request.getParameter("t");
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + term.get() + "'");
  }
  void viaFunction(HttpServletRequest request, Connection c) throws Exception {
    Function<String, String> fixed = t -> "constant";
    UnaryOperator<String> same = UnaryOperator.identity();
    // ok: java.security.sql-injection
    c.createStatement().execute("select '" + fixed.apply(request.getParameter("t")) + "'");
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + same.apply(request.getParameter("t")) + "'");
  }
  void viaStream(HttpServletRequest request, Connection c) throws Exception {
    String joined = Arrays.stream(request.getParameterValues("id")).map(String::trim).filter(t -> !t.isEmpty()).collect(Collectors.joining(","));
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select * from t where id in (" + joined + ")");
  }
  void viaNumberStream(HttpServletRequest request, Connection c) throws Exception {
    String joined = Arrays.stream(request.getParameterValues("id")).map(Integer::valueOf).map(String::valueOf).collect(Collectors.joining(","));
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t where id in (" + joined + ")");
  }
  void marks(HttpServletRequest request, Connection c) throws Exception {
    String[] ids = request.getParameterValues("id");
    String holes = String.join(",", Collections.nCopies(ids.length, "?"));
    // ok: java.security.sql-injection
    PreparedStatement p = c.prepareStatement("select * from t where id in (" + holes + ")");
    p.executeQuery();
  }
  void future(HttpServletRequest request, Connection c) throws Exception {
    CompletableFuture<String> f = CompletableFuture.supplyAsync(() -> request.getParameter("t"));
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select '" + f.get() + "'");
  }
  void thread(HttpServletRequest request, Connection c, ExecutorService pool) throws Exception {
    String t = request.getParameter("t");
    pool.submit(() -> {
      // ruleid: java.security.sql-injection
      return c.createStatement().execute("select '" + t + "'");
    });
  }
  void anonymous(HttpServletRequest request, Connection c) throws Exception {
    final String t = request.getParameter("t");
    Runnable r = new Runnable() {
      @Override public void run() {
        try {
          // ruleid: java.security.sql-injection
          c.createStatement().execute("select '" + t + "'");
        } catch (SQLException e) { throw new RuntimeException(e); }
      }
    };
    r.run();
  }
  void iterator(HttpServletRequest request, Connection c) throws Exception {
    Iterator<String> it = request.getParameterMap().keySet().iterator();
    while (it.hasNext()) {
      String k = it.next();
      // ruleid: java.security.sql-injection
      c.createStatement().execute("select " + k);
    }
  }
  void entries(HttpServletRequest request, Connection c) throws Exception {
    for (Map.Entry<String, String[]> e : request.getParameterMap().entrySet()) {
      // ruleid: java.security.sql-injection
      c.createStatement().execute("select " + e.getValue()[0]);
    }
  }
  void headers(HttpServletRequest request, Connection c) throws Exception {
    Enumeration<String> names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      // ruleid: java.security.sql-injection
      c.createStatement().execute("select " + names.nextElement());
    }
  }
  void queue(HttpServletRequest request, Connection c) throws Exception {
    Deque<String> d = new ArrayDeque<>();
    d.push(request.getParameter("a"));
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select " + d.pop());
  }
  void checkedInList(HttpServletRequest request, Connection c) throws Exception {
    String col = request.getParameter("c");
    if (!Set.of("name", "price").contains(col)) { throw new IllegalArgumentException(); }
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t order by " + col);
  }
  void checkedButIgnored(HttpServletRequest request, Connection c) throws Exception {
    String col = request.getParameter("c");
    if (!Set.of("name", "price").contains(col)) { log("odd column"); }
    // ruleid: java.security.sql-injection
    c.createStatement().execute("select * from t order by " + col);
  }
  void looselyChecked(HttpServletRequest request, Connection c) throws Exception {
    String col = request.getParameter("c");
    if (Pattern.compile("[a-z]+").matcher(col).find()) {
      // ruleid: java.security.sql-injection
      c.createStatement().execute("select * from t order by " + col);
    }
  }
  enum Direction { ASC, DESC }
  void enumChecked(HttpServletRequest request, Connection c) throws Exception {
    Direction d = Direction.valueOf(request.getParameter("d").toUpperCase(Locale.ROOT));
    // ok: java.security.sql-injection
    c.createStatement().execute("select * from t order by a " + d);
  }
  static class QueryBuilder {
    private final StringBuilder text = new StringBuilder("select * from t");
    private final List<Object> values = new ArrayList<>();
    QueryBuilder where(String column, Object value) { text.append(" where ").append(column).append(" = ?"); values.add(value); return this; }
    QueryBuilder raw(String part) { text.append(' ').append(part); return this; }
    String sql() { return text.toString(); }
  }
  void builderRaw(HttpServletRequest request, Connection c) throws Exception {
    // ruleid: java.security.sql-injection
    c.createStatement().execute(new QueryBuilder().raw(request.getParameter("x")).sql());
  }
  void builderBound(HttpServletRequest request, Connection c) throws Exception {
    // ok: java.security.sql-injection
    c.prepareStatement(new QueryBuilder().where("name", request.getParameter("x")).sql());
  }
}

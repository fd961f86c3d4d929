import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class CarriedHandlers extends HttpServlet {
  private String name;
  private String kind = "all";
  private final StringBuilder log = new StringBuilder();

  static class Query {
    String column = "name";
    String table;
    Query next;

    Query column(String column) {
      this.column = column;
      return this;
    }

    Query table(String table) {
      this.table = table;
      return this;
    }

    String build() {
      return "select " + column + " from " + table;
    }

    String getColumn() {
      return column;
    }

    static Query of(String column) {
      Query query = new Query();
      query.column = column;
      return query;
    }
  }

  record Pair(String left, String right) {}

  void sameObject(HttpServletRequest request, Statement db) throws Exception {
    Query a = new Query();
    Query b = a;
    a.column = request.getParameter("column");
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + b.column);
    // ok: java.security.sql-injection
    db.executeQuery("select * from " + b.table);
  }

  void otherObject(HttpServletRequest request, Statement db) throws Exception {
    Query a = new Query();
    Query b = new Query();
    a.column = request.getParameter("column");
    // ok: java.security.sql-injection
    db.executeQuery("select " + b.column);
  }

  void nested(HttpServletRequest request, Statement db) throws Exception {
    Query a = new Query();
    a.next = new Query();
    Query b = a.next;
    b.column = request.getParameter("column");
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + a.next.column);
    // ok: java.security.sql-injection
    db.executeQuery("select " + a.column);
  }

  void sameList(HttpServletRequest request, Statement db) throws Exception {
    List<String> a = new ArrayList<>();
    List<String> b = a;
    b.add(request.getParameter("column"));
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + a.get(0));
  }

  void sameBuilder(HttpServletRequest request, Statement db) throws Exception {
    StringBuilder a = new StringBuilder("select ");
    StringBuilder b = a;
    b.append(request.getParameter("column"));
    // ruleid: java.security.sql-injection
    db.executeQuery(a.toString());
  }

  void fluent(HttpServletRequest request, Statement db) throws Exception {
    // ruleid: java.security.sql-injection
    db.executeQuery(new Query().column(request.getParameter("column")).table("t").build());
    // ok: java.security.sql-injection
    db.executeQuery(new Query().column("id").table("t").build());
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + Query.of(request.getParameter("column")).getColumn());
    // ok: java.security.sql-injection
    db.executeQuery("select * from " + Query.of(request.getParameter("column")).table);
  }

  private void fill(StringBuilder into, String text) {
    into.append(text);
  }

  private static void fill(List<String> into, String text) {
    into.add(text);
  }

  private static void fill(Map<String, String> into, String text) {
    into.put("column", text);
    into.put("order", "asc");
  }

  private static void fill(Query into, String text) {
    into.column = text;
  }

  private static void fill(String[] into, String text) {
    into[0] = text;
  }

  void filled(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    StringBuilder builder = new StringBuilder();
    fill(builder, column);
    // ruleid: java.security.sql-injection
    db.executeQuery(builder.toString());
    List<String> list = new ArrayList<>();
    fill(list, column);
    // ruleid: java.security.sql-injection
    db.executeQuery(list.get(0));
    Map<String, String> map = new HashMap<>();
    fill(map, column);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + map.get("column"));
    // ok: java.security.sql-injection
    db.executeQuery("select name order by " + map.get("order"));
    Query query = new Query();
    fill(query, column);
    // ruleid: java.security.sql-injection
    db.executeQuery(query.build());
    String[] array = new String[2];
    fill(array, column);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + array[0]);
  }

  void arrays(HttpServletRequest request, Statement db) throws Exception {
    String[] parts = {"id", request.getParameter("column")};
    // ok: java.security.sql-injection
    db.executeQuery("select " + parts[0]);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + parts[1]);
    parts[1] = "name";
    // ok: java.security.sql-injection
    db.executeQuery("select " + parts[1]);
    char[] letters = request.getParameter("column").toCharArray();
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + new String(letters));
  }

  void loops(HttpServletRequest request, Statement db) throws Exception {
    StringBuilder sql = new StringBuilder("select ");
    for (String column : request.getParameterValues("column")) {
      sql.append(column).append(',');
    }
    // ruleid: java.security.sql-injection
    db.executeQuery(sql.toString());
    String last = "id";
    for (int i = 0; i < 3; i++) {
      last = request.getParameter("c" + i);
    }
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + last);
    String previous = "id";
    String current = "id";
    while (current != null) {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + previous);
      previous = current;
      current = request.getParameter("next");
    }
    List<String> names = new ArrayList<>();
    names.add(request.getParameter("a"));
    Iterator<String> all = names.iterator();
    while (all.hasNext()) {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + all.next());
    }
  }

  void exceptions(HttpServletRequest request, Statement db) throws Exception {
    String column = "id";
    try {
      column = request.getParameter("column");
      Integer.parseInt("7");
    } catch (NumberFormatException e) {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + column);
    } finally {
      // ruleid: java.security.sql-injection
      db.executeQuery("select 1, " + column);
    }
    String other = request.getParameter("other");
    try {
      other = "id";
    } finally {
      other = "name";
    }
    // ok: java.security.sql-injection
    db.executeQuery("select " + other);
    try {
      throw new IllegalStateException(request.getParameter("why"));
    } catch (IllegalStateException e) {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + e.getMessage());
    }
  }

  void lambdas(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    Function<String, String> quote = text -> "'" + text + "'";
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + quote.apply(column));
    // ok: java.security.sql-injection
    db.executeQuery("select " + quote.apply("name"));
    Supplier<String> supplier = () -> column;
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + supplier.get());
    Function<String, String> ignore = text -> "name";
    // ok: java.security.sql-injection
    db.executeQuery("select " + ignore.apply(column));
    String joined = Stream.of(request.getParameterValues("c")).map(String::trim).collect(Collectors.joining(","));
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + joined);
    String chosen = Optional.ofNullable(request.getParameter("o")).orElse("name");
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + chosen);
    String mapped = Optional.of(column).map(c -> "name").orElse("id");
    // ok: java.security.sql-injection
    db.executeQuery("select " + mapped);
    Arrays.asList(column).forEach(c -> {
      try {
        // ruleid: java.security.sql-injection
        db.executeQuery("select " + c);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  void texts(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    // ruleid: java.security.sql-injection
    db.executeQuery(String.format("select %s from t", column));
    // ruleid: java.security.sql-injection
    db.executeQuery("select %s from t".formatted(column));
    // ruleid: java.security.sql-injection
    db.executeQuery(String.join(",", "id", column));
    StringJoiner joiner = new StringJoiner(",");
    joiner.add("id").add(column);
    // ruleid: java.security.sql-injection
    db.executeQuery(joiner.toString());
    StringWriter writer = new StringWriter();
    new PrintWriter(writer).print(column);
    // ruleid: java.security.sql-injection
    db.executeQuery("select ".concat(column));
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + column.split(",")[0]);
    // ruleid: java.security.sql-injection
    db.executeQuery("select c".replace("c", column));
    // ok: java.security.sql-injection
    db.executeQuery("select " + column.length());
    StringBuilder sql = new StringBuilder();
    sql.append(column);
    sql.setLength(0);
    sql.append("select 1");
    // ok: java.security.sql-injection
    db.executeQuery(sql.toString());
    String text = column;
    text = "id";
    // ok: java.security.sql-injection
    db.executeQuery("select " + text);
  }

  void containers(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    Deque<String> deque = new ArrayDeque<>();
    deque.push("id");
    deque.push(column);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + deque.pop());
    // ok: java.security.sql-injection
    db.executeQuery("select " + deque.pop());
    List<String> list = new LinkedList<>();
    list.add("a");
    list.add(column);
    list.remove(0);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + list.get(0));
    list.set(0, "b");
    // ok: java.security.sql-injection
    db.executeQuery("select " + list.get(0));
    Map<String, List<String>> map = new LinkedHashMap<>();
    map.computeIfAbsent("a", k -> new ArrayList<>()).add(column);
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + map.get("a").get(0));
    for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + entry.getKey());
    }
    Pair pair = new Pair(column, "id");
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + pair.left());
    // ok: java.security.sql-injection
    db.executeQuery("select " + pair.right());
    List<String> view = Collections.unmodifiableList(Arrays.asList("a", column));
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + view.get(1));
    // ok: java.security.sql-injection
    db.executeQuery("select " + view.get(0));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    name = request.getParameter("name");
    log.append(request.getParameter("text"));
    show(db());
    kind(db());
  }

  private void show(Statement db) {
    try {
      // ruleid: java.security.sql-injection
      db.executeQuery("select " + name);
      // ruleid: java.security.sql-injection
      db.executeQuery(log.toString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void kind(Statement db) {
    try {
      // ok: java.security.sql-injection
      db.executeQuery("select " + kind);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Statement db() {
    return null;
  }

  void constants(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    int n = 7;
    double half = n / 2;
    long wide = n * 1000L;
    String first = half > 3.2 ? column : "id";
    // ok: java.security.sql-injection
    db.executeQuery("select " + first);
    String second = wide == 7000 ? "id" : column;
    // ok: java.security.sql-injection
    db.executeQuery("select " + second);
    String third = Math.max(n, 3) == 7 ? column : "id";
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + third);
    String fourth = "abc".substring(1, 2).equals("b") ? "id" : column;
    // ok: java.security.sql-injection
    db.executeQuery("select " + fourth);
    String fifth = (n & 1) == 1 && !("x".isEmpty()) ? "id" : column;
    // ok: java.security.sql-injection
    db.executeQuery("select " + fifth);
    String sixth;
    switch ("b".charAt(0)) {
      case 'a' -> sixth = column;
      case 'b' -> sixth = "id";
      default -> sixth = column;
    }
    // ok: java.security.sql-injection
    db.executeQuery("select " + sixth);
    String seventh = column;
    if (Integer.parseInt("12") > 10) {
      seventh = "id";
    }
    // ok: java.security.sql-injection
    db.executeQuery("select " + seventh);
    String eighth = "id";
    if (false) {
      eighth = column;
    }
    // ok: java.security.sql-injection
    db.executeQuery("select " + eighth);
    n++;
    String ninth = n > 7 ? column : "id";
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + ninth);
    n += 2;
    String tenth = n == 10 ? "id" : column;
    // ok: java.security.sql-injection
    db.executeQuery("select " + tenth);
  }

  private boolean debug = false;
  private final boolean fixed = false;
  private int level = 3;

  void setDebug(boolean on) {
    this.debug = on;
  }

  void fields(HttpServletRequest request, Statement db) throws Exception {
    String column = request.getParameter("column");
    // ruleid: java.security.sql-injection
    db.executeQuery("select " + (debug ? column : "id"));
    // ok: java.security.sql-injection
    db.executeQuery("select " + (fixed ? column : "id"));
    // ok: java.security.sql-injection
    db.executeQuery("select " + (level > 5 ? column : "id"));
  }
}

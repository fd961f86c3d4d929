import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class GuardedHandlers extends HttpServlet {
  private static final Set<String> COLUMNS = Set.of("name", "price");
  private static final Pattern WORD = Pattern.compile("[a-z0-9_]+");
  private static final Pattern ANYTHING = Pattern.compile(".*");
  private final List<String> columns = List.of("name", "price");
  private final Map<String, String> orders = new HashMap<>();
  private Connection db;

  GuardedHandlers() {
    orders.put("up", "asc");
    orders.put("down", "desc");
  }

  void listed(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    if (!columns.contains(column)) {
      throw new IllegalArgumentException();
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void listedTooLate(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException();
    }
  }

  void checkedAndGoneOn(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    if (!COLUMNS.contains(column)) {
      System.out.println("odd column");
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void otherChecked(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    String other = request.getParameter("other");
    if (!COLUMNS.contains(other)) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void wrongWay(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    if (COLUMNS.contains(column)) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void changedAfterwards(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    if (!COLUMNS.contains(column)) {
      return;
    }
    column = request.getParameter("second");
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void listOfTheClient(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    List<String> seen = new ArrayList<>();
    seen.add(column);
    if (!seen.contains(column)) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void listedHere(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    Set<String> known = new HashSet<>(Arrays.asList("a", "b"));
    String order = "";
    if (known.contains(column)) {
      order = " order by " + column;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t" + order);
  }

  void chosen(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    String safe = COLUMNS.contains(column) ? column : "name";
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t order by " + safe);
    String unsafe = COLUMNS.contains(column) ? "name" : column;
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + unsafe);
  }

  void equal(HttpServletRequest request, Statement statement) throws Exception {
    String order = request.getParameter("order");
    if ("asc".equals(order) || "desc".equals(order)) {
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t order by name " + order);
    }
    if (!order.equals("asc") && !order.equals("desc")) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t order by name " + order);
  }

  void unequal(HttpServletRequest request, Statement statement) throws Exception {
    String order = request.getParameter("order");
    if (!"asc".equals(order)) {
      // ruleid: java.security.sql-injection
      statement.executeQuery("select * from t order by name " + order);
    }
  }

  void switched(HttpServletRequest request, Statement statement) throws Exception {
    String order = request.getParameter("order");
    switch (order) {
      case "asc":
      case "desc":
        // ok: java.security.sql-injection
        statement.executeQuery("select * from t order by name " + order);
        break;
      default:
        // ruleid: java.security.sql-injection
        statement.executeQuery("select * from t order by name " + order);
    }
  }

  void matched(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (name == null || !name.matches("[A-Za-z0-9]+")) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void matchedTooWide(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (!name.matches("[^<>]+")) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void matchedByConstant(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (!WORD.matcher(name).matches()) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void matchedByAnything(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (!ANYTHING.matcher(name).matches()) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void foundSomewhere(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (!WORD.matcher(name).find()) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void matcher(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    Matcher matcher = WORD.matcher(name);
    boolean good = matcher.matches();
    if (good) {
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    } else {
      // ruleid: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
  }

  private boolean isWord(String text) {
    return text != null && text.matches("\\w+");
  }

  private static boolean isKnown(String text) {
    for (String column : COLUMNS) {
      if (column.equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLong(String text) {
    return text.length() > 3;
  }

  private void requireWord(String text) {
    if (!text.matches("\\w+")) {
      throw new IllegalArgumentException(text);
    }
  }

  private void look(String text) {
    if (!text.matches("\\w+")) {
      System.out.println("no word");
    }
  }

  void asked(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    if (isWord(name)) {
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
    if (isKnown(name)) {
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
    if (isLong(name)) {
      // ruleid: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
    look(name);
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
    requireWord(name);
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void flagged(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("name");
    boolean good = false;
    if (name.matches("[a-z]+")) {
      good = true;
    }
    if (good) {
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
    boolean seen = false;
    if (name.length() > 3) {
      seen = true;
    }
    if (seen) {
      // ruleid: java.security.sql-injection
      statement.executeQuery("select * from t where name = '" + name + "'");
    }
  }

  void number(HttpServletRequest request, Statement statement) throws Exception {
    String id = request.getParameter("id");
    try {
      Integer.parseInt(id);
    } catch (NumberFormatException e) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t where id = " + id);
  }

  void numberOrNot(HttpServletRequest request, Statement statement) throws Exception {
    String id = request.getParameter("id");
    try {
      Integer.parseInt(id);
    } catch (NumberFormatException e) {
      System.out.println("no number");
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where id = " + id);
  }

  void below(HttpServletRequest request) throws Exception {
    File base = new File("/srv/files");
    File file = new File(base, request.getParameter("file"));
    if (!file.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) {
      throw new IOException("outside");
    }
    // ok: java.security.path-traversal
    new FileInputStream(file).close();
  }

  void normalized(HttpServletRequest request) throws Exception {
    Path base = Paths.get("/srv/files");
    Path file = base.resolve(request.getParameter("file")).normalize();
    if (!file.startsWith(base)) {
      return;
    }
    // ok: java.security.path-traversal
    Files.readAllBytes(file);
  }

  void notNormalized(HttpServletRequest request) throws Exception {
    Path base = Paths.get("/srv/files");
    Path file = base.resolve(request.getParameter("file"));
    if (!file.startsWith(base)) {
      return;
    }
    // ruleid: java.security.path-traversal
    Files.readAllBytes(file);
  }

  void noDots(HttpServletRequest request) throws Exception {
    String name = request.getParameter("file");
    if (name.contains("..") || name.contains("/")) {
      return;
    }
    // ok: java.security.path-traversal
    new FileInputStream("/srv/files/" + name).close();
  }

  void dotsDoNotMatterInSql(HttpServletRequest request, Statement statement) throws Exception {
    String name = request.getParameter("file");
    if (name.contains("..")) {
      return;
    }
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t where name = '" + name + "'");
  }

  void pathWithSlashes(HttpServletRequest request) throws Exception {
    String name = request.getParameter("file");
    if (!name.matches("[a-z./]+")) {
      return;
    }
    // ruleid: java.security.path-traversal
    new FileInputStream("/srv/files/" + name).close();
  }

  void host(HttpServletRequest request) throws Exception {
    String target = request.getParameter("url");
    URL url = new URL(target);
    if (!"api.example.com".equals(url.getHost())) {
      return;
    }
    // ok: java.security.server-side-request-forgery
    url.openStream();
  }

  void anyHost(HttpServletRequest request) throws Exception {
    String target = request.getParameter("url");
    URL url = new URL(target);
    if (!"https".equals(url.getProtocol())) {
      return;
    }
    // ruleid: java.security.server-side-request-forgery
    url.openStream();
  }

  void readTwice(HttpServletRequest request, Statement statement) throws Exception {
    if (!COLUMNS.contains(request.getParameter("column"))) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t order by " + request.getParameter("column"));
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from t order by " + request.getParameter("order"));
  }

  void copied(HttpServletRequest request, Statement statement) throws Exception {
    String column = request.getParameter("column");
    String wanted = column;
    if (!COLUMNS.contains(wanted)) {
      return;
    }
    // ok: java.security.sql-injection
    statement.executeQuery("select * from t order by " + column);
  }

  void inLoop(HttpServletRequest request, Statement statement) throws Exception {
    for (String column : request.getParameterValues("column")) {
      if (!COLUMNS.contains(column)) {
        continue;
      }
      // ok: java.security.sql-injection
      statement.executeQuery("select * from t order by " + column);
    }
  }
}

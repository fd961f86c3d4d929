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

@RestController
class SpringApi {
  private final JdbcTemplate jdbc;
  private final EntityManager entities;
  private final RestTemplate rest = new RestTemplate();
  SpringApi(JdbcTemplate jdbc, EntityManager entities) { this.jdbc = jdbc; this.entities = entities; }

  @GetMapping("/u")
  List<Map<String, Object>> users(@RequestParam String name) {
    // ruleid: java.security.sql-concatenation, java.security.sql-injection
    return jdbc.queryForList("select * from users where name = '" + name + "'");
  }
  @GetMapping("/v")
  List<Map<String, Object>> usersBound(@RequestParam String name) {
    // ok: java.security.sql-injection
    return jdbc.queryForList("select * from users where name = ?", name);
  }
  @GetMapping("/w/{id}")
  Object byId(@PathVariable long id) {
    // ok: java.security.sql-injection
    return jdbc.queryForList("select * from users where id = " + id);
  }
  @PostMapping("/jpql")
  Object jpql(@RequestBody Map<String, String> body) {
    // ruleid: java.security.sql-injection
    return entities.createQuery("from User u where u.name = '" + body.get("name") + "'").getResultList();
  }
  @PostMapping("/jpql2")
  Object jpqlBound(@RequestBody Map<String, String> body) {
    // ok: java.security.sql-injection
    return entities.createQuery("from User u where u.name = :n").setParameter("n", body.get("name")).getResultList();
  }
  @PostMapping("/native")
  Object nativeQuery(@RequestHeader("X-Tenant") String tenant) {
    // ruleid: java.security.sql-concatenation, java.security.sql-injection
    return entities.createNativeQuery("select * from t_" + tenant).getResultList();
  }
  @GetMapping("/fetch")
  String fetch(@RequestParam("url") String url) {
    // ruleid: java.security.server-side-request-forgery
    return rest.getForObject(url, String.class);
  }
  @GetMapping("/fetch2")
  String fetchFixed(@RequestParam("id") String id) {
    // ok: java.security.server-side-request-forgery
    return rest.getForObject("https://api.example.org/items/{id}", String.class, id);
  }
  private static final Map<String, String> HOSTS = Map.of("a", "https://a.example.org", "b", "https://b.example.org");
  @GetMapping("/fetch3")
  String fetchListed(@RequestParam("to") String to) {
    String target = HOSTS.get(to);
    if (target == null) return "";
    // ok: java.security.server-side-request-forgery
    return rest.getForObject(target, String.class);
  }
  @GetMapping("/go")
  RedirectView go(@RequestParam String next) {
    // ruleid: java.security.open-redirect
    return new RedirectView(next);
  }
  @GetMapping("/go2")
  String goPrefix(@RequestParam String next) {
    // ruleid: java.security.open-redirect, java.security.html-response-from-request
    return "redirect:" + next;
  }
  @GetMapping("/go3")
  String goHome(@RequestParam String next) {
    // ok: java.security.open-redirect
    return "redirect:/home";
  }
  @GetMapping(value = "/hello", produces = "text/html")
  @ResponseBody
  String hello(@RequestParam String name) {
    // ruleid: java.security.html-response-from-request
    return "<h1>Hello " + name + "</h1>";
  }
  @GetMapping(value = "/hello2", produces = "text/html")
  @ResponseBody
  String helloEscaped(@RequestParam String name) {
    // ok: java.security.html-response-from-request
    return "<h1>Hello " + org.springframework.web.util.HtmlUtils.htmlEscape(name) + "</h1>";
  }
}

class Commands extends HttpServlet {
  void shell(HttpServletRequest request) throws Exception {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("ping -c 1 " + request.getParameter("host"));
  }
  void shellArray(HttpServletRequest request) throws Exception {
    List<String> args = new ArrayList<>(List.of("sh", "-c"));
    args.add("ls " + request.getParameter("dir"));
    // ruleid: java.security.command-injection
    new ProcessBuilder(args).start();
  }
  void arguments(HttpServletRequest request) throws Exception {
    String n = request.getParameter("n");
    if (!n.matches("\\d{1,3}")) throw new ServletException("n");
    // ok: java.security.command-injection
    Runtime.getRuntime().exec(new String[] {"head", "-n", n, "/var/log/app.log"});
  }
  void program(HttpServletRequest request) throws Exception {
    ProcessBuilder b = new ProcessBuilder();
    // ruleid: java.security.command-injection
    b.command(request.getParameter("tool"), "--version");
    b.start();
  }
  void fixed(HttpServletRequest request) throws Exception {
    String which = request.getParameter("which");
    String command = "a".equals(which) ? "uptime" : "df";
    // ok: java.security.command-injection
    Runtime.getRuntime().exec(command);
  }
  void environment(HttpServletRequest request) throws Exception {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("run.sh", new String[] {"PATH=" + request.getParameter("p")});
  }
}

class Paths2 extends HttpServlet {
  private static final Path ROOT = Paths.get("/srv/files");
  void read(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.path-traversal
    Files.copy(Paths.get("/srv/files/" + request.getParameter("f")), response.getOutputStream());
  }
  void resolved(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Path p = ROOT.resolve(request.getParameter("f")).normalize();
    if (!p.startsWith(ROOT)) { response.sendError(403); return; }
    // ok: java.security.path-traversal
    Files.copy(p, response.getOutputStream());
  }
  void notNormalized(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Path p = ROOT.resolve(request.getParameter("f"));
    if (!p.startsWith(ROOT)) { response.sendError(403); return; }
    // ruleid: java.security.path-traversal
    Files.copy(p, response.getOutputStream());
  }
  void canonical(HttpServletRequest request) throws Exception {
    File base = new File("/srv/files");
    File f = new File(base, request.getParameter("f"));
    if (!f.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) throw new SecurityException();
    // ok: java.security.path-traversal
    new FileInputStream(f).close();
  }
  void baseName(HttpServletRequest request) throws Exception {
    String name = org.apache.commons.io.FilenameUtils.getName(request.getParameter("f"));
    // ok: java.security.path-traversal
    new FileInputStream("/srv/files/" + name).close();
  }
  void dotsReplacedOnce(HttpServletRequest request) throws Exception {
    String name = request.getParameter("f").replaceFirst("\\.\\./", "");
    // ruleid: java.security.path-traversal
    new FileReader("/srv/files/" + name).close();
  }
  void dots(HttpServletRequest request) throws Exception {
    String name = request.getParameter("f");
    if (name.contains("..") || name.contains("/") || name.contains("\\")) return;
    // ok: java.security.path-traversal
    new FileReader("/srv/files/" + name).close();
  }
  void upload(HttpServletRequest request) throws Exception {
    Part part = request.getPart("file");
    // ruleid: java.security.upload-file-name
    part.write("/srv/up/" + part.getSubmittedFileName());
  }
  void unzip(InputStream in, File to) throws Exception {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry e;
    while ((e = zip.getNextEntry()) != null) {
      File f = new File(to, e.getName());
      // ruleid: java.security.zip-slip
      Files.copy(zip, f.toPath());
    }
  }
  void unzipChecked(InputStream in, File to) throws Exception {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry e;
    while ((e = zip.getNextEntry()) != null) {
      File f = new File(to, e.getName());
      if (!f.toPath().normalize().startsWith(to.toPath().normalize())) throw new IOException("entry");
      // ok: java.security.zip-slip
      Files.copy(zip, f.toPath());
    }
  }
  void unzipPath(ZipFile file, Path to) throws Exception {
    for (Enumeration<? extends ZipEntry> es = file.entries(); es.hasMoreElements();) {
      ZipEntry e = es.nextElement();
      Path p = to.resolve(e.getName());
      // ruleid: java.security.zip-slip
      Files.copy(file.getInputStream(e), p);
    }
  }
}

class Pages extends HttpServlet {
  void writer(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    // ruleid: java.security.cross-site-scripting
    out.println("<p>" + request.getParameter("m") + "</p>");
  }
  void escaped(HttpServletRequest request, HttpServletResponse response) throws Exception {
    PrintWriter out = response.getWriter();
    // ok: java.security.cross-site-scripting
    out.println("<p>" + org.apache.commons.text.StringEscapeUtils.escapeHtml4(request.getParameter("m")) + "</p>");
  }
  void owasp(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.cross-site-scripting
    response.getWriter().append(org.owasp.encoder.Encode.forHtml(request.getParameter("m")));
  }
  void ownEscape(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String m = request.getParameter("m").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    // ok: java.security.cross-site-scripting
    response.getWriter().print("<b>" + m + "</b>");
  }
  void onlyScript(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String m = request.getParameter("m").replaceAll("<script>", "");
    // ruleid: java.security.cross-site-scripting
    response.getWriter().print("<b>" + m + "</b>");
  }
  void stream(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.cross-site-scripting
    response.getOutputStream().write(("<b>" + request.getQueryString() + "</b>").getBytes(StandardCharsets.UTF_8));
  }
  void json(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setContentType("application/json");
    // ok: java.security.cross-site-scripting
    response.getWriter().write("{\"a\":\"" + request.getParameter("a") + "\"}");
  }
  void length(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.cross-site-scripting
    response.getWriter().write("<i>" + request.getParameter("a").length() + "</i>");
  }
  void header(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.response-splitting
    response.setHeader("X-Lang", request.getParameter("lang"));
  }
  void headerStripped(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.response-splitting
    response.addHeader("X-Lang", request.getParameter("lang").replaceAll("[\\r\\n]", ""));
  }
  void redirect(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.open-redirect
    response.sendRedirect(request.getParameter("to"));
  }
  void redirectLocal(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String to = request.getParameter("to");
    if (!to.startsWith("/") || to.startsWith("//")) to = "/";
    // ok: java.security.open-redirect
    response.sendRedirect(to);
  }
  void redirectHalf(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String to = request.getParameter("to");
    if (to.startsWith("https://example.com")) {
      // ruleid: java.security.open-redirect
      response.sendRedirect(to);
    }
  }
  void redirectContext(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.open-redirect
    response.sendRedirect(request.getContextPath() + "/done?id=" + URLEncoder.encode(request.getParameter("id"), "UTF-8"));
  }
  void location(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setStatus(302);
    // ruleid: java.security.open-redirect, java.security.response-splitting
    response.setHeader("Location", request.getParameter("to"));
  }
  void session(HttpServletRequest request) {
    // ruleid: java.security.trust-boundary
    request.getSession().setAttribute("role", request.getParameter("role"));
  }
  void sessionNumber(HttpServletRequest request) {
    // ok: java.security.trust-boundary
    request.getSession().setAttribute("page", Integer.valueOf(request.getParameter("page")));
  }
  static final Logger LOG = Logger.getLogger("x");
  void logs(HttpServletRequest request) {
    // ruleid: java.security.log-injection
    LOG.info("login failed for " + request.getParameter("user"));
  }
  void logsClean(HttpServletRequest request) {
    // ok: java.security.log-injection
    LOG.info("login failed for " + request.getParameter("user").replaceAll("[\r\n]", "_"));
  }
  void include(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.path-traversal
    request.getRequestDispatcher("/WEB-INF/" + request.getParameter("page")).forward(request, response);
  }
}

class Directory extends HttpServlet {
  void find(HttpServletRequest request, DirContext ctx) throws Exception {
    String filter = "(&(objectClass=person)(uid=" + request.getParameter("u") + "))";
    // ruleid: java.security.ldap-injection
    ctx.search("ou=people", filter, new SearchControls());
  }
  void findBound(HttpServletRequest request, DirContext ctx) throws Exception {
    // ok: java.security.ldap-injection
    ctx.search("ou=people", "(uid={0})", new Object[] {request.getParameter("u")}, new SearchControls());
  }
  void findName(HttpServletRequest request, InitialDirContext ctx) throws Exception {
    // ruleid: java.security.ldap-injection
    ctx.search("ou=" + request.getParameter("ou"), "(uid=a)", new SearchControls());
  }
  void findEncoded(HttpServletRequest request, DirContext ctx) throws Exception {
    String u = org.owasp.esapi.ESAPI.encoder().encodeForLDAP(request.getParameter("u"));
    // ok: java.security.ldap-injection
    ctx.search("ou=people", "(uid=" + u + ")", new SearchControls());
  }
  void lookup(HttpServletRequest request) throws Exception {
    // ruleid: java.security.jndi-injection
    new InitialContext().lookup(request.getParameter("name"));
  }
  void xpath(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    // ruleid: java.security.xpath-injection
    x.evaluate("//user[@name='" + request.getParameter("u") + "']", d);
  }
  void xpathCompiled(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    // ruleid: java.security.xpath-injection
    XPathExpression e = x.compile("//user[@name='" + request.getParameter("u") + "']");
    e.evaluate(d);
  }
  void xpathVariable(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    String u = request.getParameter("u");
    x.setXPathVariableResolver(name -> u);
    // ok: java.security.xpath-injection
    x.evaluate("//user[@name=$u]", d);
  }
  void xml(HttpServletRequest request) throws Exception {
    DocumentBuilder b = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    // ruleid: java.security.xml-external-entities
    b.parse(request.getInputStream());
  }
  void xmlSafe(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
    f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-external-entities
    f.newDocumentBuilder().parse(request.getInputStream());
  }
  void xmlWrongFeature(HttpServletRequest request) throws Exception {
    SAXParserFactory f = SAXParserFactory.newInstance();
    f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    // ruleid: java.security.xml-external-entities
    f.newSAXParser().parse(request.getInputStream(), new org.xml.sax.helpers.DefaultHandler());
  }
  void stax(HttpServletRequest request) throws Exception {
    XMLInputFactory f = XMLInputFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    f.createXMLStreamReader(request.getInputStream());
  }
  void staxSafe(HttpServletRequest request) throws Exception {
    XMLInputFactory f = XMLInputFactory.newFactory();
    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // ok: java.security.xml-external-entities
    f.createXMLStreamReader(request.getInputStream());
  }
  void sax(HttpServletRequest request) throws Exception {
    // ruleid: java.security.xml-external-entities
    new org.jdom2.input.SAXBuilder().build(request.getInputStream());
  }
  void object(HttpServletRequest request) throws Exception {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    // ruleid: java.security.unsafe-deserialization
    Object o = in.readObject();
  }
  void objectFiltered(HttpServletRequest request) throws Exception {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.web.*;!*"));
    // ok: java.security.unsafe-deserialization
    Object o = in.readObject();
  }
  void decoded(HttpServletRequest request) throws Exception {
    byte[] b = Base64.getDecoder().decode(request.getParameter("state"));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(b))) {
      // ruleid: java.security.unsafe-deserialization
      in.readObject();
    }
  }
  void xmlDecoder(HttpServletRequest request) throws Exception {
    // ruleid: java.security.unsafe-deserialization
    new java.beans.XMLDecoder(request.getInputStream()).readObject();
  }
  void classByName(HttpServletRequest request) throws Exception {
    // ruleid: java.security.unsafe-reflection
    Class.forName(request.getParameter("c")).getDeclaredConstructor().newInstance();
  }
  void script(HttpServletRequest request) throws Exception {
    javax.script.ScriptEngine e = new javax.script.ScriptEngineManager().getEngineByName("javascript");
    // ruleid: java.security.script-injection
    e.eval("1 + " + request.getParameter("x"));
  }
  void spel(HttpServletRequest request) {
    // ruleid: java.security.expression-injection
    new org.springframework.expression.spel.standard.SpelExpressionParser().parseExpression(request.getParameter("x")).getValue();
  }
  void connect(HttpServletRequest request) throws Exception {
    URL u = new URL(request.getParameter("u"));
    // ruleid: java.security.server-side-request-forgery
    u.openConnection().getInputStream();
  }
  void connectPath(HttpServletRequest request) throws Exception {
    URL u = new URL("https://cdn.example.org/i/" + URLEncoder.encode(request.getParameter("u"), "UTF-8"));
    // ok: java.security.server-side-request-forgery
    u.openStream();
  }
  void httpClient(HttpServletRequest request) throws Exception {
    // ruleid: java.security.server-side-request-forgery
    java.net.http.HttpRequest r = java.net.http.HttpRequest.newBuilder().uri(URI.create(request.getParameter("u"))).build();
    java.net.http.HttpClient.newHttpClient().send(r, java.net.http.HttpResponse.BodyHandlers.ofString());
  }
  void regex(HttpServletRequest request) {
    // ruleid: java.security.regex-from-request
    Pattern.compile(request.getParameter("re")).matcher("aaa").matches();
  }
  void regexQuoted(HttpServletRequest request) {
    // ok: java.security.regex-from-request
    Pattern.compile(Pattern.quote(request.getParameter("re"))).matcher("aaa").matches();
  }
}

class Crypto {
  static final String ALGORITHM = "MD5";
  byte[] md5(byte[] b) throws Exception {
    // ruleid: java.security.weak-hash
    return MessageDigest.getInstance(ALGORITHM).digest(b);
  }
  byte[] sha1(byte[] b) throws Exception {
    String name = "SHA" + "-1";
    // ruleid: java.security.weak-hash
    return MessageDigest.getInstance(name).digest(b);
  }
  byte[] sha256(byte[] b) throws Exception {
    // ok: java.security.weak-hash
    return MessageDigest.getInstance("SHA-256").digest(b);
  }
  byte[] chosen(byte[] b, boolean strong) throws Exception {
    String name = "SHA-512";
    if (1 > 2) name = "MD5";
    // ok: java.security.weak-hash
    return MessageDigest.getInstance(name).digest(b);
  }
  Cipher des() throws Exception {
    // ruleid: java.security.weak-cipher
    return Cipher.getInstance("DES/CBC/PKCS5Padding");
  }
  Cipher ecb() throws Exception {
    // ruleid: java.security.ecb-mode
    return Cipher.getInstance("AES");
  }
  Cipher gcm() throws Exception {
    // ok: java.security.ecb-mode
    return Cipher.getInstance("AES/GCM/NoPadding");
  }
  Cipher rc4() throws Exception {
    Map<String, String> names = new HashMap<>();
    names.put("old", "RC4");
    names.put("new", "AES/GCM/NoPadding");
    // todoruleid: java.security.weak-cipher
    return Cipher.getInstance(names.get("old"));
  }
  IvParameterSpec iv() {
    byte[] iv = new byte[16];
    // ruleid: java.security.static-iv
    return new IvParameterSpec(iv);
  }
  IvParameterSpec ivRandom() {
    byte[] iv = new byte[16];
    new SecureRandom().nextBytes(iv);
    // ok: java.security.static-iv
    return new IvParameterSpec(iv);
  }
  String token() {
    // ruleid: java.security.insecure-random
    String token = Long.toHexString(new Random().nextLong());
    // ruleid: java.security.insecure-random
    return token;
  }
  String sessionId() {
    // ruleid: java.security.insecure-random
    String sessionId = "" + Math.random();
    // ruleid: java.security.insecure-random
    return sessionId;
  }
  String tokenStrong() {
    // ok: java.security.insecure-random
    String token = Long.toHexString(new SecureRandom().nextLong());
    return token;
  }
  SecretKeySpec key() {
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
  }
  SecretKeySpec keyGiven() {
    // ok: java.security.hard-coded-key
    return new SecretKeySpec(System.getenv("KEY").getBytes(), "AES");
  }
  Connection password() throws Exception {
    // ruleid: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:mysql://db/shop", "root", "s3cr3t!pw");
  }
  Connection passwordGiven() throws Exception {
    // ok: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:mysql://db/shop", "root", System.getenv("DB_PASSWORD"));
  }
  KeyPairGenerator small() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ruleid: java.security.weak-key-size
    g.initialize(1024);
    return g;
  }
  KeyPairGenerator large() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ok: java.security.weak-key-size
    g.initialize(3072);
    return g;
  }
  void cookie(HttpServletResponse response, String v) {
    Cookie c = new Cookie("sid", v);
    // ruleid: java.security.cookie-without-secure
    c.setSecure(false);
    c.setHttpOnly(true);
    response.addCookie(c);
  }
  void cookieSecure(HttpServletResponse response, String v) {
    Cookie c = new Cookie("sid", v);
    c.setSecure(true);
    c.setHttpOnly(true);
    // ok: java.security.cookie-without-secure
    response.addCookie(c);
  }
  void cookieUnset(HttpServletResponse response, String v) {
    // ruleid: java.security.cookie-flags-not-set
    Cookie c = new Cookie("sid", v);
    response.addCookie(c);
  }
  File temp() throws IOException {
    File f = new File("/tmp/upload.txt");
    // todoruleid: java.security.predictable-temporary-path
    new FileWriter(f).close();
    return f;
  }
  File tempSafe() throws IOException {
    // ok: java.security.predictable-temporary-path
    return Files.createTempFile("a", "b").toFile();
  }
  String jwt() {
    // ruleid: java.security.hard-coded-jwt-secret
    return io.jsonwebtoken.Jwts.builder().setSubject("a").signWith(io.jsonwebtoken.SignatureAlgorithm.HS256, "my-very-secret-key").compact();
  }
  Object jwtParse(String token, Key key) {
    // ruleid: java.security.unverified-jwt
    return io.jsonwebtoken.Jwts.parser().setSigningKey(key).parse(token);
  }
  void trust() throws Exception {
    javax.net.ssl.SSLContext ctx = javax.net.ssl.SSLContext.getInstance("TLS");
    javax.net.ssl.TrustManager[] all = {new javax.net.ssl.X509TrustManager() {
      public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
      public void checkClientTrusted(java.security.cert.X509Certificate[] c, String t) {}
      // ruleid: java.security.trust-all-certificates
      public void checkServerTrusted(java.security.cert.X509Certificate[] c, String t) {}
    }};
    ctx.init(null, all, new SecureRandom());
  }
  void host(javax.net.ssl.HttpsURLConnection c) {
    // ruleid: java.security.hostname-verification-off
    c.setHostnameVerifier((h, s) -> true);
  }
  javax.net.ssl.SSLContext tls() throws Exception {
    // ruleid: java.security.obsolete-tls-version
    return javax.net.ssl.SSLContext.getInstance("SSLv3");
  }
}

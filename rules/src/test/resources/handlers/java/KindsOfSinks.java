import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.security.MessageDigest;
import java.sql.*;
import java.util.*;
import java.util.logging.Logger;
import javax.naming.directory.*;
import javax.persistence.EntityManager;
import javax.script.*;
import javax.servlet.http.*;
import javax.ws.rs.*;
import javax.xml.parsers.*;
import javax.xml.xpath.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
class KindsOfSinks {
  private static final Logger LOG = Logger.getLogger("shop");
  private JdbcTemplate jdbc;
  private EntityManager entities;
  private RestTemplate rest;

  @GetMapping("/sql")
  List<Map<String, Object>> sql(@RequestParam String name, Connection db) throws Exception {
    // ruleid: java.security.sql-injection
    db.createStatement().executeQuery("select * from t where name = '" + name + "'");
    PreparedStatement good = db.prepareStatement("select * from t where name = ?");
    good.setString(1, name);
    // ok: java.security.sql-injection
    good.executeQuery();
    // ruleid: java.security.sql-injection
    entities.createNativeQuery("select * from t where name = '" + name + "'");
    // ok: java.security.sql-injection
    entities.createQuery("select t from T t where t.name = :name").setParameter("name", name);
    // ruleid: java.security.sql-injection
    jdbc.queryForList("select * from t where name = '" + name + "'");
    // ok: java.security.sql-injection
    return jdbc.queryForList("select * from t where name = ?", name);
  }

  @PostMapping("/command")
  void command(@RequestParam("host") String host) throws Exception {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("ping " + host);
    // ruleid: java.security.command-injection
    new ProcessBuilder("sh", "-c", "ping " + host).start();
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping " + host});
  }

  void xss(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = request.getParameter("name");
    // ruleid: java.security.cross-site-scripting
    response.getWriter().println("<b>" + name + "</b>");
    PrintWriter out = response.getWriter();
    // ruleid: java.security.cross-site-scripting
    out.write(name);
    // ok: java.security.cross-site-scripting
    out.write(org.owasp.encoder.Encode.forHtml(name));
    // ok: java.security.cross-site-scripting
    out.write(org.apache.commons.text.StringEscapeUtils.escapeHtml4(name));
  }

  void path(HttpServletRequest request) throws Exception {
    String name = request.getParameter("file");
    // ruleid: java.security.path-traversal
    Files.readAllBytes(Paths.get("/srv/" + name));
    // ruleid: java.security.path-traversal
    new FileReader(new File("/srv", name));
    // ok: java.security.path-traversal
    new FileReader(new File("/srv", org.apache.commons.io.FilenameUtils.getName(name)));
  }

  @GetMapping("/ssrf")
  String ssrf(@RequestParam String url) throws Exception {
    // ruleid: java.security.server-side-request-forgery
    new URL(url).openConnection();
    // ruleid: java.security.server-side-request-forgery
    return rest.getForObject(url, String.class);
  }

  @GetMapping("/go")
  String redirect(@RequestParam String next) {
    // ruleid: java.security.open-redirect
    return "redirect:" + next;
  }

  void ldap(HttpServletRequest request, DirContext directory) throws Exception {
    // ruleid: java.security.ldap-injection
    directory.search("dc=example", "(uid=" + request.getParameter("uid") + ")", new SearchControls());
    // ok: java.security.ldap-injection
    directory.search("dc=example", "(uid={0})", new Object[] {request.getParameter("uid")}, null);
  }

  void xpath(HttpServletRequest request, Object document) throws Exception {
    XPath path = XPathFactory.newInstance().newXPath();
    // ruleid: java.security.xpath-injection
    path.evaluate("//user[@name='" + request.getParameter("name") + "']", document);
    // ok: java.security.xpath-injection
    path.evaluate("//user", document);
  }

  void load(HttpServletRequest request) throws Exception {
    // ruleid: java.security.unsafe-deserialization
    new ObjectInputStream(request.getInputStream()).readObject();
  }

  void script(HttpServletRequest request) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    // ruleid: java.security.script-injection
    engine.eval(request.getParameter("code"));
  }

  void xml(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(request.getInputStream());
  }

  void logged(HttpServletRequest request) {
    // ruleid: java.security.log-injection
    LOG.info("login of " + request.getParameter("user"));
    // ok: java.security.log-injection
    LOG.info("login of " + request.getParameter("user").replaceAll("[\r\n]", ""));
  }

  void header(HttpServletRequest request, HttpServletResponse response) {
    // ruleid: java.security.response-splitting
    response.setHeader("X-Name", request.getParameter("name"));
    // ruleid: java.security.trust-boundary
    request.getSession().setAttribute("role", request.getParameter("role"));
  }

  void weak() throws Exception {
    // ruleid: java.security.weak-hash
    MessageDigest.getInstance("MD5");
    // ok: java.security.weak-hash
    MessageDigest.getInstance("SHA-256");
  }

  @GET
  @javax.ws.rs.Path("/rest")
  public String rest(@QueryParam("name") String name, Connection db) throws Exception {
    // ruleid: java.security.sql-injection
    db.createStatement().execute("select * from t where name = '" + name + "'");
    return "";
  }
}

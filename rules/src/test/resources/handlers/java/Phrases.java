import java.io.*; import java.sql.*; import java.util.*; import java.util.function.*; import java.util.stream.*; import java.util.regex.*; import javax.servlet.http.*;
public class B extends HttpServlet {
  static final Pattern P = Pattern.compile("^[a-z0-9]+$");
  static final List<String> L = Arrays.asList("a","b");
  enum Col { NAME, AGE }
  record Record(String v) {}
  static class Box { private String v; Box(String v) { this.v = v; } String get() { return v; } void set(String w) { v = w; } }
  String f;
  static String id(String s) { return s; }
  void m0(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery("select " + x);
  }
  void m1(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + x.replaceAll("[^a-z]", ""));
  }
  void m2(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    if (P.matcher(x).matches()) st.executeQuery("select " + x);
  }
  void m3(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    if (x.matches("[a-z]+")) st.executeQuery("select " + x);
  }
  void m4(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    if (L.contains(x)) st.executeQuery("select " + x);
  }
  void m5(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + Col.valueOf(x).name());
  }
  void m6(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + Integer.valueOf(x));
  }
  void m7(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + UUID.fromString(x));
  }
  void m8(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    String y; switch (x) { case "a": y = "a"; break; default: y = "b"; } st.executeQuery("select " + y);
  }
  void m9(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    String z = x.equals("asc") ? "asc" : "desc"; st.executeQuery("select " + z);
  }
  void m10(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Map<String,String> m = new HashMap<>(); m.put("k", x); m.put("s", "safe"); st.executeQuery(m.get("k"));
  }
  void m11(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    Map<String,String> m = new HashMap<>(); m.put("k", x); m.put("s", "safe"); st.executeQuery(m.get("s"));
  }
  void m12(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    StringBuilder sb = new StringBuilder("select "); sb.append(x); st.executeQuery(sb.toString());
  }
  void m13(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    StringBuilder sb = new StringBuilder("select "); sb.append(x); sb.setLength(0); sb.append("select 1"); st.executeQuery(sb.toString());
  }
  void m14(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Optional<String> o = Optional.ofNullable(x); st.executeQuery(o.orElse("q"));
  }
  void m15(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    String[] parts = x.split(","); st.executeQuery(parts[0]);
  }
  void m16(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    for (String p : x.split(",")) st.executeQuery(p);
  }
  void m17(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    List<String> l = new ArrayList<>(); l.add(x); l.stream().map(s -> "select " + s).forEach(s -> { try { st.executeQuery(s); } catch (SQLException e) {} });
  }
  void m18(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(String.format("select %s", x));
  }
  void m19(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    List<String> l = new ArrayList<>(); l.add(x); st.executeQuery(String.join(",", l));
  }
  void m20(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(new String(x.getBytes(), "UTF-8"));
  }
  void m21(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(new String(Base64.getDecoder().decode(x)));
  }
  void m22(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + x.length());
  }
  void m23(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery("select " + x.hashCode());
  }
  void m24(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Object ob = x; st.executeQuery((String) ob);
  }
  void m25(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    String n = x; x = "safe"; st.executeQuery(x);
  }
  void m26(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.trust-boundary
    req.getSession().setAttribute("q", x); st.executeQuery((String) req.getSession().getAttribute("q"));
  }
  void m27(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec(new String[]{"sh","-c", x});
  }
  void m28(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.path-traversal
    new File("/tmp", x).delete();
  }
  void m29(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    new File("/tmp", new File(x).getName()).delete();
  }
  void m30(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.cross-site-scripting
    resp.getWriter().print(x);
  }
  void m31(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.open-redirect
    resp.sendRedirect(x);
  }
  void m32(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    resp.setHeader("X", x.replace("\n","").replace("\r",""));
  }
  void m33(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.unsafe-reflection
    Class.forName(x);
  }
  void m34(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.unsafe-deserialization
    new ObjectInputStream(req.getInputStream()).readObject();
  }
  void m35(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.xml-external-entities
    javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(req.getInputStream());
  }
  void m36(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.server-side-request-forgery
    new java.net.URL(x).openStream();
  }
  void m37(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    String q = "select"; q += " " + x; st.executeQuery(q);
  }
  void m38(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    String[] a = {"s", x}; st.executeQuery(a[1]);
  }
  void m39(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    String[] a = {"s", x}; st.executeQuery(a[0]);
  }
  void m40(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(x.trim().toLowerCase().substring(1));
  }
  void m41(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(id(x));
  }
  void m42(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(new Box(x).get());
  }
  void m43(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    st.executeQuery(new Box("a").get());
  }
  void m44(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Box b = new Box("a"); b.set(x); st.executeQuery(b.get());
  }
  void m45(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    this.f = x; st.executeQuery(this.f);
  }
  void m46(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Iterator<String> it = List.of(x).iterator(); while (it.hasNext()) st.executeQuery(it.next());
  }
  void m47(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(Stream.of(x).collect(Collectors.joining(",")));
  }
  void m48(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    char[] cs = x.toCharArray(); st.executeQuery(new String(cs));
  }
  void m49(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Deque<String> d = new ArrayDeque<>(); d.push(x); st.executeQuery(d.pop());
  }
  void m50(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Supplier<String> s = () -> x; st.executeQuery(s.get());
  }
  void m51(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Function<String,String> fn = v -> v + "a"; st.executeQuery(fn.apply(x));
  }
  void m52(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Record r = new Record(x); st.executeQuery(r.v());
  }
  void m53(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    var v = x; st.executeQuery(v);
  }
  void m54(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(switch (1) { default -> x; });
  }
  void m55(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    if (req instanceof HttpServletRequest h) st.executeQuery(h.getHeader("a"));
  }
  void m56(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    String t = """
 // ruleid: java.security.sql-injection
 select %s""".formatted(x); st.executeQuery(t);
  }
  void m57(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    try { throw new IllegalStateException(x); } catch (IllegalStateException e) { st.executeQuery(e.getMessage()); }
  }
  void m58(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Cookie ck = req.getCookies()[0]; st.executeQuery(ck.getValue());
  }
  void m59(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(java.net.URLDecoder.decode(x, "UTF-8"));
  }
  void m60(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    for (Cookie ck : req.getCookies()) if (ck.getName().equals("a")) st.executeQuery(ck.getValue());
  }
  void m61(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    Enumeration<String> e = req.getHeaders("a"); st.executeQuery(e.nextElement());
  }
  void m62(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    String[] vs = req.getParameterValues("a"); st.executeQuery(vs[0]);
  }
  void m63(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    st.executeQuery(req.getParameterMap().get("a")[0]);
  }
  void m64(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    BufferedReader br = req.getReader(); String line; while ((line = br.readLine()) != null) st.executeQuery(line);
  }
  void m65(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    PreparedStatement ps = c.prepareStatement("select " + x); ps.execute();
  }
  void m66(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    PreparedStatement ps = c.prepareStatement("select ?"); ps.setString(1, x); ps.execute();
  }
  void m67(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.command-injection
    System.getProperties(); ProcessBuilder pb = new ProcessBuilder(); pb.command("sh", "-c", x); pb.start();
  }
  void m69(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    int i = 7; if (i * 2 > 20) st.executeQuery(x);
  }
  void m70(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    int i = 1; String v; if (i > 0) v = "a"; else v = x; st.executeQuery(v);
  }
  void m71(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    if (!x.matches("[a-z]+")) throw new IllegalArgumentException(); st.executeQuery(x);
  }
  void m72(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ok: java.security.sql-injection
    if (x == null || !L.contains(x)) return; st.executeQuery(x);
  }
  void m73(HttpServletRequest req, HttpServletResponse resp, Connection c) throws Exception { String x = req.getParameter("x"); Statement st = c.createStatement();
    // ruleid: java.security.sql-injection
    if (x.contains("a")) return; st.executeQuery(x);
  }
}

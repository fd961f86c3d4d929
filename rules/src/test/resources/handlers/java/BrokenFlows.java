import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class BrokenFlows {
  interface Source {
    String text(String given);
  }

  static class Same implements Source {
    @Override
    public String text(String given) {
      return given;
    }
  }

  static class Fixed implements Source {
    @Override
    public String text(String given) {
      return "fixed";
    }
  }

  static class Box<T> {
    private T held;

    Box(T held) {
      this.held = held;
    }

    T get() {
      return held;
    }

    void set(T held) {
      this.held = held;
    }
  }

  sealed interface Shape permits Named, Numbered {}

  record Named(String name, String kind) implements Shape {}

  record Numbered(int number) implements Shape {}

  private static String pass(String text) {
    return text;
  }

  private static String constant(String text) {
    return "constant";
  }

  private static String either(String text, boolean use) {
    if (use) {
      return text;
    }
    return "constant";
  }

  private static String deep(String text, int depth) {
    return depth == 0 ? text : deep(text, depth - 1);
  }

  private static String digits(String text) {
    StringBuilder kept = new StringBuilder();
    for (char c : text.toCharArray()) {
      kept.append(c);
    }
    return kept.toString();
  }

  private static String joined(String... texts) {
    return String.join(" ", texts);
  }

  void helpers(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    // ruleid: java.security.sql-injection
    db.execute("select " + pass(text));
    // ok: java.security.sql-injection
    db.execute("select " + constant(text));
    // ruleid: java.security.sql-injection
    db.execute("select " + either(text, true));
    // ok: java.security.sql-injection
    db.execute("select " + either(text, false));
    // ruleid: java.security.sql-injection
    db.execute("select " + deep(text, 3));
    // ruleid: java.security.sql-injection
    db.execute("select " + digits(text));
    // ruleid: java.security.sql-injection
    db.execute(joined("select", text));
    // ok: java.security.sql-injection
    db.execute(joined("select", "1"));
  }

  void dispatched(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    Source same = new Same();
    Source fixed = new Fixed();
    // ruleid: java.security.sql-injection
    db.execute("select " + same.text(text));
    // ok: java.security.sql-injection
    db.execute("select " + fixed.text(text));
    Source anonymous =
        new Source() {
          @Override
          public String text(String given) {
            return given + "!";
          }
        };
    // ruleid: java.security.sql-injection
    db.execute("select " + anonymous.text(text));
    Source lambda = given -> "fixed";
    // ok: java.security.sql-injection
    db.execute("select " + lambda.text(text));
  }

  void boxed(HttpServletRequest request, Statement db) throws Exception {
    Box<String> box = new Box<>(request.getParameter("text"));
    // ruleid: java.security.sql-injection
    db.execute("select " + box.get());
    box.set("1");
    // ok: java.security.sql-injection
    db.execute("select " + box.get());
    Shape shape = new Named(request.getParameter("text"), "kind");
    if (shape instanceof Named(String name, String kind)) {
      // todoruleid: java.security.sql-injection
      db.execute("select " + name);
    }
    Object object = request.getParameter("text");
    if (object instanceof String s) {
      // ruleid: java.security.sql-injection
      db.execute("select " + s);
    }
  }

  void wrongEncoder(HttpServletRequest request, HttpServletResponse response, Statement db)
      throws Exception {
    String text = request.getParameter("text");
    String html = org.owasp.encoder.Encode.forHtml(text);
    // ok: java.security.cross-site-scripting
    response.getWriter().print(html);
    // ruleid: java.security.sql-injection
    db.execute("select '" + html + "'");
    String unused = org.owasp.encoder.Encode.forHtml(text);
    // ruleid: java.security.cross-site-scripting
    response.getWriter().print(text);
  }

  void coded(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    String there = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String back = new String(Base64.getDecoder().decode(there), StandardCharsets.UTF_8);
    // ruleid: java.security.sql-injection
    db.execute("select " + back);
    String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
    // ruleid: java.security.sql-injection
    db.execute("select " + decoded);
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals("text")) {
        // ruleid: java.security.sql-injection
        db.execute("select " + cookie.getValue());
      }
    }
  }

  void unreachable(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    while (true) {
      if (text.isEmpty()) {
        break;
      }
      // ruleid: java.security.sql-injection
      db.execute("select " + text);
      text = "1";
      // ok: java.security.sql-injection
      db.execute("select " + text);
    }
    int i = 0;
    String picked = "1";
    for (; i < 3; i++) {
      if (i > 100) {
        picked = request.getParameter("never");
      }
    }
    String last = request.getParameter("text");
    if (Objects.equals("a", "b")) {
      // ok: java.security.sql-injection
      db.execute("select " + last);
    }
    boolean on = 3 > 2 && !"x".equals("y");
    last = on ? "1" : last;
    // ok: java.security.sql-injection
    db.execute("select " + last);
  }

  void lists(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    List<String> list = new ArrayList<>();
    list.add("safe");
    list.add(text);
    list.add("moresafe");
    int at = 1;
    // ruleid: java.security.sql-injection
    db.execute("select " + list.get(at));
    list.remove(0);
    // ok: java.security.sql-injection
    db.execute("select " + list.get(at));
    List<String> upper = list.stream().map(String::toUpperCase).collect(Collectors.toList());
    // ruleid: java.security.sql-injection
    db.execute("select " + upper.get(0));
    Map<String, Object> map = new HashMap<>();
    map.put("a", text);
    map.put("a", "safe");
    // ok: java.security.sql-injection
    db.execute("select " + (String) map.get("a"));
    map.putAll(Map.of("b", text));
    // ruleid: java.security.sql-injection
    db.execute("select " + map.get("b"));
    map.remove("b");
    // ok: java.security.sql-injection
    db.execute("select " + map.get("a"));
    String[][] grid = new String[2][2];
    grid[0][1] = text;
    grid[1][0] = "safe";
    // ruleid: java.security.sql-injection
    db.execute("select " + grid[0][1]);
    // ok: java.security.sql-injection
    db.execute("select " + grid[1][0]);
  }

  void expressions(HttpServletRequest request, Statement db) throws Exception {
    String text = request.getParameter("text");
    String kind = "b";
    String chosen =
        switch (kind) {
          case "a" -> text;
          case "b" -> "safe";
          default -> text;
        };
    // ok: java.security.sql-injection
    db.execute("select " + chosen);
    String other =
        switch (text.length()) {
          case 0 -> "safe";
          default -> {
            String trimmed = text.trim();
            yield trimmed;
          }
        };
    // ruleid: java.security.sql-injection
    db.execute("select " + other);
    String a;
    String b = a = text;
    // ruleid: java.security.sql-injection
    db.execute("select " + a + b);
    text += " limit 1";
    // ruleid: java.security.sql-injection
    db.execute("select " + text);
    var block = """
        select %s
        from t
        """.formatted(text);
    // ruleid: java.security.sql-injection
    db.execute(block);
  }
}

import jakarta.servlet.http.HttpServletRequest;
import javax.naming.InitialContext;
import javax.naming.NamingException;

class Pools {
  Object find(HttpServletRequest request) throws NamingException {
    InitialContext context = new InitialContext();
    // ruleid: java.security.jndi-injection
    return context.lookup(request.getParameter("pool"));
  }

  Object direct(HttpServletRequest request) throws NamingException {
    String pool = request.getHeader("X-Pool");
    // ruleid: java.security.jndi-injection
    return InitialContext.doLookup(pool);
  }

  Object fixed() throws NamingException {
    // ok: java.security.jndi-injection
    return new InitialContext().lookup("java:comp/env/jdbc/orders");
  }

  Object configured(String name) throws NamingException {
    // ok: java.security.jndi-injection
    return new InitialContext().lookup(name);
  }
}

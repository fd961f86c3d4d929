import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.GetMapping;

class Logins {
  private static final Logger log = LoggerFactory.getLogger(Logins.class);
  private static final java.util.logging.Logger audit = java.util.logging.Logger.getLogger("audit");

  void login(HttpServletRequest request) {
    String user = request.getParameter("user");
    // ruleid: java.security.log-injection
    log.info("login of {}", user);
    // ruleid: java.security.log-injection
    log.warn("refused: " + user);
    // ruleid: java.security.log-injection
    audit.log(Level.INFO, "login of {0}", user);
    String oneLine = user.replaceAll("[\\r\\n]", "_");
    // ok: java.security.log-injection
    log.info("login of {}", oneLine);
    // ok: java.security.log-injection
    log.info("login with {} characters", user.length());
    // ok: java.security.log-injection
    log.info("login page opened");
  }

  @GetMapping("/users/{id}")
  void user(@PathVariable("id") long id) {
    // ok: java.security.log-injection
    log.info("user {}", id);
  }
}

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

class Logins {
  void remember(HttpServletRequest request) {
    HttpSession session = request.getSession();
    // ruleid: java.security.session-never-expires
    session.setMaxInactiveInterval(-1);
    // ok: java.security.session-never-expires
    session.setMaxInactiveInterval(1800);
  }
}

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

class Profile {
  void store(HttpServletRequest request) {
    String role = request.getParameter("role");
    // ruleid: java.security.trust-boundary
    request.getSession().setAttribute("role", role);
    HttpSession session = request.getSession(true);
    // ruleid: java.security.trust-boundary
    session.setAttribute(request.getHeader("X-Key"), "on");
    // ok: java.security.trust-boundary
    session.setAttribute("page", Integer.parseInt(request.getParameter("page")));
    // ok: java.security.trust-boundary
    session.setAttribute("role", "guest");
    if (role.matches("guest|buyer")) {
      // ok: java.security.trust-boundary
      session.setAttribute("role", role);
    }
    // ok: java.security.trust-boundary
    request.setAttribute("role", request.getParameter("role"));
  }
}

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

class Preferences {
  void add(HttpServletResponse response) {
    // ruleid: java.security.cookie-flags-not-set
    Cookie cookie = new Cookie("theme", "dark");
    cookie.setPath("/");
    response.addCookie(cookie);
  }

  void secured(HttpServletResponse response) {
    // ok: java.security.cookie-flags-not-set
    Cookie cookie = new Cookie("theme", "dark");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void remove(HttpServletResponse response) {
    // ok: java.security.cookie-flags-not-set
    Cookie cookie = new Cookie("theme", "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  Cookie unused() {
    // ok: java.security.cookie-flags-not-set
    return new Cookie("theme", "dark");
  }
}

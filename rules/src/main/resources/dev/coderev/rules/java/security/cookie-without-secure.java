import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

class Baskets {
  void remember(HttpServletResponse response, boolean https) {
    Cookie cookie = new Cookie("basket", "1");
    // ruleid: java.security.cookie-without-secure
    cookie.setSecure(false);
    response.addCookie(cookie);
  }

  void safe(HttpServletResponse response, boolean https) {
    Cookie cookie = new Cookie("basket", "1");
    // ok: java.security.cookie-without-secure
    cookie.setSecure(true);
    // ok: java.security.cookie-without-secure
    cookie.setSecure(https);
    response.addCookie(cookie);
  }

  void door(Door door) {
    // ok: java.security.cookie-without-secure
    door.setSecure(false);
  }
}

interface Door {
  void setSecure(boolean secure);
}

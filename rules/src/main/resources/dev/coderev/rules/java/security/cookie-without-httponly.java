import jakarta.servlet.http.Cookie;

class Visits {
  Cookie open() {
    Cookie cookie = new Cookie("visit", "1");
    // ruleid: java.security.cookie-without-httponly
    cookie.setHttpOnly(false);
    return cookie;
  }

  Cookie closed(boolean flag) {
    Cookie cookie = new Cookie("visit", "1");
    // ok: java.security.cookie-without-httponly
    cookie.setHttpOnly(true);
    // ok: java.security.cookie-without-httponly
    cookie.setHttpOnly(flag);
    return cookie;
  }
}

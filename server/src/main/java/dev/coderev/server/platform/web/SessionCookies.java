package dev.coderev.server.platform.web;

import dev.coderev.server.platform.settings.ServerSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies in which a browser carries its session, where no script can read them. The one that
 * renews the session goes only to where that is done.
 */
@Component
public final class SessionCookies {
  /** Below this path a session is opened, renewed and ended. */
  public static final String PATH = "/api/auth/browser";

  private static final String ACCESS = "coderev_access";
  private static final String REFRESH = "coderev_refresh";

  private final boolean secure;

  SessionCookies(ServerSettings settings) {
    this.secure = settings.web().isSecure();
  }

  /** Gives the browser the tokens of its session. */
  public void set(
      HttpServletResponse response,
      String access,
      String refresh,
      Duration life,
      Duration renewed) {
    add(response, ACCESS, access, "/", life);
    add(response, REFRESH, refresh, PATH, renewed);
  }

  /** Takes them back. */
  public void clear(HttpServletResponse response) {
    add(response, ACCESS, "", "/", Duration.ZERO);
    add(response, REFRESH, "", PATH, Duration.ZERO);
  }

  private void add(
      HttpServletResponse response, String name, String value, String path, Duration life) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path(path)
            .maxAge(life)
            .build()
            .toString());
  }

  /** The access token that a browser sent. */
  static Optional<String> access(HttpServletRequest request) {
    return value(request, ACCESS);
  }

  /** The token that renews its session. */
  public static Optional<String> refresh(HttpServletRequest request) {
    return value(request, REFRESH);
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name) && !cookie.getValue().isEmpty())
            .map(Cookie::getValue)
            .findFirst();
  }
}

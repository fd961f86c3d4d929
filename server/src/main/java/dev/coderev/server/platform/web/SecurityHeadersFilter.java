package dev.coderev.server.platform.web;

import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.ServerSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What browsers are told on every answer so that they guard the user. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeadersFilter extends OncePerRequestFilter {
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s';"
          + " img-src 'self' data: blob: https:; font-src 'self' data:; connect-src 'self' wss:;"
          + " frame-ancestors 'self'; form-action 'self'; base-uri 'self'; object-src 'none'";
  private static final int NONCE_BYTES = 16;

  private final String policy;
  private final ServerSettings settings;

  SecurityHeadersFilter(ServerSettings settings) {
    this.settings = settings;
    this.policy = settings.isProduction() ? POLICY + "; upgrade-insecure-requests" : POLICY;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String nonce = Secrets.token(NONCE_BYTES);
    Requests.rememberNonce(request, nonce);
    response.setHeader("Content-Security-Policy", String.format(Locale.ROOT, policy, nonce));
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-XSS-Protection", "0");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
    response.setHeader(
        "Permissions-Policy",
        "geolocation=(), microphone=(), camera=(), payment=(), usb=(), magnetometer=(),"
            + " gyroscope=(), accelerometer=()");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (isHttps(request)) {
      response.setHeader(
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload");
    }
    if (hasCredentials(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  private boolean isHttps(HttpServletRequest request) {
    return request.isSecure()
        || (settings.web().trustedProxies().contains(request.getRemoteAddr())
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  private static boolean hasCredentials(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        || request.getHeader("X-API-Key") != null
        || request.getHeader("Cookie") != null;
  }
}

package dev.coderev.server.platform.web;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.RateLimits.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The general limit: per user, else per API key, else per client address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class RateLimitFilter extends OncePerRequestFilter {
  private final RateLimits limits;
  private final Limit general;
  private final ProblemWriter writer;

  RateLimitFilter(ServerSettings settings, RateLimits limits, ProblemWriter writer) {
    this.limits = limits;
    this.general = new Limit("general", settings.web().rateRequests(), settings.web().rateWindow());
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/")
        || path.equals("/metrics")
        || path.equals("/health")
        || path.startsWith("/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key =
        Requests.caller(request)
            .map(Caller::userId)
            .orElseGet(() -> Requests.clientAddress(request));
    SlidingWindow.Use use = limits.use(general, key);
    response.setIntHeader("X-RateLimit-Limit", general.most());
    response.setIntHeader("X-RateLimit-Remaining", use.left());
    response.setHeader("X-RateLimit-Reset", Long.toString(use.reset().plusMillis(999).toSeconds()));
    if (use.granted()) {
      chain.doFilter(request, response);
    } else {
      writer.write(request, response, Problem.rateLimited(use.next()));
    }
  }
}

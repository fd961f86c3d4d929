package dev.coderev.server.platform.web;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.log.LogScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls; whether that is enough is decided where the operation is known. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class AuthenticationFilter extends OncePerRequestFilter {
  private final ObjectProvider<CallerLookup> callers;
  private final ProblemWriter writer;

  AuthenticationFilter(ObjectProvider<CallerLookup> callers, ProblemWriter writer) {
    this.callers = callers;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> credentials = credentials(request);
    if (credentials.isPresent()) {
      try {
        Requests.remember(request, callers.getObject().find(credentials.get()));
      } catch (DataAccessException | TransactionException _) {
        writer.write(request, response, Problem.of(ProblemCode.UNAVAILABLE));
        return;
      }
    }
    Optional<Caller> caller = Requests.caller(request);
    if (caller.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try (LogScope _ = LogScope.open(LogScope.USER_ID, caller.get().userId());
        LogScope _ = LogScope.open(LogScope.SESSION_ID, caller.get().sessionId().orElse("-"))) {
      chain.doFilter(request, response);
    }
  }

  private static Optional<String> credentials(HttpServletRequest request) {
    String key = request.getHeader("X-API-Key");
    if (key != null) {
      return Optional.of(key.strip());
    }
    String header = request.getHeader("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ")
        ? Optional.of(header.substring("bearer ".length()).strip())
        : Optional.empty();
  }
}

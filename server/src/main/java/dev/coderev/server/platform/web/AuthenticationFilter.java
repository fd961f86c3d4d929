package dev.coderev.server.platform.web;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup;
import dev.coderev.server.platform.access.CallerLookup.Outcome;
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
import java.util.Set;
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
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final ObjectProvider<CallerLookup> callers;
  private final CsrfTokens csrf;
  private final ProblemWriter writer;

  AuthenticationFilter(
      ObjectProvider<CallerLookup> callers, CsrfTokens csrf, ProblemWriter writer) {
    this.callers = callers;
    this.csrf = csrf;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> credentials = credentials(request);
    Optional<String> cookie =
        credentials.isPresent() ? Optional.empty() : SessionCookies.access(request);
    try {
      credentials
          .or(() -> cookie)
          .map(callers.getObject()::find)
          .map(outcome -> cookie.isPresent() ? guarded(request, outcome) : outcome)
          .ifPresent(outcome -> Requests.remember(request, outcome));
    } catch (DataAccessException | TransactionException _) {
      writer.write(request, response, Problem.of(ProblemCode.UNAVAILABLE));
      return;
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

  /** A browser sends cookies with whatever makes it send; what changes something needs a proof. */
  private Outcome guarded(HttpServletRequest request, Outcome outcome) {
    if (SAFE.contains(request.getMethod()) || !(outcome instanceof Outcome.Known(Caller caller))) {
      return outcome;
    }
    String token = String.valueOf(request.getHeader(CsrfTokens.HEADER));
    return caller.sessionId().filter(session -> csrf.isOf(session, token)).isPresent()
        ? outcome
        : new Outcome.Refused(ProblemCode.CSRF_FAILED);
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

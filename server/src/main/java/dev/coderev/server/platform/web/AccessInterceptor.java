package dev.coderev.server.platform.web;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup.Outcome;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.metric.IdentityMetrics.Denial;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets through only who may call the operation; an operation that does not say is closed. */
final class AccessInterceptor implements HandlerInterceptor {
  private final Set<Role> roles;
  private final boolean signInElsewhere;
  private final LiteralRoutes literals;
  private final IdentityMetrics metrics;
  private final KnownParameters parameters = new KnownParameters();

  AccessInterceptor(ServerSettings settings, LiteralRoutes literals, IdentityMetrics metrics) {
    this.literals = literals;
    this.roles = settings.roles();
    this.signInElsewhere = settings.hosts().signIn();
    this.metrics = metrics;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpRequestMethodNotSupportedException {
    if (handler instanceof HandlerMethod method && isOurs(method)) {
      if (!RoutesOfRoles.answers(request.getRequestURI(), roles)) {
        throw Problem.notFound();
      }
      check(request, method);
      literals.requireMethod(request);
      parameters.require(request, method);
      linkCanonical(request, response, method);
    }
    return true;
  }

  private static void linkCanonical(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
    Canonical canonical = method.getMethodAnnotation(Canonical.class);
    Object used = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (canonical == null || used == null || canonical.value().equals(used.toString())) {
      return;
    }
    String path = canonical.value();
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      for (Map.Entry<?, ?> variable : variables.entrySet()) {
        path = path.replace("{" + variable.getKey() + "}", variable.getValue().toString());
      }
    }
    response.addHeader("Link", "<" + path + ">; rel=\"canonical\"");
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("dev.coderev.");
  }

  private void check(HttpServletRequest request, HandlerMethod method) {
    Access access = method.getMethodAnnotation(Access.class);
    if (access == null) {
      throw Problem.of(ProblemCode.FORBIDDEN, "This operation is closed.");
    }
    Optional<Outcome> outcome = Requests.outcome(request);
    boolean isGuest = access.value() == Who.SIGNING_IN && signInElsewhere && outcome.isEmpty();
    if (access.value() == Who.ANYONE || isGuest) {
      return;
    }
    Caller caller = known(outcome);
    if (caller.mustChangePassword() && !access.beforePasswordChange()) {
      throw Problem.of(ProblemCode.PASSWORD_CHANGE_REQUIRED);
    }
    if (!caller.may(access.scope())) {
      metrics.denied(Denial.SCOPE);
      throw Problem.of(ProblemCode.SCOPE_MISSING).with("required_scope", access.scope().id());
    }
    boolean enough =
        access.value() == Who.ADMIN
            ? caller.isAdmin()
            : caller.role().compareTo(access.value().least()) >= 0;
    if (!enough) {
      metrics.denied(Denial.ROLE);
      throw Problem.of(ProblemCode.FORBIDDEN).with("required_role", access.value().least().id());
    }
  }

  private Caller known(Optional<Outcome> outcome) {
    return switch (outcome.orElse(null)) {
      case Outcome.Known(Caller caller) -> caller;
      case Outcome.Refused(ProblemCode code) -> throw refused(code);
      case null -> throw refused(ProblemCode.UNAUTHENTICATED);
    };
  }

  private Problem refused(ProblemCode code) {
    metrics.denied(code == ProblemCode.CSRF_FAILED ? Denial.CSRF : Denial.UNAUTHENTICATED);
    return Problem.of(code);
  }
}

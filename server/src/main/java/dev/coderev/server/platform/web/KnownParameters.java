package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters of each operation: a request that has others is refused, not half read. */
final class KnownParameters {
  private static final int LONGEST_NAME = 100;

  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();
  private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

  /**
   * Makes sure that the operation reads everything that the query says.
   *
   * @throws Problem naming what it does not know
   */
  void require(HttpServletRequest request, HandlerMethod method) {
    String query = request.getQueryString();
    if (query == null || query.isEmpty() || !isStrict(request.getRequestURI())) {
      return;
    }
    Set<String> allowed = known.computeIfAbsent(method, this::of);
    List<Fault> faults = new ArrayList<>();
    for (String pair : query.split("&")) {
      String name = name(pair);
      if (!name.isEmpty() && !allowed.contains(name)) {
        String told = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        faults.add(Fault.query(told, "is not known here", "unknown_field"));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  /** Code hosts add parameters of their own to addresses that they were given. */
  private static boolean isStrict(String path) {
    return path.startsWith("/auth/")
        || (path.startsWith("/api/")
            && !path.startsWith("/api/webhooks/")
            && !path.startsWith("/api/oauth/"));
  }

  private static String name(String pair) {
    int end = pair.indexOf('=');
    try {
      return URLDecoder.decode(end < 0 ? pair : pair.substring(0, end), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The query cannot be read.");
    }
  }

  private Set<String> of(HandlerMethod method) {
    Set<String> found = new TreeSet<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType() == Paging.class) {
        found.add("page");
        found.add("limit");
      }
      RequestParam given = parameter.getParameterAnnotation(RequestParam.class);
      if (given != null) {
        parameter.initParameterNameDiscovery(names);
        found.add(
            given.name().isEmpty()
                ? Optional.ofNullable(parameter.getParameterName()).orElseThrow()
                : given.name());
      }
    }
    return Set.copyOf(found);
  }
}

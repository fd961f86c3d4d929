package dev.coderev.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The paths without variables: a path that is one of them is never read as an identifier, whatever
 * the method.
 */
@Component
final class LiteralRoutes {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private volatile Map<String, Set<String>> methods = Map.of();

  LiteralRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /**
   * Makes sure that the request was not taken for one that names an object.
   *
   * @throws HttpRequestMethodNotSupportedException if its path is one without variables, which does
   *     not have its method
   */
  void requireMethod(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
    Object used = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (used == null || !used.toString().contains("{")) {
      return;
    }
    Set<String> allowed = all().getOrDefault(request.getRequestURI(), Set.of());
    if (!allowed.isEmpty()) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), allowed);
    }
  }

  private Map<String, Set<String>> all() {
    if (methods.isEmpty()) {
      Map<String, Set<String>> found = new TreeMap<>();
      mappings.stream()
          .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
          .forEach(route ->
              route.getPatternValues().stream()
                  .filter(pattern -> !pattern.contains("{"))
                  .forEach(pattern ->
                      route
                          .getMethodsCondition()
                          .getMethods()
                          .forEach(method ->
                              found
                                  .computeIfAbsent(pattern, _ -> new TreeSet<>())
                                  .add(method.name()))));
      methods = Map.copyOf(found);
    }
    return methods;
  }
}

package dev.coderev.server.platform.openapi;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Paging;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** How an operation may refuse, as far as its signature tells. */
final class Refusals {
  private Refusals() {}

  static Map<String, String> of(HandlerMethod method) {
    Map<String, String> refusals = new TreeMap<>();
    refusals.put("429", "Too many requests");
    Access access = method.getMethodAnnotation(Access.class);
    if (access != null && access.value() != Who.ANYONE) {
      refusals.put("401", "Credentials are needed");
      refusals.put("403", "The role or the scope is not enough");
    }
    if (has(method, PathVariable.class)) {
      refusals.put("404", "Not found");
    }
    if (method.hasMethodAnnotation(Idempotent.class)) {
      refusals.put("409", "The state does not allow this, or the first request still runs");
    }
    boolean takesBody = has(method, RequestBody.class);
    if (takesBody) {
      refusals.put("400", "The request cannot be read");
      refusals.put("413", "The request is too large");
      refusals.put("415", "The media type is not supported");
    }
    if (takesBody || has(method, RequestParam.class) || hasType(method, Paging.class)) {
      refusals.put("422", "The request has invalid values");
    }
    if (hasType(method, IfMatch.class)) {
      refusals.put("412", "The object has changed");
      refusals.put("428", "If-Match is required");
    }
    return refusals;
  }

  private static boolean has(
      HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static boolean hasType(HandlerMethod method, Class<?> type) {
    return Arrays.stream(method.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .anyMatch(type::equals);
  }
}

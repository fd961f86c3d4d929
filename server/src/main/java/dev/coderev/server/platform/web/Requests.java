package dev.coderev.server.platform.web;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the filters know of a request and hand on to what comes after them. */
public final class Requests {
  private static final String PREFIX = "dev.coderev.";
  private static final String OUTCOME = PREFIX + "outcome";
  private static final String REQUEST_ID = PREFIX + "request-id";
  private static final String NONCE = PREFIX + "nonce";
  private static final String CLIENT = PREFIX + "client";
  private static final int USER_AGENT_LENGTH = 300;

  private Requests() {}

  static void remember(HttpServletRequest request, String requestId, String clientAddress) {
    request.setAttribute(REQUEST_ID, requestId);
    request.setAttribute(CLIENT, clientAddress);
  }

  static void rememberNonce(HttpServletRequest request, String nonce) {
    request.setAttribute(NONCE, nonce);
  }

  /** The mark of styles and scripts that a page of this answer may hold. */
  public static String nonce(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(NONCE));
  }

  static void remember(HttpServletRequest request, CallerLookup.Outcome outcome) {
    request.setAttribute(OUTCOME, outcome);
  }

  public static String id(HttpServletRequest request) {
    return request.getAttribute(REQUEST_ID) instanceof String id ? id : "-";
  }

  /** The address of the client, behind trusted proxies the one that they name. */
  public static String clientAddress(HttpServletRequest request) {
    return request.getAttribute(CLIENT) instanceof String address
        ? address
        : request.getRemoteAddr();
  }

  static Optional<CallerLookup.Outcome> outcome(HttpServletRequest request) {
    return request.getAttribute(OUTCOME) instanceof CallerLookup.Outcome outcome
        ? Optional.of(outcome)
        : Optional.empty();
  }

  public static Optional<Caller> caller(HttpServletRequest request) {
    return outcome(request).orElse(null) instanceof CallerLookup.Outcome.Known(Caller caller)
        ? Optional.of(caller)
        : Optional.empty();
  }

  public static String userAgent(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent == null ? "" : agent.substring(0, Math.min(agent.length(), USER_AGENT_LENGTH));
  }

  /** The nearest address that is not one of our proxies. */
  static String clientAddress(HttpServletRequest request, Set<String> trustedProxies) {
    String nearest = request.getRemoteAddr();
    if (!trustedProxies.contains(nearest)) {
      return nearest;
    }
    List<String> hops =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(hop -> hop.matches("[0-9A-Fa-f.:]{2,45}"))
            .toList();
    for (String hop : hops.reversed()) {
      if (!trustedProxies.contains(hop)) {
        return hop;
      }
    }
    return nearest;
  }
}

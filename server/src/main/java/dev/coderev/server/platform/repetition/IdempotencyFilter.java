package dev.coderev.server.platform.repetition;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.repetition.KeptAnswers.Known;
import dev.coderev.server.platform.repetition.KeptAnswers.Place;
import dev.coderev.server.platform.web.ProblemWriter;
import dev.coderev.server.platform.web.Requests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/** Answers a request whose {@code Idempotency-Key} is known as it was answered the first time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final String KEY = "Idempotency-Key";
  private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");
  private static final int SERVER_ERROR = 500;

  private final KeptAnswers answers;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private final ProblemWriter writer;

  IdempotencyFilter(
      KeptAnswers answers,
      ObjectProvider<RequestMappingHandlerMapping> routes,
      ProblemWriter writer) {
    this.answers = answers;
    this.routes = routes;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || request.getHeader(KEY) == null
        || Requests.caller(request).isEmpty()
        || !isIdempotent(request);
  }

  private boolean isIdempotent(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    return routes.stream().anyMatch(mapping -> marked(mapping, request));
  }

  private static boolean marked(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
    try {
      HandlerExecutionChain chain = mapping.getHandler(request);
      return chain != null
          && chain.getHandler() instanceof HandlerMethod method
          && method.hasMethodAnnotation(Idempotent.class);
    } catch (Exception _) {
      return false; // the request is refused where it is routed, with its reason
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY);
    if (!key.matches("[\\x20-\\x7e]{1,255}")) {
      writer.write(
          request,
          response,
          Problem.invalid(
              new Fault(
                  List.of("header", KEY),
                  "must be 1 to 255 printable characters",
                  "invalid_text")));
      return;
    }
    try {
      RepeatableRequest repeatable = new RepeatableRequest(request);
      String caller = Requests.caller(request).map(Caller::userId).orElseThrow();
      Place place = new Place(caller, "POST " + request.getRequestURI(), key);
      answer(place, repeatable, response, chain);
    } catch (Problem refusal) {
      writer.write(request, response, refusal);
    } catch (DataAccessException _) {
      writer.write(request, response, Problem.of(ProblemCode.UNAVAILABLE));
    }
  }

  private void answer(
      Place place, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    switch (answers.take(place, hash(query, request.body()))) {
      case Known.First _ -> first(place, request, response, chain);
      case Known.Running _ -> throw Problem.of(ProblemCode.IDEMPOTENCY_IN_PROGRESS);
      case Known.Other _ -> throw Problem.of(ProblemCode.IDEMPOTENCY_MISMATCH);
      case Known.Answered(KeptAnswer answer) -> replay(answer, response);
    }
  }

  static String hash(String query, byte[] body) {
    return Secrets.sha256(Secrets.sha256(query) + Secrets.sha256(body));
  }

  private void first(
      Place place, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper copied = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, copied);
      int status = copied.getStatus();
      if (status < SERVER_ERROR && status != ProblemCode.RATE_LIMITED.status()) {
        answers.keep(
            place, new KeptAnswer(status, headers(copied), copied.getContentAsByteArray()));
        kept = true;
      }
    } finally {
      if (!kept) {
        answers.giveUp(place);
      }
      copied.copyBodyToResponse();
    }
  }

  private static Map<String, String> headers(HttpServletResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value =
          "Content-Type".equals(name) ? response.getContentType() : response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private static void replay(KeptAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Idempotency-Replayed", "true");
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}

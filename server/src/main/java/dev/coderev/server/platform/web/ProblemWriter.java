package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.log.LogScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as {@code application/problem+json} (RFC 9457). */
@Component
public final class ProblemWriter {
  private static final int UNAVAILABLE_SECONDS = 5;

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    ProblemCode code = problem.code();
    response.setStatus(code.status());
    if (code.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    Object wait = problem.members().get("retry_after_seconds");
    if (wait != null) {
      response.setHeader("Retry-After", wait.toString());
    } else if (code == ProblemCode.UNAVAILABLE) {
      response.setIntHeader("Retry-After", UNAVAILABLE_SECONDS);
    }
    boolean forModelClients = request.getRequestURI().startsWith("/v1/");
    byte[] body =
        json.writeValueAsBytes(forModelClients ? modelError(problem) : body(request, problem));
    response.setContentType(forModelClients ? "application/json" : "application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
    response.flushBuffer();
  }

  /** The form that clients of OpenAI's interface read. */
  private static Map<String, Object> modelError(Problem problem) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", problem.detail());
    error.put(
        "type",
        switch (problem.code().status()) {
          case 401 -> "authentication_error";
          case 403 -> "permission_error";
          case 429 -> "rate_limit_error";
          default -> problem.code().status() < 500 ? "invalid_request_error" : "server_error";
        });
    error.put("param", null);
    error.put("code", problem.code().id());
    return Map.of("error", error);
  }

  private static Map<String, Object> body(HttpServletRequest request, Problem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.code().type());
    body.put("title", problem.code().title());
    body.put("status", problem.code().status());
    body.put("detail", problem.detail());
    body.put("instance", request.getRequestURI());
    body.put("code", problem.code().id());
    body.put("request_id", Requests.id(request));
    body.put("trace_id", LogScope.current(LogScope.TRACE_ID));
    body.putAll(problem.members());
    return body;
  }
}

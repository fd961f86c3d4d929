package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** The rules of CORS, which refuses like everything else does. */
final class OriginCheck extends DefaultCorsProcessor {
  private final ProblemWriter writer;

  OriginCheck(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration cors, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean admitted = super.processRequest(cors, request, response);
    if (!admitted) {
      writer.write(
          request,
          response,
          Problem.of(ProblemCode.FORBIDDEN, "Pages of this origin may not call the server."));
    }
    return admitted;
  }

  @Override
  protected void rejectRequest(ServerHttpResponse response) {
    // answered above, where the request is known
  }
}

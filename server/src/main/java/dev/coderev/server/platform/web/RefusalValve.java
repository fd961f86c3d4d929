package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** The answer to requests that are refused before the application sees them. */
final class RefusalValve extends ErrorReportValve {
  private final ProblemWriter writer;

  RefusalValve(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    if (Requests.id(request).equals("-")) {
      String id = HexFormat.of().formatHex(Secrets.bytes(4));
      Requests.remember(request, id, request.getRemoteAddr());
      response.setHeader("X-Request-ID", id);
    }
    try {
      writer.write(request, response, problem(status));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other words for 501 and 505, which are the client's: its method, its version of HTTP. */
  private static Problem problem(int status) {
    if (status == ProblemCode.INTERNAL.status()) {
      return Problem.of(ProblemCode.INTERNAL);
    }
    return status == ProblemCode.NOT_FOUND.status()
        ? Problem.notFound()
        : Problem.of(ProblemCode.MALFORMED_REQUEST, "The request or its address is malformed.");
  }
}

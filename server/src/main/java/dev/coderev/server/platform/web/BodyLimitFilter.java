package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.ServerSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over the limit: announced ones at once, chunked ones while they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class BodyLimitFilter extends OncePerRequestFilter {
  private final long limit;
  private final ProblemWriter writer;

  BodyLimitFilter(ServerSettings settings, ProblemWriter writer) {
    this.limit = settings.web().maxRequestBytes();
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      response.setHeader("Connection", "close");
      writer.write(request, response, tooLarge());
      return;
    }
    chain.doFilter(new Limited(request), response);
  }

  private Problem tooLarge() {
    return Problem.of(ProblemCode.PAYLOAD_TOO_LARGE).with("limit_bytes", limit);
  }

  private final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      String type = String.valueOf(getContentType()).toLowerCase(Locale.ROOT);
      return new Counting(super.getInputStream(), type.contains("json"));
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private final class Counting extends ServletInputStream {
    private final ServletInputStream in;
    private final Optional<ElementCount> elements;
    private long read;

    Counting(ServletInputStream in, boolean isJson) {
      this.in = in;
      this.elements = isJson ? Optional.of(new ElementCount()) : Optional.empty();
    }

    private int counted(int bytes) {
      read += Math.max(0, bytes);
      if (read > limit) {
        throw tooLarge();
      }
      return bytes;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      counted(value < 0 ? 0 : 1);
      if (value >= 0) {
        elements.ifPresent(count -> count.see(value));
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int bytes = counted(in.read(buffer, offset, length));
      if (bytes > 0) {
        elements.ifPresent(count -> count.see(buffer, offset, bytes));
      }
      return bytes;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}

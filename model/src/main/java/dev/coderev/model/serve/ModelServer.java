package dev.coderev.model.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coderev.model.ModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of the JDK in front of {@link Routes}. */
public final class ModelServer implements AutoCloseable {

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ModelServer(HttpServer http) {
    this.http = http;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes a free one
   */
  public static ModelServer start(InetSocketAddress address, Routes routes) {
    try {
      var server = new ModelServer(HttpServer.create(address, 0));
      server.listen(routes);
      return server;
    } catch (IOException e) {
      throw new ModelException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  private void listen(Routes routes) {
    http.setExecutor(threads);
    http.createContext("/", exchange -> answer(exchange, routes));
    http.start();
  }

  private static void answer(HttpExchange exchange, Routes routes) throws IOException {
    try (exchange) {
      routes.answer(
          new ModelRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
              exchange.getRequestBody()),
          new ExchangeResponse(exchange));
    }
  }

  /** The response of an exchange, where a length of 0 stands for a stream. */
  private record ExchangeResponse(HttpExchange exchange) implements ModelResponse {

    @Override
    public void header(String name, String value) {
      exchange.getResponseHeaders().set(name, value);
    }

    @Override
    public OutputStream begin(int status, long length) throws IOException {
      exchange.sendResponseHeaders(status, Math.max(0, length));
      return exchange.getResponseBody();
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  /** Stops listening; requests that run get a second to send what they have. */
  @Override
  public void close() {
    http.stop(1);
    threads.shutdownNow();
  }
}

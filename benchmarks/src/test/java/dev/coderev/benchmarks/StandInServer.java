package dev.coderev.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** A program that a test starts in place of the launcher: it says what the load program needs. */
final class StandInServer {
  private StandInServer() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", StandInServer::answer);
    System.out.println("Sign in as admin with the one-time password abc and change it.");
    http.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/password/change")) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      byte[] body =
          ("{\"access_token\":\"t\",\"id\":\"proj_" + "0".repeat(32) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      boolean made = post && !path.equals("/api/auth/login");
      exchange.sendResponseHeaders(
          path.equals("/api/metrics/dashboard") ? 503 : made ? 201 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}

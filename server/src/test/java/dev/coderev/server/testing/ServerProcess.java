package dev.coderev.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.start.Serve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, as an operator starts it, that can be killed. */
public final class ServerProcess implements AutoCloseable {
  public static final String ADMIN = "admin@localhost.localdomain";
  public static final String PASSWORD = "a password for the test";

  private final Process process;
  private final ApiClient client;
  private final Path log;

  private ServerProcess(Process process, ApiClient client, Path log) {
    this.process = process;
    this.client = client;
    this.log = log;
  }

  /** The command that starts a server with the classes under test. */
  public static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Serve.class.getName());
  }

  /** A port that nothing listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server that writes into this file, and does not wait for it. */
  public static ServerProcess begin(
      Path log, Map<String, String> environment, String... arguments) {
    int port = freePort();
    List<String> command = new ArrayList<>(command());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--port", Integer.toString(port)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // A test asks more often than one user may.
    builder.environment().put("RATE_LIMIT_REQUESTS", "1000000");
    builder.environment().putAll(environment);
    try {
      return new ServerProcess(builder.start(), new ApiClient("http://127.0.0.1:" + port), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server and waits until it is ready. */
  public static ServerProcess start(
      Path log, Map<String, String> environment, String... arguments) {
    ServerProcess server = begin(log, environment, arguments);
    server.awaitReady();
    return server;
  }

  public void awaitReady() {
    Waiting.until(
        () -> {
          assertThat(process.isAlive()).as(log()).isTrue();
          return ask("/health/ready");
        },
        answer -> answer.status() == 200);
  }

  /** What it answers, with status 0 while nobody listens. */
  public Answer ask(String path) {
    try {
      return client.get(path);
    } catch (UncheckedIOException _) {
      return new Answer(0, HttpHeaders.of(Map.of(), (_, _) -> true), new byte[0]);
    }
  }

  public ApiClient client() {
    return client;
  }

  /** Everything that it wrote so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The administrator, whose one-time password stands in the log and is changed. */
  public ApiClient firstAdmin() {
    String told =
        log().lines().filter(line -> line.contains("one-time password")).findFirst().orElseThrow();
    String first = told.replaceAll(".*one-time password (\\w+) .*", "$1");
    login(first)
        .post(
            "/api/auth/password/change",
            Map.of("current_password", first, "new_password", PASSWORD))
        .expect(204);
    return admin();
  }

  /** The administrator, after the first login. */
  public ApiClient admin() {
    return login(PASSWORD);
  }

  private ApiClient login(String password) {
    return client.bearer(
        client
            .post("/api/auth/login", Map.of("email", ADMIN, "password", password))
            .expect(200)
            .field("access_token"));
  }

  /** Ends it without a chance to tidy up. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Its exit status, once it ends. */
  public int await() {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(log()).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, and waits. */
  @Override
  public void close() {
    process.destroy();
    await();
  }
}

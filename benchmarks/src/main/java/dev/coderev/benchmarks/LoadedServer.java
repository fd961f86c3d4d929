package dev.coderev.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that the launcher started in a process of its own, with its database. */
final class LoadedServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String FIRST = "one-time password ";
  private static final String PASSWORD = "a password for the load";
  private static final String EMAIL = "admin@localhost.localdomain";
  private static final int PORT_LINE = 3;

  private final Process process;
  private final Path data;
  private final Path log;
  private final LoadClient client;

  private LoadedServer(Process process, Path data, Path log, LoadClient client) {
    this.process = process;
    this.data = data;
    this.log = log;
    this.client = client;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param cores that it may use with its database, as {@code taskset} takes them; empty for all
   */
  static LoadedServer start(Path launcher, Path data, Optional<String> cores, Path log)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    cores.ifPresent(list -> command.addAll(List.of("taskset", "-c", list)));
    command.addAll(
        List.of(
            launcher.toAbsolutePath().toString(),
            "serve",
            "--data-dir",
            data.toString(),
            "--port",
            Integer.toString(port)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("RATE_LIMIT_REQUESTS", "1000000");
    builder.environment().put("TRUSTED_PROXIES", "127.0.0.1");
    LoadedServer server = new LoadedServer(builder.start(), data, log, new LoadClient(port));
    try {
      server.awaitReady();
      server.signIn();
      return server;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException("the server ended: " + Files.readString(log));
      }
      try {
        client.answer(LoadClient.Ask.get("ready", "/health/ready"));
        return;
      } catch (IOException _) {
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("the server did not become ready within " + PATIENCE);
  }

  /** The administrator, whose one-time password is changed at the first start. */
  private void signIn() throws IOException, InterruptedException {
    Optional<String> told =
        Files.readAllLines(log).stream().filter(line -> line.contains(FIRST)).findFirst();
    if (told.isPresent()) {
      String line = told.get();
      String first = line.substring(line.indexOf(FIRST) + FIRST.length()).split(" ", 2)[0];
      client.signIn(EMAIL, first);
      client.answer(
          new LoadClient.Ask(
              "password",
              "POST",
              "/api/auth/password/change",
              "{\"current_password\":\"" + first + "\",\"new_password\":\"" + PASSWORD + "\"}",
              204));
    }
    client.signIn(EMAIL, PASSWORD);
  }

  LoadClient client() {
    return client;
  }

  static LoadClient.Ask login() {
    return LoadClient.login(EMAIL, PASSWORD);
  }

  /** The database that the server started in its data folder. */
  Connection database() throws IOException {
    List<String> facts = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + facts.get(PORT_LINE).strip() + "/postgres",
          "coderev",
          Files.readString(data.resolve("postgres.password")).strip());
    } catch (SQLException failure) {
      throw new IOException("the database cannot be reached", failure);
    }
  }

  /** Processor time of the server alone, and of everything that it started: its database. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** Memory of the server alone that is resident. */
  long residentBytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
            .findFirst()
            .orElse(0)
        : 0;
  }

  @Override
  public void close() throws IOException {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

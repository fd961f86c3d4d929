package dev.coderev.server.platform.database;

import dev.coderev.server.platform.id.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of our own in the data folder. It listens on the loopback address only, asks for a
 * password that lies beside it, and ends with the server.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "coderev";

  /** Of {@code postmaster.pid}, counted from 0. */
  private static final int PORT_LINE = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final PostgresPrograms programs;
  private final boolean durable;
  private int port;

  private EmbeddedDatabase(Path home, PostgresPrograms programs, boolean durable) {
    this.home = home;
    this.programs = programs;
    this.durable = durable;
  }

  /**
   * Starts it, and ends one that a killed server left behind.
   *
   * @param durable false only for tests: then a power failure may cost data
   */
  public static EmbeddedDatabase start(DataFolder folder, boolean durable) {
    EmbeddedDatabase database =
        new EmbeddedDatabase(
            folder.path().resolve("postgres"),
            PostgresPrograms.in(folder.path().resolve("postgres-programs")),
            durable);
    try {
      database.open();
    } catch (IOException | UncheckedIOException e) {
      throw new DatabaseUnusable("the built-in PostgreSQL did not start: " + e.getMessage(), e);
    }
    return database;
  }

  private void open() throws IOException {
    if (!Files.exists(home.resolve("PG_VERSION"))) {
      initialise();
    }
    endLeftover();
    port = freePort();
    String options =
        String.join(
            " ",
            "-p " + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=120",
            "-c shared_buffers=128MB",
            durable
                ? "-c fsync=on"
                : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    run(
        "start",
        programs.program("pg_ctl"),
        "start",
        "-w",
        "-t",
        Long.toString(PATIENCE.toSeconds()),
        "-D",
        home.toString(),
        "-l",
        home.resolveSibling("postgres.log").toString(),
        "-o",
        options);
  }

  private void initialise() throws IOException {
    Path password = passwordFile();
    if (!Files.exists(password)) {
      Files.writeString(password, Secrets.letters(32));
      if (password.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
      }
    }
    run(
        "initialise",
        programs.program("initdb"),
        "-D",
        home.toString(),
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale=C",
        "--auth=scram-sha-256",
        "--pwfile=" + password);
  }

  /**
   * The folder is ours alone, so a PostgreSQL that runs in it belongs to a server that was killed.
   */
  private void endLeftover() throws IOException {
    Path pidFile = home.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<Long> pid =
        Files.readAllLines(pidFile).stream().findFirst().map(String::strip).map(Long::valueOf);
    Optional<ProcessHandle> leftover = pid.flatMap(ProcessHandle::of).filter(this::isOurs);
    if (leftover.isEmpty()) {
      Files.deleteIfExists(pidFile);
      return;
    }
    run("stop", programs.program("pg_ctl"), "stop", "-w", "-m", "fast", "-D", home.toString());
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().command().orElse("").equals(programs.program("postgres"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> asOrdinaryUser() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  private void run(String what, String... command) throws IOException {
    List<String> full = new ArrayList<>(asOrdinaryUser());
    full.addAll(List.of(command));
    Path talk = Files.createTempFile("coderev-postgres", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C");
      Process process = builder.redirectOutput(talk.toFile()).start();
      if (!isOver(process)) {
        process.destroyForcibly();
        throw new DatabaseUnusable("PostgreSQL could not " + what + " within " + PATIENCE);
      }
      if (process.exitValue() != 0) {
        throw new DatabaseUnusable(
            "PostgreSQL could not "
                + what
                + (asOrdinaryUser().isEmpty()
                    ? ""
                    : " as root (run the server as another user, or give --database-url)")
                + ": "
                + lastWords(talk));
      }
    } finally {
      Files.deleteIfExists(talk);
    }
  }

  /**
   * Waits for its end also while the thread is interrupted: a PostgreSQL that is left half started
   * or half stopped would outlive the server.
   */
  private static boolean isOver(Process process) {
    long end = System.nanoTime() + PATIENCE.plusSeconds(5).toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String lastWords(Path talk) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(talk, StandardCharsets.ISO_8859_1));
    Path log = home.resolveSibling("postgres.log");
    if (Files.exists(log)) {
      lines.addAll(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
    }
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  private Path passwordFile() {
    return home.resolveSibling("postgres.password");
  }

  /** Where programs of this machine find it, for example a dump. */
  public DatabaseAddress address() {
    return address(home, port);
  }

  private static DatabaseAddress address(Path home, int port) {
    try {
      return new DatabaseAddress(
          "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
          USER,
          Optional.of(Files.readString(home.resolveSibling("postgres.password")).strip()));
    } catch (IOException e) {
      throw new DatabaseUnusable("the password of the built-in PostgreSQL cannot be read", e);
    }
  }

  /** The database of the server that runs in this data folder. */
  public static DatabaseAddress ofRunningServer(Path folder) {
    Path home = folder.resolve("postgres");
    try {
      List<String> facts = Files.readAllLines(home.resolve("postmaster.pid"));
      return address(home, Integer.parseInt(facts.get(PORT_LINE).strip()));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new DatabaseUnusable(
          "the data folder " + folder + " is in use, but its PostgreSQL does not run", e);
    }
  }

  @Override
  public void close() {
    try {
      run(
          "stop",
          programs.program("pg_ctl"),
          "stop",
          "-w",
          "-t",
          "30",
          "-m",
          "fast",
          "-D",
          home.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

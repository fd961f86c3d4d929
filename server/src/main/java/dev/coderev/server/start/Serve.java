package dev.coderev.server.start;

import dev.coderev.server.platform.database.DatabaseUnusable;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.SettingsInvalid;
import dev.coderev.server.start.CodeRevServer.Mode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code coderev serve} command. */
@Command(
    name = "coderev serve",
    description = "Starts the server: API, jobs and the model interface over one database.",
    mixinStandardHelpOptions = true,
    footer = "Every other setting is an environment variable; docs/configuration.md lists them.",
    exitCodeOnInvalidInput = 2,
    exitCodeOnExecutionException = 2)
public final class Serve implements Callable<Integer> {
  private static final int FAILURE = 2;

  /** Set by the launcher when it makes the start-up cache: start, answer a little, and end. */
  private static final String REHEARSAL = "CODEREV_REHEARSAL";

  @Option(names = "--port", paramLabel = "N", description = "Port (PORT; 8000).")
  private @Nullable Integer port;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address (HOST; 127.0.0.1).")
  private @Nullable String host;

  @Mixin private DataPlace place = new DataPlace();

  @Option(
      names = "--roles",
      paramLabel = "ROLES",
      description = "Parts to play: web, worker, model (ROLES; all).")
  private @Nullable String roles;

  @Option(names = "--verbose", description = "Show stack traces of failures.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  Serve(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv()).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Serve(environment))
        .addSubcommand(new BackupCommand(environment))
        .addSubcommand(new RestoreCommand(environment));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch ended = new CountDownLatch(1);
    try (CodeRevServer server =
        CodeRevServer.start(
            settings(),
            line -> {
              out.println(line);
              out.flush();
            },
            Mode.DURABLE)) {
      Thread closing = new Thread(() -> close(server, ended), "shutdown");
      Runtime.getRuntime().addShutdownHook(closing);
      out.println("CodeRev listens on http://localhost:" + server.port());
      out.flush();
      if (environment.containsKey(REHEARSAL)) {
        rehearse(server.port());
        Runtime.getRuntime().removeShutdownHook(closing);
        return 0;
      }
      ended.await();
      return 0;
    } catch (SettingsInvalid | DatabaseUnusable | PortBusy known) {
      err.println("coderev: " + known.getMessage());
      if (verbose) {
        known.printStackTrace(err);
      }
      err.flush();
      return FAILURE;
    }
  }

  /** What a first user does, so that the start-up cache knows the way of a request too. */
  private static void rehearse(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"/health/ready", "/health", "/metrics", "/api/info"}) {
        URI place = URI.create("http://127.0.0.1:" + port + path);
        client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.discarding());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(CodeRevServer server, CountDownLatch ended) {
    try {
      server.close();
    } finally {
      ended.countDown();
    }
  }

  private ServerSettings settings() {
    Map<String, String> all = new HashMap<>(environment);
    put(all, "PORT", port == null ? null : port.toString());
    put(all, "HOST", host);
    put(all, "ROLES", roles);
    return place.settings(all);
  }

  private static void put(Map<String, String> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, value);
    }
  }
}

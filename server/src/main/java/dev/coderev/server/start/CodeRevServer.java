package dev.coderev.server.start;

import dev.coderev.server.CodeRevApplication;
import dev.coderev.server.platform.database.DataFolder;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.database.DatabaseUnusable;
import dev.coderev.server.platform.database.EmbeddedDatabase;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.log.JsonLogFormat;
import dev.coderev.server.platform.log.LogLevels;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.settings.OperatorConsole;
import dev.coderev.server.platform.settings.ServerSettings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running server. What it holds is opened in this order and closed in the reverse one, also when
 * the start fails half way:
 *
 * <pre>
 * data folder → built-in database (unless another is given) → application: jobs, web
 * </pre>
 */
public final class CodeRevServer implements AutoCloseable {
  /** How the server is run. */
  public enum Mode {
    /** Every commit reaches the disk before it is answered. */
    DURABLE,
    /** For tests: a power failure may cost data, nothing else differs. */
    FAST
  }

  private static final Logger LOG = LoggerFactory.getLogger("logging");

  private final Deque<AutoCloseable> held = new ArrayDeque<>();

  private CodeRevServer() {}

  /**
   * Starts a server.
   *
   * @throws DatabaseUnusable if the data folder or database cannot be used
   * @throws PortBusy if something else listens on the port
   */
  public static CodeRevServer start(ServerSettings settings, OperatorConsole console, Mode mode) {
    CodeRevServer server = new CodeRevServer();
    try {
      server.open(settings, console, mode);
    } catch (RuntimeException | Error failure) {
      try {
        server.close();
      } catch (RuntimeException closing) {
        failure.addSuppressed(closing);
      }
      throw explained(failure, settings);
    }
    return server;
  }

  private void open(ServerSettings settings, OperatorConsole console, Mode mode) {
    DataFolder folder = DataFolder.take(settings.dataFolder());
    held.push(folder);
    Workspace workspace = Workspace.at(settings.workspace(), Instant.now());
    DatabaseAddress database = database(settings, folder, mode);
    MasterKey key = MasterKey.of(settings.secretKey(), folder.path());
    SpringApplication application = new SpringApplication(CodeRevApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties(settings, database));
    application.addInitializers(context -> {
      LOG.atInfo()
          .addKeyValue("level", settings.logs().level().toLowerCase(Locale.ROOT))
          .addKeyValue("format", settings.logs().json() ? "json" : "text")
          .addKeyValue("environment", settings.environment())
          .log("logging_initialized");
      if (context instanceof GenericApplicationContext beans) {
        beans.registerBean(ServerSettings.class, () -> settings);
        beans.registerBean(DatabaseAddress.class, () -> database);
        beans.registerBean(Workspace.class, () -> workspace);
        beans.registerBean(MasterKey.class, () -> key);
        beans.registerBean(OperatorConsole.class, () -> console);
      }
    });
    held.push(application.run());
  }

  private DatabaseAddress database(ServerSettings settings, DataFolder folder, Mode mode) {
    if (settings.database().url().isPresent()) {
      return new DatabaseAddress(
          settings.database().url().get(),
          settings.database().user(),
          settings.database().password());
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, mode == Mode.DURABLE);
    held.push(embedded);
    return embedded.address();
  }

  private static Map<String, Object> properties(ServerSettings settings, DatabaseAddress database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.web().host());
    properties.put("server.port", settings.web().port());
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.user());
    // A connection of its own, as a migration may take longer than any statement of the server.
    properties.put("spring.flyway.url", database.url());
    properties.put("spring.flyway.user", database.user());
    database
        .password()
        .ifPresent(word -> {
          properties.put("spring.datasource.password", word);
          properties.put("spring.flyway.password", word);
        });
    properties.put("coderev.environment", settings.environment());
    properties.put("springdoc.api-docs.enabled", !settings.isProduction());
    properties.put(JsonLogFormat.CALLER, settings.logs().caller());
    if (settings.logs().json()) {
      properties.put("logging.structured.format.console", JsonLogFormat.class.getName());
      properties.put("logging.structured.format.file", JsonLogFormat.class.getName());
    }
    settings.logs().file().ifPresent(file -> properties.put("logging.file.name", file.toString()));
    properties.putAll(LogLevels.properties(settings.logs().level()));
    return properties;
  }

  private static RuntimeException explained(Throwable failure, ServerSettings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
        return new PortBusy(settings.web().port(), failure);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /** The port on which it listens. */
  public int port() {
    return held.peek() instanceof WebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : -1;
  }

  /** The application, for what cannot be reached over HTTP. */
  public ConfigurableApplicationContext application() {
    if (held.peek() instanceof ConfigurableApplicationContext application) {
      return application;
    }
    throw new IllegalStateException("the server is closed");
  }

  /** Closes everything, each part in its own time also when the thread is interrupted. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    RuntimeException first = null;
    while (!held.isEmpty()) {
      try {
        held.pop().close();
      } catch (Exception failure) {
        if (first == null) {
          first = new DatabaseUnusable("the server did not close cleanly", failure);
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (first != null) {
      throw first;
    }
  }
}

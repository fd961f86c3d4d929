package dev.coderev.server.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.coderev.server.platform.backup.BackupUnusable;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.database.DatabaseUnusable;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.SettingsInvalid;
import dev.coderev.server.platform.settings.SettingsReader;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options by which a command finds the data of a server, and how it reports what fails. */
final class DataPlace {
  private static final int FAILURE = 2;

  @Option(names = "--data-dir", paramLabel = "DIR", description = "Data folder (DATA_PATH; data).")
  private @Nullable String dataFolder;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "PostgreSQL to use (DATABASE_URL; without it the one in the data folder).")
  private @Nullable String databaseUrl;

  ServerSettings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    if (dataFolder != null) {
      all.put("DATA_PATH", dataFolder);
    }
    if (databaseUrl != null) {
      all.put("DATABASE_URL", databaseUrl);
    }
    return SettingsReader.read(all);
  }

  /** The database that was named; empty for the one in the data folder. */
  static Optional<DatabaseAddress> named(ServerSettings settings) {
    ServerSettings.Database database = settings.database();
    return database
        .url()
        .map(url -> new DatabaseAddress(url, database.user(), database.password()));
  }

  /** Runs the work and turns what is known to go wrong into one line. */
  static int report(PrintWriter out, PrintWriter err, Callable<String> work) throws Exception {
    // Only the result belongs on the standard output.
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      logs.getLogger("org.flywaydb").setLevel(Level.WARN);
      logs.getLogger("org.postgresql").setLevel(Level.WARN);
    }
    try {
      out.println(work.call());
      out.flush();
      return 0;
    } catch (SettingsInvalid | DatabaseUnusable | BackupUnusable known) {
      err.println("coderev: " + known.getMessage());
      err.flush();
      return FAILURE;
    }
  }
}

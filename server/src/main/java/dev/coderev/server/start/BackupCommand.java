package dev.coderev.server.start;

import dev.coderev.server.platform.backup.Backup;
import dev.coderev.server.platform.database.DataFolder;
import dev.coderev.server.platform.database.DataFolderInUse;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.database.EmbeddedDatabase;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.settings.ServerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code coderev backup} command. */
@Command(
    name = "backup",
    description = "Writes all that a server remembers into one file; the server may run.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 2,
    exitCodeOnExecutionException = 2)
final class BackupCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "The file to write; one that is there is replaced.")
  private Path file = Path.of("");

  @Mixin private DataPlace place = new DataPlace();

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  BackupCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws Exception {
    return DataPlace.report(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        () -> write() + " rows in " + file);
  }

  private long write() {
    ServerSettings settings = place.settings(environment);
    Optional<Path> key =
        settings.secretKey().isPresent()
            ? Optional.empty()
            : Optional.of(MasterKey.file(settings.dataFolder()));
    Optional<DatabaseAddress> named = DataPlace.named(settings);
    if (named.isPresent()) {
      return write(named.get(), key);
    }
    try (DataFolder folder = DataFolder.take(settings.dataFolder());
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, true)) {
      return write(database.address(), key);
    } catch (DataFolderInUse _) {
      return write(EmbeddedDatabase.ofRunningServer(settings.dataFolder()), key);
    }
  }

  private long write(DatabaseAddress database, Optional<Path> key) {
    return Backup.write(database, key, file.toAbsolutePath(), Clock.systemUTC());
  }
}

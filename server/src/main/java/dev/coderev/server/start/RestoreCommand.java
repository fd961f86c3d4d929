package dev.coderev.server.start;

import dev.coderev.server.platform.backup.Restoration;
import dev.coderev.server.platform.database.DataFolder;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.database.EmbeddedDatabase;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.settings.ServerSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code coderev restore} command. */
@Command(
    name = "restore",
    description = "Brings a backup into a new data folder, or into an empty database.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 2,
    exitCodeOnExecutionException = 2)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What coderev backup wrote.")
  private Path file = Path.of("");

  @Mixin private DataPlace place = new DataPlace();

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  RestoreCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws Exception {
    return DataPlace.report(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        () -> restore() + " rows from " + file);
  }

  private long restore() {
    ServerSettings settings = place.settings(environment);
    try (Restoration backup = Restoration.open(file);
        DataFolder folder = DataFolder.take(settings.dataFolder())) {
      Optional<DatabaseAddress> named = DataPlace.named(settings);
      long rows;
      if (named.isPresent()) {
        rows = backup.into(named.get());
      } else {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, true)) {
          rows = backup.into(database.address());
        }
      }
      if (settings.secretKey().isEmpty()) {
        backup.writeKey(MasterKey.file(folder.path()));
      }
      return rows;
    }
  }
}

package dev.coderev.server.platform.health;

import dev.coderev.server.platform.settings.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Writes, reads and deletes a file in the data folder. */
@Component
final class StorageProbe implements Probe {
  private final Path folder;

  StorageProbe(ServerSettings settings) {
    this.folder = settings.dataFolder();
  }

  @Override
  public String component() {
    return "storage";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public Observation look() {
    try {
      Path file = Files.createTempFile(folder, "probe", ".tmp");
      try {
        Files.writeString(file, "coderev");
        return Files.readString(file).equals("coderev")
            ? Observation.HEALTHY
            : new Observation(State.CRITICAL, "reads something else than was written");
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      return new Observation(State.CRITICAL, "cannot be written");
    }
  }
}

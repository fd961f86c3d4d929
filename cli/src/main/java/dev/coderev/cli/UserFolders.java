package dev.coderev.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where programs keep what belongs to a user, as each operating system has it. */
final class UserFolders {
  private static final String NAME = "coderev";

  private UserFolders() {}

  /**
   * The folder for what can be made again; none where the user has no place that can be written.
   */
  static Optional<Path> cache(Map<String, String> environment, Properties system) {
    String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(system.getProperty("user.home", ""));
    Path folder;
    if (name.contains("windows")) {
      folder = given(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
    } else if (name.contains("mac")) {
      folder = home.resolve("Library/Caches");
    } else {
      folder = given(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }
    return Optional.of(folder.resolve(NAME))
        .filter(Path::isAbsolute)
        .filter(UserFolders::canBeWritten);
  }

  private static Optional<Path> given(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** Whether the folder, or the nearest one above it that exists, can be written. */
  private static boolean canBeWritten(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        return Files.isDirectory(at) && Files.isWritable(at);
      }
    }
    return false;
  }
}

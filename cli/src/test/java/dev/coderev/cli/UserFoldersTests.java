package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTests {
  @TempDir private Path home;

  @Test
  void eachSystemHasItsPlaceForCaches() {
    assertThat(cache("Linux", Map.of())).contains(home.resolve(".cache/coderev"));
    assertThat(cache("Mac OS X", Map.of())).contains(home.resolve("Library/Caches/coderev"));
    assertThat(cache("Windows 11", Map.of())).contains(home.resolve("AppData/Local/coderev"));
  }

  @Test
  void theEnvironmentNamesAnotherPlace() {
    String other = home.resolve("other").toString();
    assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", other)))
        .contains(home.resolve("other/coderev"));
    assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", "relative")))
        .contains(home.resolve(".cache/coderev"));
    assertThat(cache("Windows 11", Map.of("LOCALAPPDATA", other)))
        .contains(home.resolve("other/coderev"));
  }

  @Test
  void thereIsNoneBelowAFile() throws IOException {
    Files.writeString(home.resolve(".cache"), "x");
    assertThat(cache("Linux", Map.of())).isEmpty();
  }

  @Test
  void thereIsNoneForAUserWithoutAHome() {
    Properties properties = new Properties();
    properties.setProperty("os.name", "Linux");
    properties.setProperty("user.home", "?");
    assertThat(UserFolders.cache(Map.of(), properties)).isEmpty();
  }

  private Optional<Path> cache(String system, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", home.toString());
    return UserFolders.cache(environment, properties);
  }
}

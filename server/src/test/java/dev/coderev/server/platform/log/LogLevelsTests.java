package dev.coderev.server.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LogLevelsTests {
  @Test
  void holdForOurLoggersAndLessSoForLibraries() {
    assertThat(LogLevels.properties("DEBUG"))
        .isEqualTo(Map.of("logging.level.own", "DEBUG", "logging.level.root", "INFO"));
    assertThat(LogLevels.properties("INFO"))
        .isEqualTo(Map.of("logging.level.own", "INFO", "logging.level.root", "WARN"));
    assertThat(LogLevels.properties("WARN")).isEqualTo(LogLevels.properties("WARNING"));
    assertThat(LogLevels.properties("CRITICAL"))
        .isEqualTo(Map.of("logging.level.own", "ERROR", "logging.level.root", "ERROR"));
  }

  @Test
  void areNotOverruledByTheFileThatComesWithTheServer() throws IOException {
    Properties file = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
      file.load(in);
    }
    assertThat(file).doesNotContainKeys(LogLevels.properties("INFO").keySet().toArray());
  }
}

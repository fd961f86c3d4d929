package dev.coderev.review.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.review.ReviewException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTests {
  private static final Path FOLDER = Path.of("/project");

  @Test
  void readsEveryKey() {
    ProjectConfig config =
        read(
            """
            rules:
              paths: [team/, one.yaml]
              only: true
              enable: "java.*"
              disable: ["*.style.*"]
            severities:
              java.a: low
              "java.*": critical
            severity-in-tests: medium
            severity-of-long-flows: info
            severity-of-doubtful-flows: low
            severity: low
            fail-on: HIGH
            baseline: base.json
            jobs: 3
            paths:
              include: [src/]
              exclude: ["*.gen.java"]
            limits:
              max-file-size: 500KB
              time-per-rule: 250ms
              time-per-file: 2m
              findings-per-rule: 7
              across-files: false
            """);
    assertThat(config.rulePaths())
        .containsExactly(FOLDER.resolve("team"), FOLDER.resolve("one.yaml"));
    assertThat(config.onlyOwnRules()).isTrue();
    assertThat(config.runs("java.a")).isTrue();
    assertThat(config.runs("python.a")).isFalse();
    assertThat(config.runs("java.style.a")).isFalse();
    assertThat(config.severityOf("java.a", Severity.INFO)).isEqualTo(Severity.LOW);
    assertThat(config.severityOf("java.b", Severity.INFO)).isEqualTo(Severity.CRITICAL);
    assertThat(config.severityOf("go.b", Severity.INFO)).isEqualTo(Severity.INFO);
    assertThat(config.inTests()).isEqualTo(Severity.MEDIUM);
    assertThat(config.ofLongFlows()).isEqualTo(Severity.INFO);
    assertThat(config.ofDoubtfulFlows()).isEqualTo(Severity.LOW);
    assertThat(config.floor()).contains(Severity.LOW);
    assertThat(config.failOn()).contains(Severity.HIGH);
    assertThat(config.baseline()).contains(FOLDER.resolve("base.json"));
    assertThat(config.jobs()).contains(3);
    assertThat(config.workspace().include()).containsExactly("src/");
    assertThat(config.workspace().exclude()).containsExactly("*.gen.java");
    assertThat(config.workspace().maxFileBytes()).isEqualTo(500 * 1024);
    assertThat(config.limits().perRuleAndFile()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.limits().perFile()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.limits().findingsPerRuleAndFile()).isEqualTo(7);
    assertThat(config.limits().acrossFiles()).isFalse();
  }

  @Test
  void anEmptyFileIsTheDefault() {
    assertThat(read("")).isEqualTo(ProjectConfig.DEFAULT);
    assertThat(read("# nothing\n")).isEqualTo(ProjectConfig.DEFAULT);
  }

  @Test
  void everyProblemIsNamedWithItsPlaceAndTheNearestWord() {
    assertThatThrownBy(() ->
            read(
                """
                rule: {}
                severity: hihg
                jobs: 0
                limits:
                  max-file-size: big
                  time-per-rule: 5 hours
                  speed: 1
                rules:
                  only: perhaps
                  paths: [[]]
                severities: []
                paths: 3
                """))
        .isInstanceOf(ConfigInvalid.class)
        .message()
        .contains(
            "coderev.yaml:1:1: unknown key 'rule' in the configuration; did you mean 'rules'?")
        .contains("coderev.yaml:2:11: unknown severity 'hihg'; did you mean 'high'?")
        .contains("coderev.yaml:3:7: a whole number")
        .contains("coderev.yaml:5:18: a size is written like")
        .contains("coderev.yaml:6:18: a time is written like")
        .contains("coderev.yaml:7:3: unknown key 'speed' in 'limits'")
        .contains("coderev.yaml:9:9: true or false")
        .contains("coderev.yaml:10:11: text is needed here, not a list")
        .contains("coderev.yaml:11:13: 'severities' must be a map")
        .contains("coderev.yaml:12:8: 'paths' must be a map");
  }

  @Test
  void textThatIsNoYamlIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("a: [1, 2\n"))
        .isInstanceOf(ConfigInvalid.class)
        .hasMessageContaining("coderev.yaml:");
  }

  @Test
  void pathsAreRelativeToTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("coderev.yaml"), "baseline: b.json\n");
    assertThat(ConfigReader.read(file).baseline()).contains(folder.resolve("b.json"));
    assertThatThrownBy(() -> ConfigReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("none.yaml cannot be read");
  }

  private static ProjectConfig read(String text) {
    return ConfigReader.read("coderev.yaml", text, FOLDER);
  }

  @Test
  void keepsModelsWithTheirLines() {
    ProjectConfig config =
        read(
            """
            jobs: 2
            models:
              - id: remote-input
                languages: [java]
                patterns:
                  - pattern: (com.example.Web $WEB).read(...)
            severity: low
            """);
    String text = config.models().orElseThrow().text();
    assertThat(text.lines().toList())
        .startsWith("", "models:", "  - id: remote-input")
        .noneMatch(line -> line.contains("severity") || line.contains("jobs"));
    assertThat(text.lines().toList().get(5)).contains("com.example.Web");
  }

  @Test
  void refusesModelsThatAreNoListOrShareTheirLine() {
    assertThatThrownBy(() -> read("models: remote-input\n"))
        .hasMessageContaining("coderev.yaml:1:9: 'models' must be a list");
    assertThatThrownBy(() -> read("{models: [], jobs: 2}\n"))
        .hasMessageContaining("'models' must stand on lines of its own");
  }
}

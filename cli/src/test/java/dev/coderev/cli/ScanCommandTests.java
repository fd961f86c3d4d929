package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTests {
  private static final String UNSAFE = "import yaml\n\nyaml.load(text, Loader=yaml.Loader)\n";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
  }

  @Test
  void findingsGiveExitCodeOneAndNameThePlace() {
    Result result = terminal.write("app/a.py", UNSAFE).run("scan");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(result.out()).contains("python.security.unsafe-yaml-load").contains("app/a.py:3:");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void cleanCodeGivesExitCodeZero() {
    Result result = terminal.write("a.py", "x = 1\n").run("scan", ".");
    assertThat(result.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(result.out()).contains("Clean");
  }

  @Test
  void anEmptyFolderIsNothingToAnalyse() {
    Result result = terminal.run("scan");
    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_TO_ANALYSE);
    assertThat(result.out()).doesNotContain("Clean");
  }

  @Test
  void failOnRaisesTheBar() {
    terminal.write("a.py", UNSAFE);
    assertThat(terminal.run("scan", "--fail-on", "critical").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(terminal.run("scan", "--fail-on", "high").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void theSeverityFloorLeavesRulesOut() {
    terminal.write("a.py", UNSAFE);
    assertThat(terminal.run("scan", "--severity", "critical").out())
        .doesNotContain("unsafe-yaml-load");
  }

  @Test
  void aMissingPathIsOneClearLine() {
    Result result = terminal.run("scan", "nowhere");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err().strip()).isEqualTo("coderev: nowhere: no such file or folder");
  }

  @Test
  void anUnknownOptionIsRefusedWithASuggestion() {
    Result result = terminal.run("scan", "--formt", "json");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("--formt").contains("--format").contains("--help");
  }

  @Test
  void anUnknownFormatNamesTheKnownOnes() {
    Result result = terminal.run("scan", "--format", "xml");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("xml").containsIgnoringCase("sarif");
  }

  @Test
  void theReportGoesToAFileWhole() {
    terminal.write("a.py", UNSAFE);
    Result result = terminal.run("scan", "a.py", "--format", "json", "-o", "out.json");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(result.out()).isEmpty();
    assertThat(terminal.read("out.json")).startsWith("{").contains("\"python.security");
  }

  @Test
  void anOutputThatCannotBeWrittenIsRefusedBeforeTheScan() {
    terminal.write("a.py", UNSAFE);
    assertThat(terminal.run("scan", "-o", "none/out.json").err())
        .contains("none/out.json")
        .contains("does not exist");
    assertThat(terminal.run("scan", "-o", ".").code()).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void aBaselineSilencesWhatWasThere() {
    terminal.write("a.py", UNSAFE);
    terminal.run("scan", "a.py", "--format", "json", "-o", "base.json");
    terminal.write("a.py", "import os\n" + UNSAFE);
    Result result = terminal.run("scan", "a.py", "--baseline", "base.json");
    assertThat(result.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(result.out()).contains("Suppressed  1 (1 in the baseline)");
    assertThat(terminal.run("scan", "a.py", "--baseline", "a.py").code())
        .isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void aCommentSilencesALine() {
    terminal.write(
        "a.py",
        """
        import yaml
        # coderev:ignore python.security.unsafe-yaml-load we wrote the file
        yaml.load(text, Loader=yaml.Loader)
        """);
    assertThat(terminal.run("scan", "a.py").code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void ownRulesAreAddedOrStandAlone() {
    terminal.write("a.py", UNSAFE + "launch()\n");
    terminal.write(
        "rules/own.yaml",
        """
        rules:
          - id: no-launch
            languages: [python]
            severity: LOW
            message: Do not launch.
            pattern: launch()
        """);
    assertThat(terminal.run("scan", "a.py", "--rules", "rules").out())
        .contains("no-launch")
        .contains("unsafe-yaml-load");
    assertThat(terminal.run("scan", "a.py", "--rules", "rules", "--only-rules").out())
        .contains("no-launch")
        .doesNotContain("unsafe-yaml-load");
  }

  @Test
  void whatFollowsRulesAndHoldsNoneIsScanned() {
    terminal.write("src/a.py", "launch()\nland()\n");
    terminal.write("src/values.yaml", "rules:\n  enabled: true\n");
    terminal.write("rules/launch.yaml", ruleFor("launch"));
    terminal.write("land.yml", ruleFor("land"));
    assertThat(terminal.run("scan", "--only-rules", "--rules", "rules", "land.yml", "src").out())
        .contains("no-launch")
        .contains("no-land");
    assertThat(terminal.run("scan", "--only-rules", "--rules", "rules", "src/a.py").out())
        .contains("no-launch")
        .doesNotContain("no-land");
    Result result = terminal.run("scan", "src", "--rules");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("Missing required parameter for option '--rules'");
  }

  private static String ruleFor(String function) {
    return """
    rules:
      - id: no-%s
        languages: [python]
        severity: LOW
        message: Do not.
        pattern: %s()
    """
        .formatted(function, function);
  }

  @Test
  void aWrongRuleStopsEverythingWithItsPlace() {
    terminal.write("a.py", UNSAFE);
    terminal.write(
        "own.yaml",
        """
        rules:
          - id: r
            languages: [python]
            severity: LOW
            message: m
            patern: launch()
        """);
    Result result = terminal.run("scan", "a.py", "--rules", "own.yaml");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err())
        .contains("own.yaml:6:")
        .contains("patern")
        .contains("did you mean 'pattern'?");
    assertThat(result.out()).isEmpty();
    terminal.write(
        "own.yaml",
        """
        rules:
          - id: r
            languages: [python]
            severity: LOW
            message: m
            pattern: "launch(("
        """);
    assertThat(terminal.run("scan", "a.py", "--rules", "own.yaml").err()).contains("own.yaml:6:");
  }

  @Test
  void theConfigurationOfTheProjectIsRead() {
    terminal.write("a.py", UNSAFE);
    terminal.write("coderev.yaml", "rules:\n  disable: [python.security.unsafe-yaml-load]\n");
    assertThat(terminal.run("scan").code()).isEqualTo(ExitCode.CLEAN);
    terminal.write("coderev.yaml", "severities:\n  python.security.unsafe-yaml-load: info\n");
    assertThat(terminal.run("scan").out()).contains("INFO");
    terminal.write("coderev.yaml", "rulez: {}\n");
    Result result = terminal.run("scan");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("coderev.yaml:1:1").contains("did you mean 'rules'?");
    assertThat(terminal.run("scan", "--config", "none.yaml").err()).contains("none.yaml");
  }

  @Test
  void badFilesEndNothing() throws IOException {
    terminal.write("a.py", UNSAFE);
    Files.write(folder.resolve("bad.py"), new byte[] {'x', (byte) 0xFF, '\n'});
    Files.write(folder.resolve("binary.py"), new byte[] {0, 1, 2});
    terminal.write("broken.java", "class A { void f( { int x = ; }");
    terminal.write("deep.js", "x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ";\n");
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Result result = terminal.run("scan", "--format", "json");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(result.out())
        .contains("ISO-8859-1")
        .contains("binary")
        .contains("link")
        .contains("broken.java");
  }

  @Test
  void theOrderOfResultsDoesNotDependOnThreads() {
    for (int i = 0; i < 12; i++) {
      terminal.write("f" + i + ".py", UNSAFE);
    }
    String one = withoutTimes(terminal.run("scan", "--format", "json", "--jobs", "1").out());
    assertThat(withoutTimes(terminal.run("scan", "--format", "json", "--jobs", "4").out()))
        .isEqualTo(one);
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(started|duration[A-Za-z]*|finished)\"\\s*:\\s*[^,}\n]+", "");
  }

  @Test
  void wrongNumbersAndTimesAreRefused() {
    assertThat(terminal.run("scan", "--jobs", "0").err()).contains("--jobs");
    assertThat(terminal.run("scan", "--time-limit", "soon").err()).contains("soon");
    assertThat(terminal.run("scan", "--fail-on", "grave").err()).contains("grave");
  }

  @Test
  void aTimeLimitIsHonouredAndRecorded() {
    for (int i = 0; i < 4; i++) {
      terminal.write("f" + i + ".py", UNSAFE);
    }
    Result result = terminal.run("scan", "--time-limit", "1ms", "--jobs", "1", "--format", "json");
    assertThat(result.out()).contains("time-limit");
    assertThat(result.out()).doesNotContain("\"verdict\" : \"clean\"");
  }

  @Test
  void aReportThatCannotReplaceItsFileLeavesNothingBehind() throws IOException {
    terminal.write("a.py", UNSAFE);
    Files.createDirectory(folder.resolve(".r.json.part"));
    Files.writeString(folder.resolve(".r.json.part").resolve("x"), "");
    Result result = terminal.run("scan", "a.py", "--format", "json", "-o", "r.json");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("r.json: the report cannot be written");
    assertThat(folder.resolve("r.json")).doesNotExist();
  }

  @Test
  void verboseShowsWhereAFailureComesFrom() {
    Result result = terminal.run("--verbose", "scan", "nowhere");
    assertThat(result.err()).contains("no such file or folder").contains("at dev.coderev.cli");
    assertThat(terminal.run("help", "scan").out()).contains("Exit codes:");
  }
}

package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.cli.Terminal.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTests {
  private static final String UNSAFE = "import yaml\n\nyaml.load(text, Loader=yaml.Loader)\n";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
    terminal.write("a.py", UNSAFE);
  }

  @Test
  void showsADiffAndWritesNothing() {
    Result result = terminal.run("fix", "a.py");
    assertThat(result.out())
        .contains("--- a/a.py")
        .contains("-yaml.load(text, Loader=yaml.Loader)")
        .contains("+yaml.safe_load(text)");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(terminal.read("a.py")).isEqualTo(UNSAFE);
  }

  @Test
  void applyWritesWhatWasShown() {
    Result result = terminal.run("fix", "a.py", "--apply");
    assertThat(terminal.read("a.py")).isEqualTo("import yaml\n\nyaml.safe_load(text)\n");
    assertThat(result.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(result.err()).contains("1 applied");
    assertThat(terminal.run("scan", "a.py").code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aFixThatDoesNotSilenceItsRuleIsNotOffered() {
    terminal.write(
        "own.yaml",
        """
        rules:
          - id: no-launch
            languages: [python]
            severity: LOW
            message: Do not launch.
            pattern: launch($X)
            fix: launch($X, 1, launch($X))
        """);
    terminal.write("a.py", "launch(2)\n");
    Result result = terminal.run("--verbose", "fix", "a.py", "--rules", "own.yaml", "--only-rules");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("a.py:1: no fix for no-launch").contains("0 of 1 findings");
    assertThat(terminal.read("a.py")).isEqualTo("launch(2)\n");
  }

  @Test
  void otherFormatsCarryTheFixes() {
    Result result = terminal.run("fix", "a.py", "--format", "sarif", "-q");
    assertThat(result.out()).contains("\"fixes\"").contains("safe_load(text");
    assertThat(result.err()).isEmpty();
  }
}

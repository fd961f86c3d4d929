package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.cli.Terminal.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTests {
  private static final String RULE =
      """
      rules:
        - id: no-launch
          languages: [python]
          severity: LOW
          message: Do not launch.
          pattern: launch()
      """;

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
    terminal.write("rules/no-launch.yaml", RULE);
  }

  @Test
  void aRuleWhoseFixtureHoldsPasses() {
    terminal.write(
        "rules/no-launch.py", "# ruleid: no-launch\nlaunch()\n# ok: no-launch\nland()\n");
    Result result = terminal.run("rules", "test", "rules");
    assertThat(result.out()).contains("passed  no-launch").contains("1 rules passed, 0 failed");
    assertThat(result.code()).isZero();
  }

  @Test
  void aBrokenFixtureFailsWithItsLine() {
    terminal.write(
        "rules/no-launch.py", "# ruleid: no-launch\nland()\n# ok: no-launch\nlaunch()\n");
    Result result = terminal.run("rules", "test", "rules");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(result.out())
        .contains("FAILED  no-launch")
        .contains("no-launch.py:2: should fire")
        .contains("no-launch.py:4: fires here");
  }

  @Test
  void listNamesEveryRuleOnce() {
    Result result = terminal.run("rules", "list", "--language", "go", "--severity", "high");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("go.security.").doesNotContain("java.security.");
    assertThat(terminal.run("rules", "list", "--rules", "rules").out()).contains("no-launch");
    assertThat(terminal.run("rules", "list", "--language", "cobol").err()).contains("cobol");
  }

  @Test
  void explainSaysWhatARuleIsAboutAndGuessesTypingErrors() {
    Result result = terminal.run("rules", "explain", "java.security.sql-injection");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("CWE-89").contains("severity").contains("taint analysis");
    Result wrong = terminal.run("rules", "explain", "java.security.sql-injectoin");
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(wrong.err()).contains("did you mean 'java.security.sql-injection'?");
  }

  @Test
  void validateNamesEveryProblem() {
    assertThat(terminal.run("rules", "validate", "rules").out())
        .contains("1 sound rules, 0 problems");
    terminal.write("rules/bad.yaml", RULE.replace("python", "pithon").replace("no-launch", "bad"));
    Result result = terminal.run("rules", "validate", "rules");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.out()).contains("bad.yaml:3:").contains("did you mean 'python'?");
    assertThat(terminal.run("rules", "validate", "nowhere").err()).contains("nowhere");
  }
}

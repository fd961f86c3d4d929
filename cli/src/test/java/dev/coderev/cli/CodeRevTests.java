package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRevTests {

  @Test
  void printsItsVersionInOneLine() {
    var out = new StringWriter();
    int code = CodeRev.commandLine().setOut(new PrintWriter(out)).execute("--version");
    assertThat(code).isZero();
    assertThat(out.toString().strip()).matches("coderev \\d+\\.\\d+\\.\\d+");
  }

  @Test
  void helpNamesTheExecutable() {
    var out = new StringWriter();
    assertThat(CodeRev.commandLine().setOut(new PrintWriter(out)).execute("--help")).isZero();
    assertThat(out.toString()).contains("Usage: coderev");
  }

  @Test
  void showsItsHelpWhenNoCommandIsGiven() {
    var out = new StringWriter();
    assertThat(CodeRev.commandLine().setOut(new PrintWriter(out)).execute()).isZero();
    assertThat(out.toString()).contains("Usage: coderev");
  }

  @Test
  void refusesAnUnknownOption() {
    var err = new StringWriter();
    int code = CodeRev.commandLine().setErr(new PrintWriter(err)).execute("--no-such-option");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "review", "fix", "rules", "model"})
  void setsUpOnlyTheCommandThatIsNamed(String name) {
    var subcommands = CodeRev.commandLineFor(List.of(name, "--help")).getSubcommands();
    assertThat(subcommands).containsOnlyKeys(name);
    assertThat(subcommands.get(name).getUsageMessage())
        .isEqualTo(CodeRev.commandLine().getSubcommands().get(name).getUsageMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--version", "scann", "--verbose scan"})
  void setsUpAllCommandsOtherwise(String arguments) {
    List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    assertThat(CodeRev.commandLineFor(words).getSubcommands())
        .containsOnlyKeys("scan", "review", "fix", "rules", "model", "help");
  }
}

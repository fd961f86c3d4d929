package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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
}

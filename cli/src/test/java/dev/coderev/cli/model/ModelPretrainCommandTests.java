package dev.coderev.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelPretrainCommandTests {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    return new CommandLine(new ModelPretrainCommand())
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler((problem, command, result) -> {
          command.getErr().println(problem.getMessage());
          return 2;
        })
        .execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aNewRunNeedsAShapeAndACorpus() {
    assertThat(run("--corpus", path(""), "-o", path("run"))).isEqualTo(2);
    assertThat(err.toString()).contains("--config is required for a new run");
    assertThat(run("--config", "tiny-llama", "-o", path("run"))).isEqualTo(2);
    assertThat(err.toString()).contains("--corpus is required for a new run");
    assertThat(run("--config", "nonesuch", "--corpus", path(""), "-o", path("run"))).isEqualTo(2);
    assertThat(err.toString()).contains("'nonesuch' is no file and no known shape", "llama-3m");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void whatIsNoRunCannotGoOn() {
    assertThat(run("--resume", "-o", path("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).contains(path("nowhere"));
  }

  @Test
  void withoutTheLauncherItSaysWhatIsMissing() throws IOException {
    for (int i = 0; i < 40; i++) {
      Files.writeString(
          folder.resolve("text" + i + ".txt"), ("line " + i + " of a text\n").repeat(40));
    }
    assertThat(
            run(
                "--config",
                "tiny-llama",
                "--corpus",
                path(""),
                "-o",
                path("run"),
                "--length",
                "32",
                "--tokens",
                "1024"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("libtorch is not on the class path");
  }
}

package dev.coderev.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelTasksCommandTests {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    return new CommandLine(new ModelCommand())
        .setOut(new PrintWriter(out))
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
  void tasksOfRealCodeAreAnsweredByACheckpoint() {
    String[] tasks = {
      "tasks",
      "--corpus",
      "src/main/java",
      "-o",
      path("tasks"),
      "--held-out",
      "0.99",
      "--per-kind",
      "8"
    };
    assertThat(run(tasks)).isZero();
    assertThat(out.toString()).contains("wrong_variable", "off_by_one");
    assertThat(run("init", "--shape", "tiny-llama", "-o", path("m"))).as(err.toString()).isZero();
    assertThat(run("eval", path("m"), "--tasks", path("tasks"), "--threads", "1")).isZero();
    assertThat(out.toString()).contains("next token right", "by chance 50.0 %");
    assertThat(run("eval", path("m"), "--tasks", path("tasks"), "--format", "JSON")).isZero();
    assertThat(out.toString()).contains("\"area_under_curve\"");
  }

  @Test
  void anEvaluationNeedsSomethingToMeasure() {
    assertThat(run("eval", path("m"))).isEqualTo(2);
    assertThat(err.toString()).contains("--against or --tasks");
    assertThat(run("eval", path("m"), "--tasks", path("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).contains("no such file");
  }
}

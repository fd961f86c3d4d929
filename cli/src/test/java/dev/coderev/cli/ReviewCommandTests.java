package dev.coderev.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.cli.Terminal.Result;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ConfigConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTests {
  private static final String OLD = "import yaml\n\nyaml.load(text, Loader=yaml.Loader)\n";
  private static final String NEW = OLD + "\nyaml.load(other, Loader=yaml.FullLoader)\n";

  private static final String DIFF =
      """
      --- a/a.py
      +++ b/a.py
      @@ -3 +3,3 @@
       yaml.load(text, Loader=yaml.Loader)
      +
      +yaml.load(other, Loader=yaml.FullLoader)
      """;

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
    terminal.write("a.py", OLD);
  }

  @Test
  void aPlainDiffReportsOnlyWhatItIntroduces() {
    terminal.write("some.diff", DIFF);
    for (String text : new String[] {OLD, NEW}) {
      terminal.write("a.py", text);
      Result result = terminal.run("review", "--diff", "some.diff");
      assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(result.out()).contains("a.py:5:").doesNotContain("a.py:3:");
    }
  }

  @Test
  void aDiffIsShownWithTheLinesAroundItBeforeItIsAppliedToo() {
    terminal.write("some.diff", DIFF).write("a.py", NEW);
    List<String> applied = excerpt(terminal.run("review", "--diff", "some.diff"));
    terminal.write("a.py", OLD);
    assertThat(excerpt(terminal.run("review", "--diff", "some.diff")))
        .isEqualTo(applied)
        .hasSizeGreaterThan(2);
  }

  private static List<String> excerpt(Result result) {
    return result.out().lines().filter(line -> line.contains(" | ")).toList();
  }

  @Test
  void aDiffThatDoesNotApplyIsRefused() {
    terminal.write("a.py", "nothing alike\n").write("some.diff", DIFF);
    Result result = terminal.run("review", "--diff", "some.diff");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("does not apply to a.py");
    assertThat(terminal.run("review", "--diff", "none.diff").err()).contains("no such diff");
  }

  @Test
  void anEmptyChangeIsNothingToAnalyse() {
    terminal.write("some.diff", "");
    assertThat(terminal.run("review", "--diff", "some.diff").code())
        .isEqualTo(ExitCode.NOTHING_TO_ANALYSE);
  }

  @Test
  void gitChangesAreReviewedUncommittedStagedAndSinceABase() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.getRepository()
          .getConfig()
          .setBoolean(ConfigConstants.CONFIG_COMMIT_SECTION, null, "gpgsign", false);
      git.add().addFilepattern("a.py").call();
      git.commit()
          .setMessage("one")
          .setAuthor("A", "a@example.org")
          .setCommitter("A", "a@example.org")
          .call();
      assertThat(terminal.run("review").code()).isEqualTo(ExitCode.NOTHING_TO_ANALYSE);
      terminal.write("a.py", NEW);
      assertThat(terminal.run("review").out()).contains("a.py:5:").doesNotContain("a.py:3:");
      assertThat(terminal.run("review", "--staged").code()).isEqualTo(ExitCode.NOTHING_TO_ANALYSE);
      git.add().addFilepattern("a.py").call();
      assertThat(terminal.run("review", "--staged").code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(terminal.run("review", "--base", "main").code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(terminal.run("review", "--base", "nonesuch").err()).contains("nonesuch");
    }
  }

  @Test
  void aFolderWithoutGitIsToldWhatToDo() {
    Result result = terminal.run("review");
    assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(result.err()).contains("--diff");
  }

  @Test
  void takingACheckAwayIntroducesTheFlowItStopped() {
    String safe =
        """
        from flask import request
        import subprocess, shlex

        def run():
            name = request.args["name"]
            name = shlex.quote(name)
            subprocess.run("ls " + name, shell=True)
        """;
    terminal.write("web.py", safe.replace("    name = shlex.quote(name)\n", ""));
    terminal.write(
        "some.diff",
        """
        --- a/web.py
        +++ b/web.py
        @@ -5,3 +5,2 @@
             name = request.args["name"]
        -    name = shlex.quote(name)
             subprocess.run("ls " + name, shell=True)
        """);
    Result result = terminal.run("review", "--diff", "some.diff");
    assertThat(result.out()).contains("web.py:6:");
    assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
  }
}

package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanditExamplesTests {
  private static final String TESTS =
      """
      class FunctionalTests(testtools.TestCase):
          def check_example(self, example_script, expect, ignore_nosec=False):
              self.run_example(example_script)

          def test_hash(self):
              expect = {
                  "SEVERITY": {"UNDEFINED": 0, "LOW": 0, "MEDIUM": 1, "HIGH": 1},
                  "CONFIDENCE": {"UNDEFINED": 0, "LOW": 0, "MEDIUM": 0, "HIGH": 2},
              }
              self.check_example("hash.py", expect)

          def test_none(self):
              expect = {
                  "SEVERITY": {"UNDEFINED": 0, "LOW": 2, "MEDIUM": 0, "HIGH": 0},
              }
              self.check_example("none.py", expect)
      """;

  @TempDir Path bandit;

  private void write(String path, String text) throws IOException {
    Path file = bandit.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void countsLinesWithFindingsAtMostAsOftenAsBanditDoes() throws IOException {
    write("tests/functional/test_functional.py", TESTS);
    write("examples/hash.py", "import hashlib\nhashlib.md5(b'a')\nprint(1)\n");
    write("examples/none.py", "print(1)\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Benchmark.run(
            new BanditExamples(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--bandit",
            bandit.toString());
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "\"expected\":4,\"found\":1,\"expectedMediumAndHigh\":2,\"foundMediumAndHigh\":1",
            "{\"file\":\"hash.py\",\"low\":0,\"medium\":1,\"high\":1,\"lines\":[2]}");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.py");
  }
}

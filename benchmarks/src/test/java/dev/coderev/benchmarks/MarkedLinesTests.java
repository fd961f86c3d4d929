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

class MarkedLinesTests {
  @TempDir Path suite;

  private void write(String path, String text) throws IOException {
    Path file = suite.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String run(int code, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(
            Benchmark.run(
                new MarkedLines(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments))
        .isEqualTo(code);
    return (code == 0 ? out : err).toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsFoundMissedAndUnmarkedLines() throws IOException {
    write(
        "CWE-327/Hashes.java",
        """
        import java.security.MessageDigest;
        class Hashes {
          void all(String name) throws Exception {
            MessageDigest.getInstance("MD5"); // $ Alert
            MessageDigest.getInstance("SHA-1");
            MessageDigest.getInstance(name); // $ MISSING: Alert[x]
            MessageDigest.getInstance("MD2"); // $ SPURIOUS: Alert
          }
        }
        """);
    write("plain/Nothing.java", "class Nothing {}\n");
    String json = run(0, "--dir", suite.toString());
    assertThat(json)
        .contains(
            "\"found\":1,\"marked\":2,\"takenForReal\":1,\"unmarked\":1",
            "\"missed\":[\"Hashes.java:6\"]",
            "\"takenForReal\":[\"Hashes.java:7 java.security.weak-hash\"]",
            "\"unmarked\":[\"Hashes.java:5 java.security.weak-hash\"]")
        .doesNotContain("plain");
  }

  @Test
  void readsVerdictsAndScansOnlyTheFoldersAskedFor() throws IOException {
    write(
        "one/Random.java",
        "class Random {\n  byte a; /* BAD */\n  byte b; /* OK */ // $ Alert\n  byte c; // BAD\n}\n");
    write("two/Other.java", "class Other { } /* BAD */\n");
    assertThat(run(0, "--dir", suite.toString(), "--only", "one"))
        .contains("\"found\":0,\"marked\":1", "\"missed\":[\"Random.java:2\"]")
        .doesNotContain("Other");
    DefectMarks marks = DefectMarks.below(suite.resolve("one"));
    assertThat(marks.fake()).containsExactly("Random.java:3");
  }

  @Test
  void refusesAFolderWithoutMarks() throws IOException {
    write("plain/Nothing.java", "class Nothing {}\n");
    assertThat(run(2, "--dir", suite.toString())).contains("no marked line");
    assertThat(run(2, "--dir", suite.resolve("absent").toString())).contains("no such folder");
  }
}

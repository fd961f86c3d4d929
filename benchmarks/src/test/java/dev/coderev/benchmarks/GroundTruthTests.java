package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthTests {
  @TempDir Path folder;
  private Path corpus;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    write(
        "expectedresults.csv",
        "# file, category, real, CWE\nBad,hash,true,328\nFine,hash,false,328\nOdd,sql,true,89\n");
    write("src/Bad.java", javaHash("Bad", "MD5"));
    write("src/Fine.java", javaHash("Fine", "SHA-256"));
    write("src/Odd.java", "class Odd {}\n");
    write("src/app.properties", "class=x.Bad\n");
    write(
        "web/view.py",
        "def view(a):\n    # a comment\n    one = 7\n    two = 8\n    return one + two\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = corpus.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String javaHash(String name, String algorithm) {
    return """
    import java.security.MessageDigest;
    import java.util.*;
    /** A comment. */
    class %1$s {
      byte[] digest(String text) throws Exception {
        int size = 106;
        String unused = "";
        Map<String, String> map = new HashMap<>();
        map.put("keyed", text);
        map.get("keyed");
        return MessageDigest.getInstance("%2$s").digest(helped(text).getBytes()); // here
      }
      String helped(String given) { return given + new %1$s().toString(); }
      @Override public String toString() { return "%1$s"; }
    }
    """
        .formatted(name, algorithm);
  }

  @Test
  void scoresTheCorpusAndItsMutatedCopy() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Benchmark.run(
            new GroundTruth(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--corpus",
            corpus.toString());
    assertThat(code).isZero();
    String hash = "\"hash\":{\"found\":1,\"real\":1,\"takenForReal\":0,\"fake\":1,\"score\":1.0}";
    String json = out.toString(StandardCharsets.UTF_8);
    assertThat(json).contains("\"average\":0.5", hash, "\"missed\":[\"Odd\"]");
    assertThat(json.substring(json.indexOf("\"mutated\""))).contains(hash, "\"average\":0.5");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("mutated   hash");
  }

  @Test
  void aFolderWithoutATableIsNoCorpus() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Benchmark.run(
            new GroundTruth(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--corpus",
            folder.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no file expectedresults*.csv");
  }

  @Test
  void theCopyHasOtherNamesNumbersKeysAndNoComments() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Map<String, String> stems = new Mutation(3).write(corpus, copy);
    assertThat(stems.values()).contains("Bad", "Fine", "Odd", "view");
    String bad =
        stems.entrySet().stream()
            .filter(e -> e.getValue().equals("Bad"))
            .findFirst()
            .orElseThrow()
            .getKey();
    String text = Files.readString(copy.resolve("src/" + bad + ".java"));
    assertThat(text)
        .doesNotContain("Bad", "comment", "here", "helped", "keyed", "106", "given")
        .contains("MessageDigest.getInstance(\"MD5\")", "toString()", "class " + bad);
    assertThat(Files.readString(copy.resolve("src/app.properties")))
        .isEqualTo("class=x." + bad + "\n");
    String view = Files.readString(copy.resolve("web/view.py"));
    assertThat(view).doesNotContain("comment", "one", "two").contains("return ");
    assertThat(new Mutation(3).write(corpus, Files.createDirectory(folder.resolve("again"))))
        .isEqualTo(stems);
  }
}

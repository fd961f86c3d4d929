package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTests {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path tree;

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectory(folder.resolve("tree"));
    for (String name : new String[] {"A", "B", "C", "D"}) {
      Files.writeString(
          tree.resolve(name + ".java"),
          "class %s { boolean f(String s) { return s == \"a\"; } }%n".formatted(name));
    }
  }

  @Test
  void throughputNamesItsWarmUp() {
    assertThat(
            run(new ScanThroughput(), "--tree", tree.toString(), "--rounds", "1", "--warm-up", "1"))
        .isZero();
    assertThat(stdout())
        .startsWith("{\"benchmark\":\"ScanThroughput\"")
        .contains("\"round\":\"warm-up 1\",\"warmUp\":true", "\"round\":\"1\",\"warmUp\":false")
        .contains("\"javaFiles\":4", "\"megabytesPerSecond\":{\"median\":");
    assertThat(stderr()).contains("MB/s");
  }

  @Test
  void theCurveHasAPointForEachShareAndEachNumberOfRules() {
    assertThat(run(new ScanCurve(), "--tree", tree.toString(), "--jobs", "1")).isZero();
    assertThat(stdout())
        .contains(
            "{\"percent\":25,\"files\":1,\"rules\":50,",
            "{\"percent\":50,\"files\":2,\"rules\":100,",
            "{\"percent\":200,\"files\":8,\"rules\":150,",
            "\"secondsOverFiles\":{\"50 rules\":{\"slope\":",
            "\"secondsOverRules\":{\"25 %\":{\"slope\":");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void coldStartMeasuresEachLanguage() throws IOException {
    Path launcher = script("exit 1");
    assertThat(run(new ColdStart(), "--launcher", launcher.toString(), "--runs", "2")).isZero();
    assertThat(stdout()).contains("\"runs\":2", "\"java\":{", "\"py\":{");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLauncherThatFailsEndsTheMeasurement() throws IOException {
    Path launcher = script("exit 2");
    assertThat(run(new ColdStart(), "--launcher", launcher.toString())).isEqualTo(2);
    assertThat(stderr()).contains("the launcher ended with 2");
    assertThat(stdout()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void peersThatAreNotGivenAreAbsent() throws IOException {
    Path launcher = script("echo '\"fingerprint\": 1'");
    assertThat(run(new Peers(), "--launcher", launcher.toString(), "--tree", tree.toString()))
        .isZero();
    assertThat(stdout()).contains("\"peers\":{},\"absent\":[\"pmd\",\"ast-grep\"]");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void peersAreComparedPairByPair() throws IOException {
    Path launcher = script("sleep 0.05; echo '\"fingerprint\": 1'; exit 1");
    Path astGrep = Files.copy(script("sleep 0.05; echo '{\"ruleId\":1}'"), folder.resolve("sg"));
    assertThat(astGrep.toFile().setExecutable(true)).isTrue();
    assertThat(
            run(
                new Peers(),
                "--launcher",
                launcher.toString(),
                "--tree",
                tree.toString(),
                "--ast-grep",
                astGrep.toString(),
                "--pairs",
                "2"))
        .isZero();
    assertThat(stdout())
        .contains("\"ast-grep\":{\"does\":", "\"rules\":20,\"findings\":1,\"pairs\":[{")
        .contains("\"absent\":[\"pmd\"]");
  }

  @Test
  void pmdTellsItsRules() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("pmd/lib"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(lib.resolve("pmd-java-7.26.0.jar")))) {
      zip.putNextEntry(new ZipEntry("rulesets/java/quickstart.xml"));
      zip.write(
          "<ruleset>\n  <rule ref=\"a\"/>\n<!-- <rule ref=\"b\"/> -->\n</ruleset>\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    Peer pmd = Peer.pmd(folder.resolve("pmd"), tree, 2);
    assertThat(pmd.rules()).isEqualTo(1);
    Path output = Files.writeString(folder.resolve("o"), "A.java:1:\tRule:\tText\nother\n");
    assertThat(pmd.findings(output)).isEqualTo(1);
  }

  @Test
  void agreementCountsMarksAndReasons() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules/python"));
    Files.writeString(
        rules.resolve("call.yaml"),
        """
        rules:
          - id: call
            languages: [python]
            severity: HIGH
            message: a call
            pattern: bad(...)
        """);
    Files.writeString(
        rules.resolve("call.py"),
        """
        # ruleid: call
        bad(1)
        # ruleid: call
        worse(1)
        # ok: call
        good(1)
        """);
    Files.writeString(rules.resolve("odd.yaml"), "rules:\n  - id: odd\n");
    Files.writeString(rules.resolve("odd.py"), "pass\n");
    assertThat(run(new RuleAgreement(), "--rules", folder.resolve("rules").toString())).isZero();
    assertThat(stdout())
        .contains("\"marks\":3,\"satisfied\":2", "\"folder\":\"python\",\"rules\":1,\"passed\":0")
        .contains("\"does not fire on a line marked ruleid\":1", "\"problem: ");
  }

  @Test
  void helpNamesTheArguments() {
    assertThat(run(new Peers(), "--help")).isZero();
    assertThat(stdout()).contains("--pmd-home", "--ast-grep", "--tree", "--pairs");
  }

  @Test
  void wrongArgumentsAreExplained() {
    assertThat(run(new ScanThroughput(), "--rounds", "many")).isEqualTo(2);
    assertThat(run(new ScanThroughput(), "--tree", tree.toString(), "--rounds", "0")).isEqualTo(2);
    assertThat(run(new ScanCurve(), "--tree", tree.toString(), "--jobs", "0")).isEqualTo(2);
    assertThat(run(new ScanCurve(), "--tree", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run(new RuleAgreement())).isEqualTo(2);
    assertThat(run(new RuleAgreement(), "--rules", "none")).isEqualTo(2);
    assertThat(run(new ColdStart(), "--launcher", "none")).isEqualTo(2);
    assertThat(stderr())
        .contains(
            "'many' is not an int",
            "--rounds takes a number from 1",
            "--jobs takes a number from 1 to 1024",
            "--tree: no such folder",
            "Missing required option: '--rules=DIR'",
            "--rules: no such folder: none",
            "--launcher: not executable: none");
    assertThat(stdout()).isEmpty();
  }

  private Path script(String body) throws IOException {
    Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private int run(Benchmark benchmark, String... arguments) {
    return Benchmark.run(
        benchmark,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String stdout() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String stderr() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

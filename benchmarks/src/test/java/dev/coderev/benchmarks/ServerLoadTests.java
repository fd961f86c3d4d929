package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServerLoadTests {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Benchmark.run(
        new ServerLoad(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private Path launcher(String command) throws IOException {
    Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + command + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void asksOneByOneAndThenAtASteadyRateAndCountsWhatFails() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path launcher =
        launcher(
            "exec '%s' -cp '%s' %s \"$@\""
                .formatted(
                    java, System.getProperty("java.class.path"), StandInServer.class.getName()));
    assertThat(
            run(
                "--launcher",
                launcher.toString(),
                "--rows",
                "0",
                "--requests",
                "3",
                "--warm-up",
                "1",
                "--rate",
                "400",
                "--seconds",
                "1"))
        .as(err.toString(StandardCharsets.UTF_8))
        .isZero();
    String json = out.toString(StandardCharsets.UTF_8);
    for (String kind : List.of("health", "list", "snippet", "login")) {
      assertThat(json).contains("\"" + kind + "\":{\"answers\":3,");
    }
    assertThat(json)
        .contains("\"rate\":400,\"seconds\":1,", "\"dashboard\":{\"answers\":0,")
        .containsPattern("\"errors\":\\{\"503\":\\d+}");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("400/s list");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aServerThatEndsEndsTheMeasurement() throws IOException {
    Path launcher = launcher("echo no database here; exit 2");
    assertThat(run("--launcher", launcher.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no database here");
  }

  @Test
  void refusesWhatItCannotMeasure() {
    assertThat(run("--rate", "0")).isEqualTo(2);
    assertThat(run("--only", "everything")).isEqualTo(2);
    assertThat(run("--rows", "-1")).isEqualTo(2);
    assertThat(out.size()).isZero();
  }

  @Test
  void latenciesKnowTheirSharesAndErrors() {
    Latencies latencies = new Latencies();
    assertThat(latencies.within(0.5)).isNaN();
    for (int i = 1_000; i >= 1; i--) {
      latencies.good(i * 1_000_000L);
    }
    latencies.bad("503");
    assertThat(latencies.within(0.5)).isEqualTo(500);
    assertThat(latencies.within(0.99)).isEqualTo(990);
    assertThat(latencies.within(1)).isEqualTo(1_000);
    assertThat(latencies.errors()).isEqualTo(1);
  }

  @Test
  void aMadeUpModuleHasAsManyLinesAsWantedAndIsNeverTheSame() {
    Random random = new Random(1);
    List<String> texts = Stream.generate(() -> new LoadSource(random).lines(200)).limit(5).toList();
    assertThat(texts)
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text.lines()).hasSize(200));
  }
}

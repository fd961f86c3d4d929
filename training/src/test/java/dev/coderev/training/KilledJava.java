package dev.coderev.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own that is killed when it has spoken of so many steps: lines that
 * begin with {@code step}.
 */
public record KilledJava(Class<?> program, Path log) {

  /** Whether the program came to its end before it was killed. */
  public boolean endsWithin(int steps, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx300m",
            "-XX:TieredStopAtLevel=1",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (process.isAlive() && spoken() < steps) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    if (process.isAlive()) {
      process.destroyForcibly().waitFor();
      return false;
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return true;
  }

  private long spoken() throws IOException {
    return Files.readString(log).lines().filter(line -> line.startsWith("step")).count();
  }
}

package dev.coderev.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One finished process.
 *
 * @param seconds of wall clock, start included
 * @param cpuSeconds as last seen while it ran, 0 where the system does not tell
 */
record Execution(int exitCode, double seconds, double cpuSeconds) {
  private static final int GLANCE_MILLIS = 20;

  /** Runs a command; its output goes to {@code output}, its complaints are dropped. */
  static Execution of(List<String> command, Path output) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Duration cpu = Duration.ZERO;
    try {
      while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        cpu = process.info().totalCpuDuration().orElse(cpu);
      }
    } finally {
      process.destroy();
    }
    return new Execution(
        process.exitValue(), (System.nanoTime() - started) / 1e9, cpu.toMillis() / 1e3);
  }
}

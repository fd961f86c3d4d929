package dev.coderev.model.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What instructions the processor has, as Linux says it. */
public final class Processor {

  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** Whether assembled code for vectors of 512 bits and products of bytes can run here. */
  public static boolean multipliesBytes() {
    return "amd64".equals(System.getProperty("os.arch"))
        && flags().containsAll(Set.of("avx512f", "avx512bw", "avx512_vnni"));
  }

  private static Set<String> flags() {
    if (!Files.isReadable(DESCRIPTION)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(DESCRIPTION)) {
      return lines
          .filter(it -> it.startsWith("flags"))
          .findFirst()
          .map(it -> Arrays.stream(it.split("\\s+")).collect(Collectors.toSet()))
          .orElse(Set.of());
    } catch (IOException e) {
      return Set.of();
    }
  }
}

package dev.coderev.server.platform.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.model.deploy.HostMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Readings of the machine, or of the container that the process runs in. */
public final class Machine {
  private static final Path PAGES = Path.of("/proc/self/statm");
  private static final long PAGE = 4096;

  /** The memory of this process, in bytes. */
  public record ProcessMemory(long resident, long virtual, long shared) {}

  private Machine() {}

  /** The memory of this process; empty where the system does not tell. */
  public static Optional<ProcessMemory> memory() {
    return words(PAGES)
        .filter(words -> words.size() >= 3)
        .map(words ->
            new ProcessMemory(
                Long.parseLong(words.get(1)) * PAGE,
                Long.parseLong(words.get(0)) * PAGE,
                Long.parseLong(words.get(2)) * PAGE));
  }

  /** The share of the container's or the host's memory that is taken, 0..1. */
  public static OptionalDouble memoryUsage() {
    return HostMemory.share();
  }

  /** The share of the available cores that this process uses, 0..1. */
  public static OptionalDouble cpuUsage() {
    double load =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuLoad();
    return load >= 0 ? OptionalDouble.of(load) : OptionalDouble.empty();
  }

  /** The share of the disk below this folder that is taken, 0..1. */
  public static OptionalDouble diskUsage(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      long total = store.getTotalSpace();
      return total > 0
          ? OptionalDouble.of(1 - (double) store.getUsableSpace() / total)
          : OptionalDouble.empty();
    } catch (IOException _) {
      return OptionalDouble.empty();
    }
  }

  /**
   * The bytes that may still be written below this folder; empty where the system does not tell.
   */
  public static Optional<Long> diskLeft(Path folder) {
    try {
      return Optional.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> words(Path file) {
    try {
      return Optional.of(List.of(Files.readString(file).strip().split("\\s+")));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}

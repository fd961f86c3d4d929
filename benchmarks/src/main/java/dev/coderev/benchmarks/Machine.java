package dev.coderev.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine and the virtual machine that a measurement runs on. */
final class Machine {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  /**
   * What distorts or explains figures; the load is that of the last minute, negative if unknown.
   */
  static Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cores", Runtime.getRuntime().availableProcessors());
    json.put("memoryBytes", SYSTEM.getTotalMemorySize());
    json.put("load", SYSTEM.getSystemLoadAverage());
    json.put("java", Runtime.version().toString());
    json.put("heapBytes", Runtime.getRuntime().maxMemory());
    return json;
  }

  /** The most memory that this process ever had resident; empty where the system does not tell. */
  static Optional<Long> peakResidentBytes() {
    try {
      return Files.isReadable(STATUS)
          ? peakResidentBytes(Files.readAllLines(STATUS))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<Long> peakResidentBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  /** Milliseconds that this process has spent in garbage collections so far. */
  static long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** Processor time that this process has used so far, of all threads. */
  static long cpuNanos() {
    return SYSTEM.getProcessCpuTime();
  }
}

package dev.coderev.model.deploy;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of the host, or of the container that this runs in: what files occupy only as copies
 * counts as free.
 */
public final class HostMemory {

  private static final double MUCH = 0.85;
  private static final double TOO_MUCH = 0.95;

  private static final Path LINUX = Path.of("/proc/meminfo");

  private HostMemory() {}

  /** More than 85 % in use is a warning, more than 95 % is critical. */
  public static Finding look() {
    return judge(share());
  }

  static Finding judge(double share) {
    String detail = String.format(Locale.ROOT, "%.0f %% of memory in use", 100 * share);
    if (share > TOO_MUCH) {
      return new Finding(State.CRITICAL, detail);
    }
    return share > MUCH ? new Finding(State.WARNING, detail) : Finding.healthy(detail);
  }

  /** What is in use of all, 0..1. */
  static double share() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long all = system.getTotalMemorySize();
    return 1 - Math.min(1, (double) available(system) / all);
  }

  private static long available(OperatingSystemMXBean system) {
    long free = system.getFreeMemorySize();
    OptionalLong onHost = entry("MemTotal:");
    boolean contained = onHost.isPresent() && onHost.getAsLong() > system.getTotalMemorySize();
    return contained ? free : entry("MemAvailable:").orElse(free);
  }

  private static OptionalLong entry(String name) {
    if (!Files.isReadable(LINUX)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(LINUX)) {
      return lines
          .filter(it -> it.startsWith(name))
          .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}

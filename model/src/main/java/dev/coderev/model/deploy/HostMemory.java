package dev.coderev.model.deploy;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of the host, or of the container that this runs in: what files occupy only as copies
 * counts as free.
 */
public final class HostMemory {

  private static final double MUCH = 0.85;
  private static final double TOO_MUCH = 0.95;

  private static final HostMemory HERE =
      new HostMemory(Path.of("/sys/fs/cgroup"), Path.of("/proc/meminfo"));

  /** Where one of the two versions of control groups tells the limit and the use of memory. */
  private record Group(String limit, String used, String copies) {}

  private static final Group SECOND =
      new Group("memory.max", "memory.current", "memory.stat inactive_file");
  private static final Group FIRST =
      new Group(
          "memory/memory.limit_in_bytes",
          "memory/memory.usage_in_bytes",
          "memory/memory.stat total_inactive_file");

  private final Path groups;
  private final Path host;

  /**
   * @param groups where control groups are mounted
   * @param host describes the memory of the host
   */
  HostMemory(Path groups, Path host) {
    this.groups = groups;
    this.host = host;
  }

  /** More than 85 % in use is a warning, more than 95 % is critical. */
  public static Finding look() {
    return judge(share().orElse(0));
  }

  static Finding judge(double share) {
    String detail = String.format(Locale.ROOT, "%.0f %% of memory in use", 100 * share);
    if (share > TOO_MUCH) {
      return new Finding(State.CRITICAL, detail);
    }
    return share > MUCH ? new Finding(State.WARNING, detail) : Finding.healthy(detail);
  }

  /** What is in use of all, 0..1; empty where the system does not tell. */
  public static OptionalDouble share() {
    OptionalDouble told = HERE.told();
    return told.isPresent() ? told : asked();
  }

  private static OptionalDouble asked() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long all = system.getTotalMemorySize();
    return all > 0
        ? OptionalDouble.of(1 - Math.min(1, (double) system.getFreeMemorySize() / all))
        : OptionalDouble.empty();
  }

  /** As Linux tells it in files: that of the container, if it is limited. */
  OptionalDouble told() {
    OptionalLong all = number(host, "MemTotal:");
    OptionalLong available = number(host, "MemAvailable:");
    for (Group group : new Group[] {SECOND, FIRST}) {
      OptionalLong limit = number(groups.resolve(group.limit), "");
      boolean limited = limit.isPresent() && limit.getAsLong() / 1024 < all.orElse(Long.MAX_VALUE);
      OptionalLong used = number(groups.resolve(group.used), "");
      if (limited && used.isPresent()) {
        return share(used.getAsLong() - copies(group), limit.getAsLong());
      }
    }
    return all.isPresent() && available.isPresent()
        ? share(all.getAsLong() - available.getAsLong(), all.getAsLong())
        : OptionalDouble.empty();
  }

  private static OptionalDouble share(long used, long all) {
    return OptionalDouble.of(Math.clamp((double) used / all, 0, 1));
  }

  /** Pages of files that nobody used lately, which the system takes back before anything else. */
  private long copies(Group group) {
    String[] place = group.copies.split(" ");
    return number(groups.resolve(place[0]), place[1] + " ").orElse(0);
  }

  /** The number in the line that begins so; nothing where there is none, or only a word. */
  private static OptionalLong number(Path file, String name) {
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(it -> it.startsWith(name) && it.matches(".*\\d.*"))
          .mapToLong(it -> Long.parseLong(it.substring(name.length()).replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}

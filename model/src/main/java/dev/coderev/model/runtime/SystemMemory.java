package dev.coderev.model.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of the container or the host that this runs in, as Linux tells it in files. What files
 * occupy only as copies counts as free.
 *
 * @param groups where control groups are mounted
 * @param host describes the memory of the host
 */
public record SystemMemory(Path groups, Path host) {

  /** What this process runs in. */
  public static final SystemMemory HERE =
      new SystemMemory(Path.of("/sys/fs/cgroup"), Path.of("/proc/meminfo"));

  /** Where one of the two versions of control groups tells the limit and the use of memory. */
  private record Group(String limit, String used, String copies) {}

  private static final Group SECOND =
      new Group("memory.max", "memory.current", "memory.stat inactive_file");
  private static final Group FIRST =
      new Group(
          "memory/memory.limit_in_bytes",
          "memory/memory.usage_in_bytes",
          "memory/memory.stat total_inactive_file");

  private static final int KILO = 1024;

  /** All bytes that there are, used or not; empty where the system does not tell. */
  public OptionalLong bytes() {
    OptionalLong all = number(host, "MemTotal:");
    long least = all.isPresent() ? all.getAsLong() * KILO : Long.MAX_VALUE;
    for (Group group : new Group[] {SECOND, FIRST}) {
      least = Math.min(least, number(groups.resolve(group.limit), "").orElse(Long.MAX_VALUE));
    }
    return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
  }

  /** What is in use of all, 0..1; that of the container, if it is limited. */
  public OptionalDouble share() {
    OptionalLong all = number(host, "MemTotal:");
    OptionalLong available = number(host, "MemAvailable:");
    for (Group group : new Group[] {SECOND, FIRST}) {
      OptionalLong limit = number(groups.resolve(group.limit), "");
      boolean limited = limit.isPresent() && limit.getAsLong() / KILO < all.orElse(Long.MAX_VALUE);
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

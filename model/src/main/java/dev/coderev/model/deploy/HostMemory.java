package dev.coderev.model.deploy;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import dev.coderev.model.runtime.SystemMemory;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The memory of the host, or of the container that this runs in: what files occupy only as copies
 * counts as free.
 */
public final class HostMemory {

  private static final double MUCH = 0.85;
  private static final double TOO_MUCH = 0.95;

  private HostMemory() {}

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
    OptionalDouble told = SystemMemory.HERE.share();
    return told.isPresent() ? told : asked();
  }

  private static OptionalDouble asked() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long all = system.getTotalMemorySize();
    return all > 0
        ? OptionalDouble.of(1 - Math.min(1, (double) system.getFreeMemorySize() / all))
        : OptionalDouble.empty();
  }
}

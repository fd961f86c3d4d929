package dev.coderev.server.platform.health;

import dev.coderev.server.platform.machine.Machine;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** How much of the container's or host's memory is taken. */
@Component
final class MemoryProbe implements Probe {
  private static final double WARNING = 0.85;
  private static final double CRITICAL = 0.95;

  @Override
  public String component() {
    return "memory";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public boolean isDependency() {
    return false;
  }

  @Override
  public Observation look() {
    return judge(Machine.memoryUsage());
  }

  static Observation judge(OptionalDouble used) {
    if (used.isEmpty()) {
      return new Observation(State.UNKNOWN, "the system does not tell");
    }
    if (used.getAsDouble() <= WARNING) {
      return Observation.HEALTHY;
    }
    String taken = String.format(Locale.ROOT, "%.0f %% taken", 100 * used.getAsDouble());
    return new Observation(used.getAsDouble() > CRITICAL ? State.CRITICAL : State.WARNING, taken);
  }
}

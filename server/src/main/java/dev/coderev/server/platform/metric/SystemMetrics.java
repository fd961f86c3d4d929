package dev.coderev.server.platform.metric;

import dev.coderev.server.platform.machine.Machine;
import dev.coderev.server.platform.settings.ServerSettings;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** What is recorded of the process, its machine and what it depends on. */
@Component
public class SystemMetrics implements GaugeSource {
  /** What holds a connection. */
  public enum Connection {
    HTTP,
    DATABASE
  }

  private final Metrics metrics;
  private final Path data;
  private final Path workspace;

  SystemMetrics(Metrics metrics, ServerSettings settings) {
    this.metrics = metrics;
    this.data = settings.dataFolder();
    this.workspace = settings.workspace();
  }

  /** Something that the server depends on was looked at. */
  public void dependency(String name, boolean isUp) {
    metrics.family("coderev_dependency_up").set(isUp ? 1 : 0, name);
  }

  public void connections(Connection kind, double open) {
    metrics.family("coderev_active_connections").set(open, Metrics.id(kind));
  }

  /** A record was written to the log. */
  public void logged(String level) {
    metrics.family("coderev_log_records_total").add(1, level);
  }

  @Override
  public void sample() {
    Machine.memory()
        .ifPresent(memory -> {
          MetricFamily bytes = metrics.family("coderev_memory_usage_bytes");
          bytes.set((double) memory.resident(), "rss");
          bytes.set((double) memory.virtual(), "vms");
          bytes.set((double) memory.shared(), "shared");
        });
    share("coderev_cpu_usage_ratio", Machine.cpuUsage());
    share("coderev_memory_usage_ratio", Machine.memoryUsage());
    share("coderev_disk_usage_ratio", Machine.diskUsage(data), "data");
    share("coderev_disk_usage_ratio", Machine.diskUsage(workspace), "workspace");
  }

  private void share(String name, OptionalDouble value, String... labels) {
    value.ifPresent(ratio -> metrics.family(name).set(ratio, labels));
  }
}

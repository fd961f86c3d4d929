package dev.coderev.server.platform.metric;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.coderev.server.platform.machine.Machine;
import dev.coderev.server.platform.metric.MetricFamily.Label;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** The families that every process on a JVM has, under their usual names; read anew each time. */
final class ProcessFamilies {
  private static final double[] NO_BUCKETS = {};

  private ProcessFamilies() {}

  static void write(StringBuilder out, TextForm form) {
    memory(out, form);
    collections(out, form);
    var threads = ManagementFactory.getThreadMXBean();
    one(out, form, "jvm_threads_current", MetricType.GAUGE, threads.getThreadCount());
    one(out, form, "jvm_threads_daemon", MetricType.GAUGE, threads.getDaemonThreadCount());
    one(out, form, "jvm_threads_peak", MetricType.GAUGE, threads.getPeakThreadCount());
    one(
        out,
        form,
        "jvm_classes_currently_loaded",
        MetricType.GAUGE,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    process(out, form);
  }

  private static void memory(StringBuilder out, TextForm form) {
    List<Label> area = List.of(new Label("area", List.of("heap", "nonheap")));
    MetricFamily used =
        new MetricFamily("jvm_memory_used_bytes", MetricType.GAUGE, area, NO_BUCKETS);
    MetricFamily committed =
        new MetricFamily("jvm_memory_committed_bytes", MetricType.GAUGE, area, NO_BUCKETS);
    MetricFamily max = new MetricFamily("jvm_memory_max_bytes", MetricType.GAUGE, area, NO_BUCKETS);
    var memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage[] usages = {memory.getHeapMemoryUsage(), memory.getNonHeapMemoryUsage()};
    String[] names = {"heap", "nonheap"};
    for (int i = 0; i < usages.length; i++) {
      used.set((double) usages[i].getUsed(), names[i]);
      committed.set((double) usages[i].getCommitted(), names[i]);
      max.set((double) usages[i].getMax(), names[i]);
    }
    List.of(used, committed, max).forEach(family -> family.write(out, form));
  }

  private static void collections(StringBuilder out, TextForm form) {
    List<Label> gc = List.of(new Label("gc", List.of()));
    MetricFamily seconds =
        new MetricFamily("jvm_gc_collection_seconds_total", MetricType.COUNTER, gc, NO_BUCKETS);
    MetricFamily runs =
        new MetricFamily("jvm_gc_collections_total", MetricType.COUNTER, gc, NO_BUCKETS);
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      seconds.add(bean.getCollectionTime() / 1e3, bean.getName());
      runs.add((double) bean.getCollectionCount(), bean.getName());
    }
    seconds.write(out, form);
    runs.write(out, form);
  }

  private static void process(StringBuilder out, TextForm form) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    one(
        out,
        form,
        "process_cpu_seconds_total",
        MetricType.COUNTER,
        Math.max(0, system.getProcessCpuTime()) / 1e9);
    one(
        out,
        form,
        "process_start_time_seconds",
        MetricType.GAUGE,
        ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
    if (system instanceof UnixOperatingSystemMXBean unix) {
      one(
          out,
          form,
          "process_open_fds",
          MetricType.GAUGE,
          (double) unix.getOpenFileDescriptorCount());
      one(
          out,
          form,
          "process_max_fds",
          MetricType.GAUGE,
          (double) unix.getMaxFileDescriptorCount());
    }
    Machine.memory()
        .ifPresent(memory -> {
          one(
              out,
              form,
              "process_resident_memory_bytes",
              MetricType.GAUGE,
              (double) memory.resident());
          one(
              out,
              form,
              "process_virtual_memory_bytes",
              MetricType.GAUGE,
              (double) memory.virtual());
        });
  }

  private static void one(
      StringBuilder out, TextForm form, String name, MetricType type, double value) {
    MetricFamily family = new MetricFamily(name, type, List.of(), NO_BUCKETS);
    family.set(value);
    family.write(out, form);
  }
}

package dev.coderev.benchmarks;

import dev.coderev.benchmarks.LoadClient.Ask;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests that come at a fixed rate whether or not earlier ones were answered; each counts from
 * the moment at which it was due, so that a server that hangs is seen by all who wait.
 */
final class SteadyLoad {
  private final LoadedServer server;
  private final Map<String, Latencies> latencies = new TreeMap<>();
  private final List<Long> resident = new ArrayList<>();

  SteadyLoad(LoadedServer server) {
    this.server = server;
  }

  void run(Supplier<Ask> requests, int perSecond, Duration time)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    long all = time.toSeconds() * perSecond;
    long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < all; i++) {
        long due = started + i * step;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        Ask ask = requests.get();
        Latencies of = latencies.computeIfAbsent(ask.name(), _ -> new Latencies());
        threads.execute(() -> send(ask, due, of));
        if (i % (perSecond * 5L) == 0) {
          resident.add(server.residentBytes());
        }
      }
    }
  }

  private void send(Ask ask, long due, Latencies of) {
    try {
      server.client().timed(ask, due, of);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  int errors() {
    return latencies.values().stream().mapToInt(Latencies::errors).sum();
  }

  Map<String, Latencies> latencies() {
    return Map.copyOf(latencies);
  }

  /** Resident memory: means of the second and of the last quarter of the time. */
  Map<String, Object> memory() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("secondQuarterBytes", mean(resident.size() / 4, resident.size() / 2));
    json.put("lastQuarterBytes", mean(resident.size() * 3 / 4, resident.size()));
    return json;
  }

  private long mean(int from, int to) {
    return (long)
        resident.subList(from, to).stream().mapToLong(Long::longValue).average().orElse(0);
  }
}

package dev.coderev.server.platform.objective;

import dev.coderev.server.platform.metric.RequestSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The requests of the last hour, counted in pieces of ten seconds. */
final class RequestWindow {
  static final Duration LENGTH = Duration.ofHours(1);
  private static final int SLOT_SECONDS = 10;
  private static final int SLOTS = (int) LENGTH.toSeconds() / SLOT_SECONDS;

  private final long[] slot = new long[SLOTS];
  private final long[] all = new long[SLOTS];
  private final Map<Objective, long[]> good = new EnumMap<>(Objective.class);

  RequestWindow() {
    for (Objective objective : Objective.values()) {
      good.put(objective, new long[SLOTS]);
    }
  }

  private static long number(Instant now) {
    return now.getEpochSecond() / SLOT_SECONDS;
  }

  synchronized void add(RequestSeen seen, Instant now) {
    long number = number(now);
    int place = (int) (number % SLOTS);
    if (slot[place] != number) {
      slot[place] = number;
      all[place] = 0;
      good.values().forEach(counts -> counts[place] = 0);
    }
    all[place]++;
    good.forEach((objective, counts) -> counts[place] += objective.isGood(seen) ? 1 : 0);
  }

  /** The share of good requests within the last time; empty where there were none. */
  synchronized OptionalDouble share(Objective objective, Duration last, Instant now) {
    long oldest = number(now) - last.toSeconds() / SLOT_SECONDS;
    long[] counts = good.getOrDefault(objective, new long[SLOTS]);
    long requests = 0;
    long fine = 0;
    for (int i = 0; i < SLOTS; i++) {
      if (slot[i] > oldest) {
        requests += all[i];
        fine += counts[i];
      }
    }
    return requests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) fine / requests);
  }
}

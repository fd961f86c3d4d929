package dev.coderev.server.platform.metric;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How much of what may go wrong in 30 days has not gone wrong yet, by hours since the start of this
 * process. With a target share t, n requests and b bad ones it is 1 − b / (n (1 − t)).
 */
@Component
public class ServiceLevels implements GaugeSource, RequestObserver {
  private static final int HOURS = (int) Duration.ofDays(30).toHours();
  private static final double SLOW_SECONDS = 2.5;
  private static final double AVAILABILITY = 0.999;
  private static final double LATENCY = 0.95;
  private static final double ERRORS = 0.98;

  private final Metrics metrics;
  private final Clock clock;
  private final long[] hour = new long[HOURS];
  private final long[] all = new long[HOURS];
  private final long[] failed = new long[HOURS];
  private final long[] slow = new long[HOURS];

  ServiceLevels(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public synchronized void seen(RequestSeen request) {
    long now = now();
    int place = (int) (now % HOURS);
    if (hour[place] != now) {
      hour[place] = now;
      all[place] = 0;
      failed[place] = 0;
      slow[place] = 0;
    }
    all[place]++;
    failed[place] += request.status() >= 500 ? 1 : 0;
    slow[place] += request.seconds() > SLOW_SECONDS ? 1 : 0;
  }

  private long now() {
    return clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds();
  }

  @Override
  public synchronized void sample() {
    long oldest = now() - HOURS;
    long requests = 0;
    long failures = 0;
    long waits = 0;
    for (int i = 0; i < HOURS; i++) {
      if (hour[i] > oldest) {
        requests += all[i];
        failures += failed[i];
        waits += slow[i];
      }
    }
    MetricFamily budget = metrics.family("coderev_slo_error_budget_remaining_ratio");
    if (requests == 0) {
      budget.clear();
      return;
    }
    budget.set(remaining(failures, requests, AVAILABILITY), "availability");
    budget.set(remaining(waits, requests, LATENCY), "latency");
    budget.set(remaining(failures, requests, ERRORS), "errors");
  }

  private static double remaining(long bad, long requests, double target) {
    return 1 - bad / (requests * (1 - target));
  }
}

package dev.coderev.server.platform.objective;

import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.RequestObserver;
import dev.coderev.server.platform.metric.RequestSeen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/**
 * Compares the requests that this process answered within five minutes with what is promised, and
 * tells who is to know. Without requests nothing is known, so that nothing fires and nothing ends.
 */
@Component
public class ObjectiveWatch implements RequestObserver, GaugeSource {
  public static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration SILENCE = Duration.ofMinutes(30);
  private static final Duration LONGEST_STEP = Duration.ofMinutes(1);
  private static final double FAST_BURN = 14.4;
  private static final double CRITICAL_GAP = 0.10;
  private static final double WARNING_GAP = 0.05;
  private static final String NO_DATA = "slo_no_data";
  private static final double PERCENT = 100;

  /**
   * An objective at one moment.
   *
   * @param value the share of good requests; empty without any
   */
  public record Standing(
      String name,
      double target,
      Optional<Double> value,
      Optional<Double> burnRate,
      ErrorBudget.View budget) {}

  private final List<AlertReceiver> receivers;
  private final Clock clock;
  private final RequestWindow requests = new RequestWindow();
  private final Map<Objective, ErrorBudget> budgets = new EnumMap<>(Objective.class);
  private final AlertBook alerts = new AlertBook();
  private volatile Instant lastRequest;
  private Instant lastLook;

  ObjectiveWatch(List<AlertReceiver> receivers, Clock clock) {
    this.receivers = List.copyOf(receivers);
    this.clock = clock;
    this.lastRequest = clock.instant();
    this.lastLook = clock.instant();
    Arrays.stream(Objective.values())
        .forEach(objective -> budgets.put(objective, new ErrorBudget(objective)));
  }

  @Override
  public void seen(RequestSeen request) {
    Instant now = clock.instant();
    requests.add(request, now);
    lastRequest = now;
  }

  @Override
  public synchronized void sample() {
    Instant now = clock.instant();
    Duration since = Duration.between(lastLook, now);
    Duration step = since.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : since;
    lastLook = now;
    budgets.forEach((objective, budget) ->
        requests
            .share(objective, WINDOW, now)
            .ifPresent(share -> {
              budget.spend(share, step, now);
              judge(objective, share, now);
            }));
    boolean isSilent = !now.isBefore(lastRequest.plus(SILENCE));
    tell(
        isSilent
            ? alerts.fire(
                NO_DATA,
                AlertSeverity.INFO,
                "no request for " + SILENCE.toMinutes() + " minutes",
                now)
            : alerts.resolve(NO_DATA, now));
  }

  private void judge(Objective objective, double share, Instant now) {
    String id = "slo:" + objective.id();
    if (share >= objective.target()) {
      tell(alerts.resolve(id, now));
      return;
    }
    OptionalDouble hour = requests.share(objective, RequestWindow.LENGTH, now);
    String summary =
        String.format(
            Locale.ROOT,
            "%s: %.2f %% of the requests of %d minutes were good, %.1f %% are promised",
            objective.id(),
            share * PERCENT,
            WINDOW.toMinutes(),
            objective.target() * PERCENT);
    tell(alerts.fire(id, severity(objective, share, hour.orElse(1)), summary, now));
  }

  private static AlertSeverity severity(Objective objective, double share, double hour) {
    if (objective.burnRate(share) > FAST_BURN && objective.burnRate(hour) > FAST_BURN) {
      return AlertSeverity.PAGE;
    }
    double gap = objective.missed(share) / objective.target();
    return gap > CRITICAL_GAP
        ? AlertSeverity.CRITICAL
        : gap > WARNING_GAP ? AlertSeverity.WARNING : AlertSeverity.INFO;
  }

  private void tell(Optional<Alert> alert) {
    alert.ifPresent(one -> receivers.forEach(receiver -> receiver.receive(one)));
  }

  /** Somebody looks after an alert; empty where it does not fire. */
  public Optional<Alert> acknowledge(String id) {
    Optional<Alert> alert = alerts.acknowledge(id, clock.instant());
    tell(alert);
    return alert;
  }

  public List<Standing> standings() {
    Instant now = clock.instant();
    return Arrays.stream(Objective.values())
        .map(objective -> {
          OptionalDouble share = requests.share(objective, WINDOW, now);
          Optional<Double> value =
              share.isPresent() ? Optional.of(share.getAsDouble()) : Optional.empty();
          return new Standing(
              objective.id(),
              objective.target(),
              value,
              value.map(objective::burnRate),
              budgets.computeIfAbsent(objective, ErrorBudget::new).view(now));
        })
        .toList();
  }

  /** The alerts that fire. */
  public List<Alert> open() {
    return alerts.open();
  }

  /** The alerts that are over, the newest first. */
  public List<Alert> history() {
    return alerts.history();
  }
}

package dev.coderev.server.platform.objective;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The alerts that fire, and those that did. An alert is kept up to date at once; who is told of it
 * is told again only after a while, unless it became worse.
 */
final class AlertBook {
  static final Duration COOLDOWN = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 100;

  /** What was said of an alert last. */
  private record Told(Instant at, AlertSeverity severity) {}

  private final Map<String, Alert> open = new TreeMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Deque<Alert> history = new ArrayDeque<>();

  /** Something is wrong; gives the alert if it is to be told. */
  synchronized Optional<Alert> fire(
      String id, AlertSeverity severity, String summary, Instant now) {
    Alert before = open.get(id);
    Alert alert =
        before == null
            ? new Alert(id, severity, AlertState.FIRING, summary, now, now, Optional.empty())
            : before.with(severity, summary, now);
    boolean isWorse = before != null && severity.isWorseThan(before.severity());
    if (isWorse) {
      alert = alert.as(AlertState.FIRING, now);
    }
    open.put(id, alert);
    if (!isToBeTold(alert, before == null, now)) {
      return Optional.empty();
    }
    told.put(id, new Told(now, severity));
    return Optional.of(alert);
  }

  private boolean isToBeTold(Alert alert, boolean isNew, Instant now) {
    Told last = told.get(alert.id());
    if (last == null || alert.severity().isWorseThan(last.severity())) {
      return true;
    }
    boolean wasJustTold = now.isBefore(last.at().plus(COOLDOWN));
    boolean isRepeated =
        alert.state() == AlertState.FIRING && alert.severity().isWorseThan(AlertSeverity.WARNING);
    return !wasJustTold && (isNew || isRepeated);
  }

  /** All is well again; gives the alert if somebody was told that it was not. */
  synchronized Optional<Alert> resolve(String id, Instant now) {
    Alert before = open.remove(id);
    if (before == null) {
      return Optional.empty();
    }
    Alert resolved = before.as(AlertState.RESOLVED, now);
    history.addFirst(resolved);
    if (history.size() > MOST_KEPT) {
      history.removeLast();
    }
    Told last = told.get(id);
    return Optional.of(resolved).filter(_ -> last != null && !last.at().isBefore(before.since()));
  }

  /** Somebody looks after it. */
  synchronized Optional<Alert> acknowledge(String id, Instant now) {
    return Optional.ofNullable(
        open.computeIfPresent(id, (_, alert) -> alert.as(AlertState.ACKNOWLEDGED, now)));
  }

  synchronized List<Alert> open() {
    return List.copyOf(open.values());
  }

  /** Those that are over, the newest first. */
  synchronized List<Alert> history() {
    return List.copyOf(history);
  }
}

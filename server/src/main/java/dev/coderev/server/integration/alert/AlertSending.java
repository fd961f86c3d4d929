package dev.coderev.server.integration.alert;

import dev.coderev.server.platform.objective.Alert;
import dev.coderev.server.platform.objective.AlertReceiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends alerts in the background and in their order, each with some tries. They do not wait in the
 * database, because it may be what is wrong.
 */
@Component
class AlertSending implements AlertReceiver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("alerts");
  private static final int MOST_WAITING = 100;
  private static final int MOST_TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final List<AlertTarget> targets;
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("alerts").factory());

  AlertSending(List<AlertTarget> targets) {
    this.targets = List.copyOf(targets);
  }

  @Override
  public void receive(Alert alert) {
    LOG.atWarn()
        .addKeyValue("alert", alert.id())
        .addKeyValue("state", alert.state().id())
        .addKeyValue("severity", alert.severity().id())
        .log("alert_changed");
    try {
      sender.execute(() -> send(alert));
    } catch (RejectedExecutionException _) {
      lost(alert, "all", "too many alerts wait, or the server ends");
    }
  }

  private void send(Alert alert) {
    for (AlertTarget target : targets) {
      if (target.takes(alert)) {
        send(alert, target);
      }
    }
  }

  private static void send(Alert alert, AlertTarget target) {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; ; i++) {
      try {
        target.tell(alert);
        LOG.atInfo()
            .addKeyValue("alert", alert.id())
            .addKeyValue("target", target.name())
            .log("alert_sent");
        return;
      } catch (AlertUndelivered failure) {
        if (failure.isFinal() || i == MOST_TRIES) {
          lost(alert, target.name(), String.valueOf(failure.getMessage()));
          return;
        }
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        lost(alert, target.name(), "the server ends");
        return;
      }
      pause = pause.multipliedBy(2);
    }
  }

  private static void lost(Alert alert, String target, String reason) {
    LOG.atError()
        .addKeyValue("alert", alert.id())
        .addKeyValue("target", target)
        .addKeyValue("reason", reason)
        .log("alert_not_sent");
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}

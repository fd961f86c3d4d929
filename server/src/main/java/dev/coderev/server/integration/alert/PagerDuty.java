package dev.coderev.server.integration.alert;

import dev.coderev.server.platform.objective.Alert;
import dev.coderev.server.platform.objective.AlertSeverity;
import dev.coderev.server.platform.objective.AlertState;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.settings.ServerSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A PagerDuty service, told of critical alerts and of their end through version 2 of its Events
 * API. Alerts with the same identifier are one incident there.
 */
@Component
class PagerDuty implements AlertTarget {
  private static final String PATH = "/v2/enqueue";

  private final Delivery delivery;
  private final JsonMapper json;
  private final Optional<String> key;
  private final String url;
  private final String source;
  private final Set<String> triggered = ConcurrentHashMap.newKeySet();

  PagerDuty(Outgoing outgoing, JsonMapper json, ServerSettings settings) {
    this.delivery = new Delivery(outgoing, "PagerDuty");
    this.json = json;
    this.key = settings.alerts().pagerDutyKey();
    this.url = settings.alerts().pagerDutyUrl() + PATH;
    this.source =
        Optional.ofNullable(URI.create(settings.web().publicUrl()).getHost()).orElse("coderev");
  }

  @Override
  public String name() {
    return "pagerduty";
  }

  /** An incident ends here even where the alert became harmless before it ended. */
  @Override
  public boolean takes(Alert alert) {
    return key.isPresent()
        && (alert.state() == AlertState.FIRING
            ? alert.severity().compareTo(AlertSeverity.CRITICAL) >= 0
            : triggered.contains(alert.id()));
  }

  @Override
  public void tell(Alert alert) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", key.orElse(""));
    event.put(
        "event_action",
        switch (alert.state()) {
          case FIRING -> "trigger";
          case ACKNOWLEDGED -> "acknowledge";
          case RESOLVED -> "resolve";
        });
    event.put("dedup_key", alert.id());
    if (alert.state() == AlertState.FIRING) {
      event.put(
          "payload",
          Map.of(
              "summary",
              alert.summary(),
              "source",
              source,
              "severity",
              "critical",
              "timestamp",
              alert.updatedAt().toString()));
      triggered.add(alert.id());
    }
    delivery.post(url, json.writeValueAsString(event));
    if (alert.state() == AlertState.RESOLVED) {
      triggered.remove(alert.id());
    }
  }
}

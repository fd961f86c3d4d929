package dev.coderev.server.integration.alert;

import dev.coderev.server.platform.objective.Alert;
import dev.coderev.server.platform.objective.AlertState;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The channel behind an incoming webhook of Slack, which is told of every alert. */
@Component
public class SlackChannel implements AlertTarget {
  private final Delivery delivery;
  private final JsonMapper json;
  private final Optional<String> url;

  SlackChannel(Outgoing outgoing, JsonMapper json, ServerSettings settings) {
    this.delivery = new Delivery(outgoing, "Slack");
    this.json = json;
    this.url = settings.alerts().slackUrl();
  }

  public boolean isConfigured() {
    return url.isPresent();
  }

  /**
   * Says something in the channel; characters that would be markup are shown as they are.
   *
   * @throws AlertUndelivered if Slack does not take it
   */
  public void say(String text) {
    String shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    url.ifPresent(place -> delivery.post(place, json.writeValueAsString(Map.of("text", shown))));
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public boolean takes(Alert alert) {
    return isConfigured();
  }

  @Override
  public void tell(Alert alert) {
    String state = alert.state() == AlertState.FIRING ? alert.severity().id() : alert.state().id();
    say("[" + state + "] " + alert.id() + ": " + alert.summary());
  }
}

package dev.coderev.server.integration.hook;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.integration.hook.DeliveryDesk.Delivery;
import dev.coderev.server.integration.hook.DeliveryDesk.Receipt;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.WebhookMetrics;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where hosts send their events; nothing is read before the signature is known to be good. */
@RestController
class DeliveryController {
  private static final String APP = "app";
  private static final int LONGEST_NAME = 100;

  private final Webhooks webhooks;
  private final DeliveryDesk desk;
  private final AuditLog audit;
  private final WebhookMetrics metrics;
  private final JsonMapper json;
  private final Optional<String> appSecret;

  DeliveryController(
      Webhooks webhooks,
      DeliveryDesk desk,
      AuditLog audit,
      WebhookMetrics metrics,
      JsonMapper json,
      ServerSettings settings) {
    this.webhooks = webhooks;
    this.desk = desk;
    this.audit = audit;
    this.metrics = metrics;
    this.json = json;
    this.appSecret = settings.hosts().gitHubWebhookSecret();
  }

  @PostMapping(path = "/api/webhooks/github", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Receipt gitHubApp(
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
      @RequestHeader(name = "X-GitHub-Event", defaultValue = "") String event,
      @RequestHeader(name = "X-GitHub-Delivery", defaultValue = "") String name,
      @RequestBody byte[] body) {
    Delivery delivery = new Delivery(APP, Host.GITHUB, shortened(name), shortened(event), body);
    require(HookSignature.isGitHub(signature, body, appSecret.stream().toList()), delivery);
    JsonNode tree = tree(body);
    String repository = tree.at("/repository/full_name").asString("");
    return take(delivery, tree, webhooks.ofRepository(Host.GITHUB, repository));
  }

  @PostMapping(path = "/api/webhooks/github/{hookId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Receipt gitHub(
      @PathVariable String hookId,
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
      @RequestHeader(name = "X-GitHub-Event", defaultValue = "") String event,
      @RequestHeader(name = "X-GitHub-Delivery", defaultValue = "") String name,
      @RequestBody byte[] body) {
    Delivery delivery = new Delivery(hookId, Host.GITHUB, shortened(name), shortened(event), body);
    require(HookSignature.isGitHub(signature, body, secrets(hookId, Host.GITHUB)), delivery);
    return take(delivery, tree(body), webhooks.find(hookId).stream().toList());
  }

  @PostMapping(path = "/api/webhooks/gitlab/{hookId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Receipt gitLab(
      @PathVariable String hookId,
      @RequestHeader(name = "X-Gitlab-Token", required = false) @Nullable String token,
      @RequestHeader(name = "X-Gitlab-Event", defaultValue = "") String event,
      @RequestHeader(name = "X-Gitlab-Event-UUID", defaultValue = "") String name,
      @RequestBody byte[] body) {
    Delivery delivery = new Delivery(hookId, Host.GITLAB, shortened(name), shortened(event), body);
    require(HookSignature.isToken(token, secrets(hookId, Host.GITLAB)), delivery);
    return take(delivery, tree(body), webhooks.find(hookId).stream().toList());
  }

  private List<String> secrets(String hookId, Host host) {
    return webhooks
        .find(hookId)
        .filter(hook -> hook.host() == host)
        .map(hook -> webhooks.secrets(hook.id()))
        .orElse(List.of());
  }

  /** A wrong signature and an unknown webhook get the same answer. */
  private void require(boolean good, Delivery delivery) {
    if (!good) {
      metrics.delivered(delivery.host().id(), "rejected");
      audit.record(
          AuditEntry.anonymous("webhook_rejected").on("webhook", delivery.hookId()).denied());
      throw Problem.of(ProblemCode.UNAUTHENTICATED);
    }
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException _) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not valid JSON.");
    }
  }

  private Receipt take(Delivery delivery, JsonNode tree, List<Webhook> hooks) {
    Receipt receipt =
        desk.take(delivery, HookEvents.read(delivery.host(), delivery.event(), tree), hooks);
    metrics.delivered(delivery.host().id(), receipt.status());
    return receipt;
  }

  private static String shortened(String header) {
    return header.substring(0, Math.min(header.length(), LONGEST_NAME));
  }
}

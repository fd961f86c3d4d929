package dev.coderev.server.integration.hook;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.OutgoingAddresses;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of a project, for its maintainers; a secret is shown once. */
@RestController
class WebhookController {

  /** A webhook that is wanted. */
  record Wanted(
      @Nullable String provider,
      @Nullable String repository,
      @Nullable String address,
      @Nullable String token) {}

  /** A webhook as maintainers see it. */
  record View(
      String id,
      String provider,
      String address,
      String repository,
      String url,
      boolean hasToken,
      Optional<Instant> previousSecretUntil,
      Instant createdAt) {}

  /** A webhook with its secret, which is shown this once. */
  record Secret(String id, String url, String secret, Optional<Instant> previousSecretUntil) {}

  private final Webhooks webhooks;
  private final ProjectAccess projects;
  private final OutgoingAddresses addresses;
  private final AuditLog audit;
  private final String publicUrl;

  WebhookController(
      Webhooks webhooks,
      ProjectAccess projects,
      OutgoingAddresses addresses,
      AuditLog audit,
      ServerSettings settings) {
    this.webhooks = webhooks;
    this.projects = projects;
    this.addresses = addresses;
    this.audit = audit;
    this.publicUrl = settings.web().publicUrl();
  }

  @GetMapping("/api/projects/{id}/webhooks")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_READ)
  Page<View> list(@PathVariable String id, Caller caller, Paging paging) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    return Page.slice(webhooks.ofProject(id), paging)
        .map(hook ->
            new View(
                hook.id(),
                hook.host().id(),
                hook.address(),
                hook.repository(),
                hook.deliveryUrl(publicUrl),
                hook.hasToken(),
                hook.previousUntil(),
                hook.createdAt()));
  }

  @PostMapping("/api/projects/{id}/webhooks")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<Secret> add(
      @PathVariable String id, @RequestBody Wanted body, Caller caller) {
    projects.require(caller, id, ProjectRole.MAINTAINER);
    Faults faults =
        new Faults()
            .oneOf("provider", body.provider(), Host.WITH_WEBHOOKS)
            .text("repository", body.repository(), 3, 300)
            .httpUrl("address", Optional.ofNullable(body.address()))
            .optionalText("token", Optional.ofNullable(body.token()), 1, 1000);
    faults.throwIfAny();
    Host host = Host.byId(String.valueOf(body.provider())).orElseThrow();
    String repository = String.valueOf(body.repository());
    String address =
        Optional.ofNullable(body.address()).orElse(host.usualAddress()).replaceAll("/+$", "");
    if (!repository.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+")
        || repository.matches(".*(^|/)\\.{1,2}(/|$).*")) {
      faults.add("repository", "must be the full name, as in owner/name", "invalid_text");
    }
    addresses
        .objection(Optional.ofNullable(URI.create(address).getHost()).orElse(""))
        .ifPresent(why -> faults.add("address", "may not be called: " + why, "private_address"));
    faults.throwIfAny();
    String secret = Webhooks.newSecret();
    Webhook hook =
        webhooks.add(
            new Webhooks.Wanted(
                id,
                host,
                address,
                repository,
                caller.userId(),
                secret,
                Optional.ofNullable(body.token()),
                false));
    audit.record(AuditEntry.of("webhook_created", caller).on("webhook", hook.id()));
    return ResponseEntity.created(URI.create("/api/projects/" + id + "/webhooks"))
        .body(new Secret(hook.id(), hook.deliveryUrl(publicUrl), secret, hook.previousUntil()));
  }

  @PostMapping("/api/projects/{id}/webhooks/{hookId}/secret")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @Transactional
  public Secret renew(@PathVariable String id, @PathVariable String hookId, Caller caller) {
    own(id, hookId, caller);
    String secret = Webhooks.newSecret();
    Webhook hook = webhooks.setSecret(hookId, secret);
    audit.record(AuditEntry.of("webhook_secret_renewed", caller).on("webhook", hookId));
    return new Secret(hookId, hook.deliveryUrl(publicUrl), secret, hook.previousUntil());
  }

  @DeleteMapping("/api/projects/{id}/webhooks/{hookId}")
  @Access(value = Who.MAINTAINER, scope = Scope.PROJECT_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void remove(@PathVariable String id, @PathVariable String hookId, Caller caller) {
    own(id, hookId, caller);
    webhooks.remove(hookId);
    audit.record(AuditEntry.of("webhook_removed", caller).on("webhook", hookId));
  }

  private void own(String projectId, String hookId, Caller caller) {
    projects.require(caller, projectId, ProjectRole.MAINTAINER);
    boolean isThere =
        webhooks.find(hookId).filter(hook -> hook.projectId().equals(projectId)).isPresent();
    if (!isThere) {
      throw Problem.notFound();
    }
  }
}

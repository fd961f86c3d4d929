package dev.coderev.server.identity.key;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.key.ApiKeys.ApiKey;
import dev.coderev.server.identity.key.ApiKeys.NewKey;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** A user's own API keys. */
@RestController
class ApiKeyController {
  private static final Limit CREATION = new Limit("api_key", 10, Duration.ofHours(1));

  /** What a new key is to be. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable List<String> scopes,
      @Nullable Instant expiresAt) {}

  private final ApiKeys keys;
  private final RateLimits limits;
  private final AuditLog audit;
  private final Clock clock;

  ApiKeyController(ApiKeys keys, RateLimits limits, AuditLog audit, Clock clock) {
    this.keys = keys;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/api/user/api-keys")
  @Access(Who.SELF)
  Page<ApiKey> list(Caller caller, Paging paging) {
    return keys.of(caller.userId(), paging);
  }

  @PostMapping("/api/user/api-keys")
  @Access(Who.SELF)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<NewKey> create(@RequestBody Wanted body, Caller caller) {
    List<String> scopes = body.scopes() == null ? List.of() : body.scopes();
    Faults faults =
        new Faults().text("name", body.name(), 1, 100).required("scopes", body.scopes());
    if (body.scopes() != null && scopes.isEmpty()) {
      faults.add("scopes", "needs at least one scope", "too_short");
    }
    for (int i = 0; i < scopes.size(); i++) {
      faults.oneOf("scopes." + i, scopes.get(i), Scope.IDS);
    }
    if (body.expiresAt() != null && !body.expiresAt().isAfter(clock.instant())) {
      faults.add("expires_at", "must lie in the future", "out_of_range");
    }
    if (scopes.contains(Scope.ADMIN.id()) && !caller.isAdmin()) {
      faults.add("scopes", "an administrator's scope needs an administrator", "invalid_choice");
    }
    faults.throwIfAny();
    limits.require(CREATION, caller.userId());
    NewKey key =
        keys.add(
            caller.userId(),
            String.valueOf(body.name()),
            scopes.stream().distinct().toList(),
            Optional.ofNullable(body.expiresAt()));
    audit.record(AuditEntry.of("api_key_created", caller).on("api_key", key.id()));
    return ResponseEntity.created(URI.create("/api/user/api-keys/" + key.id())).body(key);
  }

  @DeleteMapping("/api/user/api-keys/{id}")
  @Access(Who.SELF)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void revoke(@PathVariable String id, Caller caller) {
    if (!keys.revoke(id, caller.userId())) {
      throw Problem.notFound();
    }
    audit.record(AuditEntry.of("api_key_revoked", caller).on("api_key", id));
  }
}

package dev.coderev.server.identity.session;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.ProvenSignIn.Origin;
import dev.coderev.server.identity.SignedIn;
import dev.coderev.server.identity.SignedIn.Me;
import dev.coderev.server.identity.session.SignIn.Tokens;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Canonical;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Requests;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in, refresh, sign-out and the list of sessions. */
@RestController
class AuthController {
  /** Who wants in. */
  record Login(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String email,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String password,
      @Nullable Boolean rememberMe) {}

  /** What keeps a session open. */
  record Refresh(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String refreshToken) {}

  /** A live session. */
  record SessionView(
      String id,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      String ipAddress,
      String userAgent,
      boolean isCurrent) {}

  /** What became of the other sessions. */
  record Ended(String message, int revoked) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final AuditLog audit;

  AuthController(SignIn signIn, Sessions sessions, AccessTokens tokens, AuditLog audit) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
  }

  @PostMapping({"/api/auth/login", "/auth/login"})
  @Canonical("/api/auth/login")
  @Access(Who.ANYONE)
  SignedIn login(@RequestBody Login body, HttpServletRequest request) {
    new Faults()
        .text("email", body.email(), 1, 254)
        .required("password", body.password())
        .throwIfAny();
    return signIn.login(
        String.valueOf(body.email()),
        String.valueOf(body.password()),
        Boolean.TRUE.equals(body.rememberMe()),
        new Origin(Requests.clientAddress(request), Requests.userAgent(request)));
  }

  @PostMapping({"/api/auth/refresh", "/auth/refresh"})
  @Canonical("/api/auth/refresh")
  @Access(Who.ANYONE)
  Tokens refresh(@RequestBody Refresh body) {
    new Faults().text("refresh_token", body.refreshToken(), 1, 200).throwIfAny();
    return signIn.refresh(String.valueOf(body.refreshToken()));
  }

  @PostMapping({"/api/auth/logout", "/auth/logout"})
  @Canonical("/api/auth/logout")
  @Access(value = Who.ANYONE, beforePasswordChange = true)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(@RequestHeader(name = "Authorization", required = false) @Nullable String header) {
    signIn.logout(
        Optional.ofNullable(header)
            .filter(value -> value.startsWith("Bearer "))
            .map(value -> value.substring("Bearer ".length())));
  }

  @GetMapping({"/api/auth/me", "/auth/me"})
  @Canonical("/api/auth/me")
  @Access(value = Who.SELF, beforePasswordChange = true)
  Me me(Caller caller) {
    return new Me(caller.userId(), caller.email(), caller.name(), caller.role());
  }

  @GetMapping("/api/auth/sessions")
  @Access(Who.SELF)
  Page<SessionView> sessions(Caller caller, Paging paging) {
    return sessions
        .live(caller.userId(), paging)
        .map(session ->
            new SessionView(
                session.id(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.ipAddress(),
                session.userAgent(),
                caller.sessionId().filter(session.id()::equals).isPresent()));
  }

  @DeleteMapping("/api/auth/sessions")
  @Access(Who.SELF)
  @Transactional
  public Ended endOthers(Caller caller) {
    int revoked = sessions.revokeAll(caller.userId(), caller.sessionId());
    audit.record(
        AuditEntry.of("sessions_revoked", caller).detail("count", Integer.toString(revoked)));
    return new Ended("All other sessions are ended.", revoked);
  }

  @DeleteMapping("/api/auth/sessions/{id}")
  @Access(Who.SELF)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void end(@PathVariable String id, Caller caller) {
    if (!sessions.revokeOwn(id, caller.userId())) {
      throw Problem.notFound();
    }
    audit.record(AuditEntry.of("session_revoked", caller).on("session", id));
  }

  @GetMapping("/.well-known/jwks.json")
  @Access(Who.ANYONE)
  Map<String, Object> publicKeys() {
    return tokens.publicKeys();
  }
}

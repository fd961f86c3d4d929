package dev.coderev.server.identity.admin;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.account.Accounts;
import dev.coderev.server.identity.account.User;
import dev.coderev.server.identity.account.Users;
import dev.coderev.server.identity.password.Passwords;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.mail.Mailer;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.web.DefaultLimit;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users, for administrators. */
@RestController
class UserAdminController {
  private static final String MAIL_SUBJECT = "Your account at CodeRev";
  private static final String MAIL_TEXT = "Set your password within an hour:\n\n";

  /** A user as administrators see one. */
  record UserView(
      String id,
      String email,
      String name,
      PlatformRole role,
      String status,
      Optional<String> inactiveReason,
      Instant createdAt,
      Optional<Instant> lastLogin) {
    static UserView of(User user) {
      return new UserView(
          user.id(),
          user.email(),
          user.name(),
          user.role(),
          user.active() ? "active" : "inactive",
          user.inactiveReason(),
          user.createdAt(),
          user.lastLogin());
    }
  }

  /** Who is to be invited. */
  record Invitation(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String email,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Nullable String role) {}

  /** What is to change. */
  record UserEdit(@Nullable String name, @Nullable String role, @Nullable String status) {}

  /** A user who was invited. */
  record Invited(String id, String message) {}

  /**
   * A new password that was made possible.
   *
   * @param resetUrl only where there is no mail to send it by
   */
  record ResetView(String message, Optional<String> resetUrl) {}

  /** Why. */
  record Reason(@Nullable String reason) {}

  private final Users users;
  private final Accounts accounts;
  private final AccountEnd end;
  private final Passwords passwords;
  private final Mailer mail;
  private final AuditLog audit;

  UserAdminController(
      Users users,
      Accounts accounts,
      AccountEnd end,
      Passwords passwords,
      Mailer mail,
      AuditLog audit) {
    this.users = users;
    this.accounts = accounts;
    this.end = end;
    this.passwords = passwords;
    this.mail = mail;
    this.audit = audit;
  }

  @GetMapping("/api/admin/users")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<UserView> list(
      @RequestParam(required = false) @Nullable String search, @DefaultLimit(10) Paging paging) {
    return users.search(Searches.text(search), paging).map(UserView::of);
  }

  @GetMapping("/api/admin/users/stats")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Users.Counts counts() {
    return users.counts();
  }

  @PostMapping("/api/admin/users")
  @Idempotent
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public ResponseEntity<Invited> invite(@RequestBody Invitation body, Caller caller) {
    String role = body.role() == null ? "user" : body.role();
    new Faults()
        .email("email", body.email())
        .text("name", body.name(), 2, 100)
        .oneOf("role", role, PlatformRole.IDS)
        .throwIfAny();
    String email = String.valueOf(body.email());
    String id =
        users.add(
            email,
            String.valueOf(body.name()),
            Optional.empty(),
            PlatformRole.byId(role).orElseThrow(),
            false);
    audit.record(AuditEntry.of("user_invited", caller).on("user", id).detail("role", role));
    if (mail.isConfigured()) {
      mail.send(email, MAIL_SUBJECT, MAIL_TEXT + passwords.newLink(id));
    }
    String message =
        mail.isConfigured()
            ? "The invitation is on its way."
            : "There is no mail: create a reset link and hand it over.";
    return ResponseEntity.created(URI.create("/api/admin/users/" + id))
        .body(new Invited(id, message));
  }

  @PutMapping("/api/admin/users/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public UserView change(
      @PathVariable String id, @RequestBody UserEdit body, Caller caller, IfMatch ifMatch) {
    Faults faults = new Faults().optionalText("name", Optional.ofNullable(body.name()), 2, 100);
    if (body.role() != null) {
      faults.oneOf("role", body.role(), PlatformRole.IDS);
    }
    if (body.status() != null) {
      faults.oneOf("status", body.status(), List.of("active", "inactive"));
    }
    faults.throwIfAny();
    User before = user(id);
    ifMatch.require(UserView.of(before));
    accounts.changeByAdmin(
        caller,
        id,
        Optional.ofNullable(body.name()),
        Optional.ofNullable(body.role()).flatMap(PlatformRole::byId));
    if ("inactive".equals(body.status()) && before.active()) {
      end.shutOut(caller, id, "user_suspended", Optional.empty());
    } else if ("active".equals(body.status()) && !before.active()) {
      accounts.reactivate(caller, id);
    }
    return UserView.of(user(id));
  }

  @PostMapping("/api/admin/users/{id}/suspend")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public UserView suspend(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Reason body,
      Caller caller) {
    Optional<String> reason = Optional.ofNullable(body).map(Reason::reason);
    new Faults().optionalText("reason", reason, 1, 500).throwIfAny();
    if (!user(id).active()) {
      throw Problem.of(ProblemCode.CONFLICT, "The account is not active.");
    }
    end.shutOut(caller, id, "user_suspended", reason);
    return UserView.of(user(id));
  }

  @PostMapping("/api/admin/users/{id}/reactivate")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  UserView reactivate(@PathVariable String id, Caller caller) {
    accounts.reactivate(caller, id);
    return UserView.of(user(id));
  }

  @PostMapping("/api/admin/users/{id}/reset-password")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ResetView reset(@PathVariable String id, Caller caller) {
    User user = user(id);
    String link = passwords.newLink(id);
    audit.record(AuditEntry.of("password_reset_link", caller).on("user", id));
    if (!mail.isConfigured()) {
      return new ResetView("Hand this link over. It works once, for an hour.", Optional.of(link));
    }
    mail.send(user.email(), MAIL_SUBJECT, MAIL_TEXT + link);
    return new ResetView("The link is on its way.", Optional.empty());
  }

  @DeleteMapping("/api/admin/users/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    ifMatch.require(UserView.of(user(id)));
    end.shutOut(caller, id, "user_deactivated", Optional.of("deleted"));
  }

  private User user(String id) {
    return users.find(id).orElseThrow(Problem::notFound);
  }
}

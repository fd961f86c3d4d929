package dev.coderev.server.identity.password;

import dev.coderev.server.identity.account.User;
import dev.coderev.server.identity.account.Users;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.mail.Mailer;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import dev.coderev.server.platform.web.Requests;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Change and reset of passwords. */
@RestController
class PasswordController {
  static final int LEAST = 8;
  static final int MOST = 128;
  private static final String SUBJECT = "Your password for CodeRev";
  private static final String TEXT =
      "This link sets a new password. It works once, for an hour:\n\n";
  private static final Limit REQUESTS = new Limit("reset", 3, Duration.ofMinutes(5));

  /** The old and the new one. */
  record PasswordChange(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String currentPassword,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String newPassword) {}

  /** Whose password is to be reset. */
  record ResetRequest(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String email) {}

  /** What the link holds, and the new password. */
  record Reset(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String token,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String newPassword) {}

  /** What is said to a request for a reset, whoever asks. */
  record ResetRequested(String message) {}

  private final Passwords passwords;
  private final Users users;
  private final Mailer mail;
  private final RateLimits limits;

  PasswordController(Passwords passwords, Users users, Mailer mail, RateLimits limits) {
    this.passwords = passwords;
    this.users = users;
    this.mail = mail;
    this.limits = limits;
  }

  @PostMapping({"/api/auth/password/change", "/api/user/password"})
  @Access(value = Who.SELF, beforePasswordChange = true)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@RequestBody PasswordChange body, Caller caller) {
    new Faults()
        .required("current_password", body.currentPassword())
        .text("new_password", body.newPassword(), LEAST, MOST)
        .throwIfAny();
    passwords.change(
        caller, String.valueOf(body.currentPassword()), String.valueOf(body.newPassword()));
  }

  @PostMapping("/api/auth/password/reset")
  @Access(Who.ANYONE)
  ResetRequested request(@RequestBody ResetRequest body, HttpServletRequest request) {
    new Faults().email("email", body.email()).throwIfAny();
    limits.require(REQUESTS, Requests.clientAddress(request));
    users
        .findByEmail(String.valueOf(body.email()))
        .filter(User::active)
        .filter(_ -> mail.isConfigured())
        .ifPresent(user -> mail.send(user.email(), SUBJECT, TEXT + passwords.newLink(user.id())));
    return new ResetRequested("If the address is known, a message with a link is on its way.");
  }

  @PostMapping("/api/auth/password/reset/confirm")
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@RequestBody Reset body) {
    new Faults()
        .text("token", body.token(), 1, 200)
        .text("new_password", body.newPassword(), LEAST, MOST)
        .throwIfAny();
    passwords.reset(String.valueOf(body.token()), String.valueOf(body.newPassword()));
  }

  @GetMapping("/.well-known/change-password")
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.FOUND)
  ResponseEntity<Void> changePage() {
    return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/password/change").build();
  }
}

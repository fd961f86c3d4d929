package dev.coderev.server.identity.account;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.web.Canonical;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import dev.coderev.server.platform.web.Requests;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration of new users. */
@RestController
class RegistrationController {
  private static final Limit REGISTRATIONS = new Limit("register", 3, Duration.ofMinutes(1));

  /** Who wants an account. */
  record Wanted(
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String email,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String password,
      @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,
      @Nullable String invitationCode) {}

  /** An account that was made. */
  record Registered(String message, String userId) {}

  private final Registration registration;
  private final RateLimits limits;

  RegistrationController(Registration registration, RateLimits limits) {
    this.registration = registration;
    this.limits = limits;
  }

  @PostMapping({"/api/auth/register", "/auth/register"})
  @Canonical("/api/auth/register")
  @Access(Who.ANYONE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Registered> register(@RequestBody Wanted body, HttpServletRequest request) {
    new Faults()
        .email("email", body.email())
        .text("password", body.password(), 8, 128)
        .text("name", body.name(), 2, 100)
        .optionalText("invitation_code", Optional.ofNullable(body.invitationCode()), 1, 200)
        .throwIfAny();
    limits.require(REGISTRATIONS, Requests.clientAddress(request));
    String id =
        registration.register(
            String.valueOf(body.email()),
            String.valueOf(body.password()),
            String.valueOf(body.name()),
            Optional.ofNullable(body.invitationCode()));
    return ResponseEntity.created(URI.create("/api/user/profile"))
        .body(new Registered("The account is made. Sign in.", id));
  }
}

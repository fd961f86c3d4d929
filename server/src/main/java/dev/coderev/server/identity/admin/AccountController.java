package dev.coderev.server.identity.admin;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of a user's own account. */
@RestController
class AccountController {
  /** The proof that it is the user who leaves. */
  record Farewell(@Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String currentPassword) {}

  /** A farewell that was taken. */
  record Farewelled(String message, Instant scheduledFor) {}

  private final AccountEnd end;

  AccountController(AccountEnd end) {
    this.end = end;
  }

  @DeleteMapping("/api/user/account")
  @Access(Who.SELF)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Farewelled leave(@RequestBody Farewell body, Caller caller) {
    new Faults().required("current_password", body.currentPassword()).throwIfAny();
    return new Farewelled(
        "The account is disabled. Its personal data will be erased.",
        end.leave(caller, String.valueOf(body.currentPassword())));
  }
}

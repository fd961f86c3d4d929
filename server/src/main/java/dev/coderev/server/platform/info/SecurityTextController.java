package dev.coderev.server.platform.info;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.settings.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom to tell of a weakness of this server (RFC 9116). */
@RestController
class SecurityTextController {
  private static final int GOOD_DAYS = 90;

  private final ServerSettings settings;
  private final Clock clock;

  SecurityTextController(ServerSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/.well-known/security.txt")
  @Access(Who.ANYONE)
  ResponseEntity<byte[]> securityText() {
    String text =
        "Contact: mailto:"
            + settings.identity().adminEmail()
            + "\nExpires: "
            + clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_DAYS, ChronoUnit.DAYS)
            + "\nCanonical: "
            + settings.web().publicUrl()
            + "/.well-known/security.txt\nPreferred-Languages: en\n";
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}

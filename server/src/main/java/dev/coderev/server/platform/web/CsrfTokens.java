package dev.coderev.server.platform.web;

import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.secret.SecretUnreadable;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Proofs that a page of ours made a request: sealed, of one session, good for an hour, and kept
 * nowhere.
 */
@Component
public final class CsrfTokens {
  /** In which a request carries one. */
  public static final String HEADER = "X-CSRF-Token";

  public static final Duration LIFE = Duration.ofMinutes(60);
  private static final String PURPOSE = "csrf token";
  private static final int LONGEST = 1000;

  private final MasterKey key;
  private final Clock clock;

  CsrfTokens(MasterKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** A token of this session. */
  public String issue(String sessionId) {
    String said = clock.instant().plus(LIFE).getEpochSecond() + " " + sessionId;
    byte[] sealed = key.seal(PURPOSE, said.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Whether this is a token of the session that is still good. */
  public boolean isOf(String sessionId, String token) {
    if (token.length() > LONGEST) {
      return false;
    }
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(token);
      String[] said = new String(key.open(PURPOSE, sealed), StandardCharsets.UTF_8).split(" ", 2);
      return said[1].equals(sessionId)
          && Instant.ofEpochSecond(Long.parseLong(said[0])).isAfter(clock.instant());
    } catch (IllegalArgumentException | BufferUnderflowException | SecretUnreadable _) {
      return false;
    }
  }
}

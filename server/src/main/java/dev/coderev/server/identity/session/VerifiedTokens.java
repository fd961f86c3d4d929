package dev.coderev.server.identity.session;

import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.memory.LatestUsed;
import java.time.Instant;
import java.util.Optional;

/**
 * The access tokens whose signatures were found good, by their hash, the least recently used
 * forgotten first: checking a signature is nearly half of what a short request costs.
 */
final class VerifiedTokens {
  private static final int MOST = 10_000;

  /** What a token with a good signature says, whatever the time is. */
  record Verified(String keyId, String userId, String sessionId, Instant expires) {}

  private final LatestUsed<String, Verified> known = new LatestUsed<>(MOST);

  Optional<Verified> find(String token) {
    return known.find(Secrets.sha256(token));
  }

  void keep(String token, Verified verified) {
    known.put(Secrets.sha256(token), verified);
  }
}

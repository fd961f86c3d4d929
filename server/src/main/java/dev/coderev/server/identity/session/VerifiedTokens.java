package dev.coderev.server.identity.session;

import dev.coderev.server.platform.id.Secrets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The access tokens whose signatures were found good, by their hash, the least recently used
 * forgotten first: checking a signature is nearly half of what a short request costs.
 */
final class VerifiedTokens {
  private static final int MOST = 10_000;

  /** What a token with a good signature says, whatever the time is. */
  record Verified(String keyId, String userId, String sessionId, Instant expires) {}

  private final Map<String, Verified> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > MOST;
        }
      };

  Optional<Verified> find(String token) {
    synchronized (known) {
      return Optional.ofNullable(known.get(Secrets.sha256(token)));
    }
  }

  void keep(String token, Verified verified) {
    synchronized (known) {
      known.put(Secrets.sha256(token), verified);
    }
  }
}

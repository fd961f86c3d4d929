package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.secret.MasterKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ways to code hosts that were begun; only the digest of a state is kept. */
@Repository
class OAuthStates {
  private static final String PURPOSE = "oauth verifier";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int BYTES = 32;

  /**
   * What a way was begun with.
   *
   * @param userId empty for somebody who wants to sign in
   */
  record Way(Optional<String> userId, String redirectUri, String verifier, String nonce) {}

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final Clock clock;

  OAuthStates(JdbcClient database, MasterKey masterKey, Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  /**
   * Begins a way.
   *
   * @param boundTo what whoever ends it must show too
   * @return the state
   */
  String begin(Host host, String boundTo, Way way) {
    var now = clock.instant();
    database.sql("delete from oauth_states where expires_at <= ?").param(Rows.time(now)).update();
    String state = Secrets.token(BYTES);
    database
        .sql(
            """
            insert into oauth_states (hash, provider, user_id, bound_to, redirect_uri, verifier,
              nonce, expires_at)
            values (:hash, :provider, :user, :bound, :redirect, :verifier, :nonce, :expires)
            """)
        .param("hash", Secrets.sha256(state))
        .param("provider", host.id())
        .param("user", way.userId().orElse(null))
        .param("bound", Secrets.sha256(boundTo))
        .param("redirect", way.redirectUri())
        .param("verifier", masterKey.seal(PURPOSE, way.verifier().getBytes(StandardCharsets.UTF_8)))
        .param("nonce", way.nonce())
        .param("expires", Rows.time(now.plus(LIFE)))
        .update();
    return state;
  }

  /** Uses up a state; empty unless it is one of this host, still good, and shown by its owner. */
  Optional<Way> end(Host host, String state, String boundTo) {
    return database
        .sql(
            """
            delete from oauth_states
            where hash = :hash and provider = :provider and bound_to = :bound
              and expires_at > :now
            returning user_id, redirect_uri, verifier, nonce
            """)
        .param("hash", Secrets.sha256(state))
        .param("provider", host.id())
        .param("bound", Secrets.sha256(boundTo))
        .param("now", Rows.time(clock.instant()))
        .query((row, _) ->
            new Way(
                Rows.text(row, "user_id"),
                row.getString("redirect_uri"),
                new String(
                    masterKey.open(PURPOSE, row.getBytes("verifier")), StandardCharsets.UTF_8),
                row.getString("nonce")))
        .optional();
  }
}

package dev.coderev.server.identity.session;

import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of all users, with their refresh tokens. */
@Repository
public class Sessions {
  private static final int REFRESH_BYTES = 48;
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  /** A session as its user sees it. */
  record Session(
      String id,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      String ipAddress,
      String userAgent) {}

  /** The user of a live session. */
  public record Owner(
      String userId, String email, String name, PlatformRole role, boolean mustChangePassword) {}

  /** What became of a presented refresh token. */
  sealed interface Rotation {
    record Unknown() implements Rotation {}

    record Reused(String sessionId, String userId) implements Rotation {}

    record Rotated(String sessionId, String userId, boolean remember, String token)
        implements Rotation {}
  }

  private record Presented(
      String sessionId, String userId, boolean used, boolean live, boolean remember) {}

  private final JdbcClient database;
  private final Clock clock;

  Sessions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  String open(String userId, String ip, String agent, boolean remember, Duration life) {
    String id = Ids.next("sess_");
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into sessions (id, user_id, created_at, last_used_at, expires_at, ip_address,
              user_agent, remember_me)
            values (:id, :user, :now, :now, :expires, :ip, :agent, :remember)
            """)
        .param("id", id)
        .param("user", userId)
        .param("now", Rows.time(now))
        .param("expires", Rows.time(now.plus(life)))
        .param("ip", ip)
        .param("agent", agent)
        .param("remember", remember)
        .update();
    return id;
  }

  String newRefreshToken(String sessionId) {
    String token = Secrets.token(REFRESH_BYTES);
    database
        .sql("insert into refresh_tokens (hash, session_id, created_at) values (?, ?, ?)")
        .param(Secrets.sha256(token))
        .param(sessionId)
        .param(Rows.time(clock.instant()))
        .update();
    return token;
  }

  /** Uses up a refresh token; one that was used before ends its session. */
  Rotation rotate(String token, java.util.function.Function<Boolean, Duration> life) {
    String hash = Secrets.sha256(token);
    Instant now = clock.instant();
    Optional<Presented> found =
        database
            .sql(
                """
                select s.id, s.user_id, s.remember_me, t.used_at is not null as used,
                  s.revoked_at is null and s.expires_at > :now and u.status = 'active' as live
                from refresh_tokens t join sessions s on s.id = t.session_id
                  join users u on u.id = s.user_id
                where t.hash = :hash for update of t, s
                """)
            .param("hash", hash)
            .param("now", Rows.time(now))
            .query((row, _) ->
                new Presented(
                    row.getString("id"),
                    row.getString("user_id"),
                    row.getBoolean("used"),
                    row.getBoolean("live"),
                    row.getBoolean("remember_me")))
            .optional();
    if (found.isEmpty()) {
      return new Rotation.Unknown();
    }
    Presented presented = found.get();
    if (presented.used()) {
      revoke(presented.sessionId());
      return new Rotation.Reused(presented.sessionId(), presented.userId());
    }
    if (!presented.live()) {
      return new Rotation.Unknown();
    }
    database
        .sql("update refresh_tokens set used_at = ? where hash = ?")
        .param(Rows.time(now))
        .param(hash)
        .update();
    database
        .sql("update sessions set last_used_at = ?, expires_at = ? where id = ?")
        .param(Rows.time(now))
        .param(Rows.time(now.plus(life.apply(presented.remember()))))
        .param(presented.sessionId())
        .update();
    return new Rotation.Rotated(
        presented.sessionId(),
        presented.userId(),
        presented.remember(),
        newRefreshToken(presented.sessionId()));
  }

  /** The user of this session, if it still lives. */
  public Optional<Owner> owner(String sessionId) {
    Instant now = clock.instant();
    record Live(Owner owner, Instant used) {}
    Optional<Live> live =
        database
            .sql(
                """
                select u.id, u.email, u.name, u.role, u.must_change_password, s.last_used_at
                from sessions s join users u on u.id = s.user_id
                where s.id = ? and s.revoked_at is null and s.expires_at > ?
                  and u.status = 'active'
                """)
            .param(sessionId)
            .param(Rows.time(now))
            .query((row, _) ->
                new Live(
                    new Owner(
                        row.getString("id"),
                        row.getString("email"),
                        row.getString("name"),
                        PlatformRole.byId(row.getString("role")).orElse(PlatformRole.VIEWER),
                        row.getBoolean("must_change_password")),
                    Rows.instant(row, "last_used_at")))
            .optional();
    live.filter(found -> found.used().isBefore(now.minus(SEEN_EVERY)))
        .ifPresent(found -> seen(sessionId, found.owner().userId(), now));
    return live.map(Live::owner);
  }

  private void seen(String sessionId, String userId, Instant now) {
    database
        .sql("update sessions set last_used_at = ? where id = ?")
        .param(Rows.time(now))
        .param(sessionId)
        .update();
    database
        .sql("update users set last_seen = ? where id = ?")
        .param(Rows.time(now))
        .param(userId)
        .update();
  }

  /** The session to which a refresh token belongs. */
  Optional<String> ofRefreshToken(String token) {
    return database
        .sql("select session_id from refresh_tokens where hash = ?")
        .param(Secrets.sha256(token))
        .query(String.class)
        .optional();
  }

  void revoke(String sessionId) {
    database
        .sql("update sessions set revoked_at = ? where id = ? and revoked_at is null")
        .param(Rows.time(clock.instant()))
        .param(sessionId)
        .update();
  }

  /** Ends one session of a user; says whether it was there and alive. */
  boolean revokeOwn(String sessionId, String userId) {
    return database
            .sql(
                """
                update sessions set revoked_at = :now
                where id = :id and user_id = :user and revoked_at is null and expires_at > :now
                """)
            .param("now", Rows.time(clock.instant()))
            .param("id", sessionId)
            .param("user", userId)
            .update()
        == 1;
  }

  /** Removes all traces of the user's sessions. */
  public void forgetAll(String userId) {
    database.sql("delete from sessions where user_id = ?").param(userId).update();
    database.sql("delete from password_resets where user_id = ?").param(userId).update();
  }

  /** Ends all sessions of a user but one; says how many. */
  public int revokeAll(String userId, Optional<String> but) {
    return database
        .sql(
            """
            update sessions set revoked_at = :now
            where user_id = :user and id <> :but and revoked_at is null and expires_at > :now
            """)
        .param("now", Rows.time(clock.instant()))
        .param("user", userId)
        .param("but", but.orElse(""))
        .update();
  }

  long countLive() {
    return database
        .sql("select count(*) from sessions where revoked_at is null and expires_at > ?")
        .param(Rows.time(clock.instant()))
        .query(Long.class)
        .single();
  }

  Page<Session> live(String userId, Paging paging) {
    String where =
        " from sessions where user_id = :user and revoked_at is null and expires_at > :now";
    var now = Rows.time(clock.instant());
    long total =
        database
            .sql("select count(*)" + where)
            .param("user", userId)
            .param("now", now)
            .query(Long.class)
            .single();
    List<Session> items =
        database
            .sql(
                "select *"
                    + where
                    + " order by created_at desc, id desc limit :limit offset :offset")
            .param("user", userId)
            .param("now", now)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) ->
                new Session(
                    row.getString("id"),
                    Rows.instant(row, "created_at"),
                    Rows.instant(row, "last_used_at"),
                    Rows.instant(row, "expires_at"),
                    row.getString("ip_address"),
                    row.getString("user_agent")))
            .list();
    return Page.of(items, total, paging);
  }
}

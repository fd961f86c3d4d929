package dev.coderev.server.identity.key;

import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API keys: {@code crk_}, 16 characters that name the key, 43 that prove it. */
@Repository
public class ApiKeys {
  private static final Pattern FORM = Pattern.compile("crk_([A-Za-z0-9]{16})_([A-Za-z0-9_-]{43})");
  private static final Duration USED_EVERY = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;

  /** A key as its owner sees it, never with the secret. */
  record ApiKey(
      String id,
      String name,
      String prefix,
      List<String> scopes,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsed) {}

  /** A key as it is shown once. */
  record NewKey(
      String id,
      String name,
      String key,
      String prefix,
      List<String> scopes,
      Instant createdAt,
      Optional<Instant> expiresAt) {}

  /** Who a key speaks for, and what it may do. */
  public record Holder(
      String keyId,
      String userId,
      String email,
      String name,
      PlatformRole role,
      boolean mustChangePassword,
      Set<Scope> scopes) {
    public Holder {
      scopes = Set.copyOf(scopes);
    }
  }

  private record Found(Holder holder, String secretHash, Optional<Instant> lastUsed) {}

  private final JdbcClient database;
  private final Clock clock;

  ApiKeys(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public static boolean isForm(String credentials) {
    return credentials.startsWith("crk_");
  }

  NewKey add(String userId, String name, List<String> scopes, Optional<Instant> expires) {
    String id = Ids.next("key_");
    String prefix = Secrets.letters(16);
    String secret = Secrets.token(SECRET_BYTES);
    Instant now = clock.instant();
    database
        .sql(
            """
            insert into api_keys (id, user_id, name, prefix, secret_hash, scopes, created_at,
              expires_at)
            values (:id, :user, :name, :prefix, :hash, string_to_array(:scopes, ','), :now,
              :expires)
            """)
        .param("id", id)
        .param("user", userId)
        .param("name", name)
        .param("prefix", prefix)
        .param("hash", Secrets.sha256(secret))
        .param("scopes", String.join(",", scopes))
        .param("now", Rows.time(now))
        .param("expires", expires.map(Rows::time).orElse(null))
        .update();
    return new NewKey(
        id, name, "crk_" + prefix + "_" + secret, "crk_" + prefix, scopes, now, expires);
  }

  Page<ApiKey> of(String userId, Paging paging) {
    String where = " from api_keys where user_id = :user and revoked_at is null";
    long total =
        database.sql("select count(*)" + where).param("user", userId).query(Long.class).single();
    List<ApiKey> items =
        database
            .sql(
                "select *"
                    + where
                    + " order by created_at desc, id desc limit :limit offset :offset")
            .param("user", userId)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) ->
                new ApiKey(
                    row.getString("id"),
                    row.getString("name"),
                    "crk_" + row.getString("prefix"),
                    Rows.texts(row, "scopes"),
                    Rows.instant(row, "created_at"),
                    Rows.optionalInstant(row, "expires_at"),
                    Rows.optionalInstant(row, "last_used")))
            .list();
    return Page.of(items, total, paging);
  }

  boolean revoke(String id, String userId) {
    return database
            .sql(
                """
                update api_keys set revoked_at = :now
                where id = :id and user_id = :user and revoked_at is null
                """)
            .param("now", Rows.time(clock.instant()))
            .param("id", id)
            .param("user", userId)
            .update()
        == 1;
  }

  /** Removes all keys of the user. */
  public void forgetAll(String userId) {
    database.sql("delete from api_keys where user_id = ?").param(userId).update();
  }

  /** Ends all keys of a user. */
  public void revokeAll(String userId) {
    database
        .sql("update api_keys set revoked_at = ? where user_id = ? and revoked_at is null")
        .param(Rows.time(clock.instant()))
        .param(userId)
        .update();
  }

  /** The holder of this key, if it is one of ours and still good. */
  public Optional<Holder> holder(String credentials) {
    Matcher parts = FORM.matcher(credentials);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Found> found =
        database
            .sql(
                """
                select k.id as key_id, k.secret_hash, k.scopes, k.last_used, u.id, u.email, u.name,
                  u.role, u.must_change_password
                from api_keys k join users u on u.id = k.user_id
                where k.prefix = ? and k.revoked_at is null
                  and (k.expires_at is null or k.expires_at > ?) and u.status = 'active'
                """)
            .param(parts.group(1))
            .param(Rows.time(now))
            .query((row, _) -> found(row))
            .optional()
            .filter(key -> Secrets.same(key.secretHash(), Secrets.sha256(parts.group(2))));
    found
        .filter(key -> key.lastUsed().filter(last -> last.isAfter(now.minus(USED_EVERY))).isEmpty())
        .ifPresent(key -> used(key.holder().keyId(), now));
    return found.map(Found::holder);
  }

  private void used(String keyId, Instant now) {
    database
        .sql("update api_keys set last_used = ? where id = ?")
        .param(Rows.time(now))
        .param(keyId)
        .update();
  }

  private static Found found(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Rows.texts(row, "scopes").forEach(id -> Scope.byId(id).ifPresent(scopes::add));
    return new Found(
        new Holder(
            row.getString("key_id"),
            row.getString("id"),
            row.getString("email"),
            row.getString("name"),
            PlatformRole.byId(row.getString("role")).orElse(PlatformRole.VIEWER),
            row.getBoolean("must_change_password"),
            scopes),
        row.getString("secret_hash"),
        Rows.optionalInstant(row, "last_used"));
  }
}

package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.RepositoryHost.Account;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.secret.SecretUnreadable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The connections of all users; their tokens are sealed. */
@Repository
class OAuthConnections {
  private static final String PURPOSE = "oauth token";

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final Clock clock;

  OAuthConnections(JdbcClient database, MasterKey masterKey, Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  /**
   * Keeps a connection in the place of the one before.
   *
   * @throws Problem if another user has the account
   */
  void put(String userId, Host host, Account account, HostTokens tokens) {
    try {
      database
          .sql(
              """
              insert into oauth_connections (user_id, provider, account_id, username,
                access_token, refresh_token, expires_at, scopes, connected_at)
              values (:user, :provider, :account, :name, :access, :refresh, :expires, :scopes,
                :now)
              on conflict (user_id, provider) do update set account_id = excluded.account_id,
                username = excluded.username, access_token = excluded.access_token,
                refresh_token = excluded.refresh_token, expires_at = excluded.expires_at,
                scopes = excluded.scopes, connected_at = excluded.connected_at
              """)
          .param("user", userId)
          .param("provider", host.id())
          .param("account", account.id())
          .param("name", account.name())
          .param("access", seal(tokens.access()))
          .param("refresh", tokens.refresh().map(this::seal).orElse(null), Types.BINARY)
          .param(
              "expires",
              tokens.expiresAt().map(Rows::time).orElse(null),
              Types.TIMESTAMP_WITH_TIMEZONE)
          .param("scopes", tokens.scopes().toArray(String[]::new))
          .param("now", Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.of(ProblemCode.CONFLICT, "Another user is connected to this account.");
    }
  }

  /** Keeps the tokens that came in the place of those before. */
  void renew(String userId, Host host, HostTokens tokens) {
    database
        .sql(
            """
            update oauth_connections set access_token = :access,
              refresh_token = coalesce(:refresh, refresh_token), expires_at = :expires
            where user_id = :user and provider = :provider
            """)
        .param("access", seal(tokens.access()))
        .param("refresh", tokens.refresh().map(this::seal).orElse(null), Types.BINARY)
        .param(
            "expires",
            tokens.expiresAt().map(Rows::time).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("user", userId)
        .param("provider", host.id())
        .update();
  }

  private byte[] seal(String token) {
    return masterKey.seal(PURPOSE, token.getBytes(StandardCharsets.UTF_8));
  }

  private String open(byte[] sealed) {
    return new String(masterKey.open(PURPOSE, sealed), StandardCharsets.UTF_8);
  }

  List<Connection> of(String userId) {
    return database
        .sql("select * from oauth_connections where user_id = ? order by provider")
        .param(userId)
        .query((row, _) -> connection(row))
        .list();
  }

  /** The tokens of a connection, locked until the transaction ends. */
  Optional<HostTokens> lock(String userId, Host host) {
    return database
        .sql("select * from oauth_connections where user_id = ? and provider = ? for update")
        .param(userId)
        .param(host.id())
        .query((row, _) -> {
          byte[] refresh = row.getBytes("refresh_token");
          return new HostTokens(
              open(row.getBytes("access_token")),
              Optional.ofNullable(refresh).map(this::open),
              Rows.optionalInstant(row, "expires_at"),
              Rows.texts(row, "scopes"),
              Optional.empty());
        })
        .optional();
  }

  /**
   * A connection that is no more.
   *
   * @param token what it was held with; empty where that can no longer be read
   */
  record Removed(Optional<String> token) {}

  /** Removes a connection; empty where there was none. */
  Optional<Removed> remove(String userId, Host host) {
    return database
        .sql(
            "delete from oauth_connections where user_id = ? and provider = ?"
                + " returning access_token")
        .param(userId)
        .param(host.id())
        .query((row, _) -> new Removed(readable(row.getBytes("access_token"))))
        .optional();
  }

  private Optional<String> readable(byte[] sealed) {
    try {
      return Optional.of(open(sealed));
    } catch (SecretUnreadable _) {
      return Optional.empty();
    }
  }

  /** The user who is connected to this account. */
  Optional<String> userOf(Host host, String accountId) {
    return database
        .sql("select user_id from oauth_connections where provider = ? and account_id = ?")
        .param(host.id())
        .param(accountId)
        .query(String.class)
        .optional();
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        row.getString("user_id"),
        Host.byId(row.getString("provider")).orElseThrow(),
        row.getString("username"),
        Rows.texts(row, "scopes"),
        Rows.instant(row, "connected_at"));
  }
}

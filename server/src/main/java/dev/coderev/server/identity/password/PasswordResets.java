package dev.coderev.server.identity.password;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens that reset a password, each good once; only their hashes are stored. */
@Repository
class PasswordResets {
  private final JdbcClient database;
  private final Clock clock;

  PasswordResets(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(String token, String userId, Duration life) {
    database
        .sql("insert into password_resets (hash, user_id, expires_at) values (?, ?, ?)")
        .param(Secrets.sha256(token))
        .param(userId)
        .param(Rows.time(clock.instant().plus(life)))
        .update();
  }

  /** Uses a token up; empty if there is none, or no longer. */
  Optional<String> use(String token) {
    return database
        .sql(
            """
            update password_resets set used_at = :now
            where hash = :hash and used_at is null and expires_at > :now returning user_id
            """)
        .param("now", Rows.time(clock.instant()))
        .param("hash", Secrets.sha256(token))
        .query(String.class)
        .optional();
  }
}

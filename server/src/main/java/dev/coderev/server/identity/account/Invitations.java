package dev.coderev.server.identity.account;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Secrets;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations to have an account, each good once. */
@Repository
class Invitations {
  private final JdbcClient database;
  private final Clock clock;

  Invitations(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Uses an invitation up; false if there is none, or no longer. */
  boolean use(String invitation) {
    return database
            .sql(
                """
                update invitations set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .param("now", Rows.time(clock.instant()))
            .param("hash", Secrets.sha256(invitation))
            .update()
        == 1;
  }
}

package dev.coderev.server.integration.hook;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.secret.MasterKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks of all projects; their secrets and tokens are sealed. */
@Repository
public class Webhooks {
  private static final String SECRET = "webhook secret";
  private static final String TOKEN = "webhook token";
  private static final int SECRET_BYTES = 32;
  private static final Duration OVERLAP = Duration.ofDays(7);

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final Clock clock;

  Webhooks(JdbcClient database, MasterKey masterKey, Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  /**
   * A webhook that is wanted.
   *
   * @param token with which results are told; empty where they are not
   * @param lent whether they are told with the account that the user lends
   */
  public record Wanted(
      String projectId,
      Host host,
      String address,
      String repository,
      String userId,
      String secret,
      Optional<String> token,
      boolean lent) {}

  /**
   * Adds one.
   *
   * @throws Problem if the project has one of this repository already
   */
  public Webhook add(Wanted wanted) {
    String id = Ids.next("hook_");
    try {
      database
          .sql(
              """
              insert into webhooks (id, project_id, host, address, repository, user_id, token,
                lent, secret, created_at)
              values (:id, :project, :host, :address, :repository, :user, :token, :lent, :secret,
                :now)
              """)
          .param("id", id)
          .param("project", wanted.projectId())
          .param("host", wanted.host().id())
          .param("address", wanted.address())
          .param("repository", wanted.repository())
          .param("user", wanted.userId())
          .param("token", wanted.token().map(text -> seal(TOKEN, text)).orElse(null), Types.BINARY)
          .param("lent", wanted.lent())
          .param("secret", seal(SECRET, wanted.secret()))
          .param("now", Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.of(ProblemCode.CONFLICT, "The project has a webhook of this repository.");
    }
    return find(id).orElseThrow();
  }

  /** A secret under which a host may sign. */
  public static String newSecret() {
    return Secrets.token(SECRET_BYTES);
  }

  private byte[] seal(String purpose, String text) {
    return masterKey.seal(purpose, text.getBytes(StandardCharsets.UTF_8));
  }

  private String open(String purpose, byte[] sealed) {
    return new String(masterKey.open(purpose, sealed), StandardCharsets.UTF_8);
  }

  Optional<Webhook> find(String id) {
    return database
        .sql("select * from webhooks where id = ?")
        .param(id)
        .query((row, _) -> webhook(row))
        .optional();
  }

  List<Webhook> ofProject(String projectId) {
    return database
        .sql("select * from webhooks where project_id = ? order by created_at desc, id desc")
        .param(projectId)
        .query((row, _) -> webhook(row))
        .list();
  }

  /** All of one repository, in whatever projects. */
  List<Webhook> ofRepository(Host host, String repository) {
    return database
        .sql(
            """
            select w.* from webhooks w join projects p on p.id = w.project_id
            where w.host = ? and lower(w.repository) = lower(?) and p.deleted_at is null order by w.id
            """)
        .param(host.id())
        .param(repository)
        .query((row, _) -> webhook(row))
        .list();
  }

  /** The secrets that are good now, the newest first; none for what is not there. */
  List<String> secrets(String id) {
    List<String> secrets = new ArrayList<>();
    database
        .sql("select secret, previous_secret, previous_until from webhooks where id = ?")
        .param(id)
        .query(row -> {
          secrets.add(open(SECRET, row.getBytes("secret")));
          boolean stillGood =
              Rows.optionalInstant(row, "previous_until")
                  .filter(clock.instant()::isBefore)
                  .isPresent();
          if (stillGood) {
            secrets.add(open(SECRET, row.getBytes("previous_secret")));
          }
        });
    return secrets;
  }

  /** Makes another secret the good one; the one before stays good for a week. */
  Webhook setSecret(String id, String secret) {
    database
        .sql(
            """
            update webhooks set previous_secret = secret, previous_until = :until,
              secret = :secret
            where id = :id
            """)
        .param("until", Rows.time(clock.instant().plus(OVERLAP)))
        .param("secret", seal(SECRET, secret))
        .param("id", id)
        .update();
    return find(id).orElseThrow();
  }

  Optional<String> token(String id) {
    return database
        .sql("select token from webhooks where id = ? and token is not null")
        .param(id)
        .query((row, _) -> open(TOKEN, row.getBytes("token")))
        .optional();
  }

  /** Removes the tokens that a user gave. */
  void removeTokensOf(String userId) {
    database.sql("update webhooks set token = null where user_id = ?").param(userId).update();
  }

  public void remove(String id) {
    database.sql("delete from webhooks where id = ?").param(id).update();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getString("id"),
        row.getString("project_id"),
        Host.byId(row.getString("host")).orElseThrow(),
        row.getString("address"),
        row.getString("repository"),
        row.getString("user_id"),
        row.getBytes("token") != null || row.getBoolean("lent"),
        row.getBoolean("lent"),
        Rows.optionalInstant(row, "previous_until"),
        Rows.instant(row, "created_at"));
  }
}

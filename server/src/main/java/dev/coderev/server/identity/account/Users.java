package dev.coderev.server.identity.account;

import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.identity.account.User.Profile;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts. */
@Repository
public class Users implements UserDirectory {
  private static final String COLUMNS =
      "id, email, name, password_hash, role, status, inactive_reason, must_change_password, avatar,"
          + " bio, company, location, website, theme, language, notifications, created_at,"
          + " updated_at, last_login";

  /** Counts over all accounts. */
  public record Counts(long totalUsers, long activeUsers, long newUsersToday, long newUsersWeek) {}

  private final JdbcClient database;
  private final Clock clock;

  Users(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes an account.
   *
   * @throws Problem if the address is taken
   */
  public String add(
      String email,
      String name,
      Optional<String> passwordHash,
      PlatformRole role,
      boolean mustChangePassword) {
    String id = Ids.next("user-");
    try {
      database
          .sql(
              """
              insert into users (id, email, email_key, name, password_hash, role,
                must_change_password, created_at, updated_at)
              values (:id, :email, :key, :name, :hash, :role, :must, :now, :now)
              """)
          .param("id", id)
          .param("email", email)
          .param("key", key(email))
          .param("name", name)
          .param("hash", passwordHash.orElse(null))
          .param("role", role.id())
          .param("must", mustChangePassword)
          .param("now", Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.of(ProblemCode.EMAIL_TAKEN);
    }
    return id;
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  public boolean isEmpty() {
    database.sql("select pg_advisory_xact_lock(4712)").query().listOfRows();
    return database.sql("select count(*) from users").query(Long.class).single() == 0;
  }

  public Optional<User> find(String id) {
    return database
        .sql("select " + COLUMNS + " from users where id = ?")
        .param(id)
        .query((row, _) -> user(row))
        .optional();
  }

  /** The account, locked until the transaction ends. */
  public User lock(String id) {
    return database
        .sql("select " + COLUMNS + " from users where id = ? for update")
        .param(id)
        .query((row, _) -> user(row))
        .optional()
        .orElseThrow(Problem::notFound);
  }

  public Optional<User> findByEmail(String email) {
    return database
        .sql("select " + COLUMNS + " from users where email_key = ?")
        .param(key(email))
        .query((row, _) -> user(row))
        .optional();
  }

  public Page<User> search(Optional<String> text, Paging paging) {
    String where = text.isEmpty() ? "" : " where email ilike :text or name ilike :text";
    String like = Searches.like(text.orElse(""));
    long total =
        database
            .sql("select count(*) from users" + where)
            .param("text", like)
            .query(Long.class)
            .single();
    List<User> items =
        database
            .sql(
                "select "
                    + COLUMNS
                    + " from users"
                    + where
                    + " order by created_at desc, id desc limit :limit offset :offset")
            .param("text", like)
            .param("limit", paging.limit())
            .param("offset", paging.offset())
            .query((row, _) -> user(row))
            .list();
    return Page.of(items, total, paging);
  }

  public Counts counts() {
    Instant now = clock.instant();
    return database
        .sql(
            """
            select count(*) as total, count(*) filter (where status = 'active') as active,
              count(*) filter (where created_at >= :today) as today,
              count(*) filter (where created_at >= :week) as week
            from users
            """)
        .param("today", Rows.time(now.truncatedTo(java.time.temporal.ChronoUnit.DAYS)))
        .param("week", Rows.time(now.minus(Duration.ofDays(7))))
        .query((row, _) ->
            new Counts(
                row.getLong("total"),
                row.getLong("active"),
                row.getLong("today"),
                row.getLong("week")))
        .single();
  }

  public long activeAdmins() {
    return database
        .sql("select id from users where role = 'admin' and status = 'active' for update")
        .query(String.class)
        .list()
        .size();
  }

  public void setPassword(String id, String hash, boolean mustChange) {
    database
        .sql(
            """
            update users set password_hash = :hash, must_change_password = :must, updated_at = :now
            where id = :id
            """)
        .param("hash", hash)
        .param("must", mustChange)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  public void loggedIn(String id) {
    database
        .sql("update users set last_login = :now, last_seen = :now where id = :id")
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  void update(String id, String name, PlatformRole role, Profile profile) {
    database
        .sql(
            """
            update users set name = :name, role = :role, avatar = :avatar, bio = :bio,
              company = :company, location = :location, website = :website, theme = :theme,
              language = :language, notifications = :notifications, updated_at = :now
            where id = :id
            """)
        .param("name", name)
        .param("role", role.id())
        .param("avatar", profile.avatar().orElse(null))
        .param("bio", profile.bio().orElse(null))
        .param("company", profile.company().orElse(null))
        .param("location", profile.location().orElse(null))
        .param("website", profile.website().orElse(null))
        .param("theme", profile.theme())
        .param("language", profile.language())
        .param("notifications", profile.notifications())
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  void setActive(String id, boolean active, Optional<String> reason) {
    database
        .sql(
            """
            update users set status = :status, inactive_reason = :reason, updated_at = :now,
              erase_after = null
            where id = :id
            """)
        .param("status", active ? "active" : "inactive")
        .param("reason", reason.orElse(null))
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
  }

  void eraseAfter(String id, Instant when) {
    database
        .sql("update users set erase_after = :when where id = :id")
        .param("when", Rows.time(when))
        .param("id", id)
        .update();
  }

  List<String> dueForErasure() {
    return database
        .sql("select id from users where erase_after <= ? order by erase_after, id")
        .param(Rows.time(clock.instant()))
        .query((row, _) -> row.getString("id"))
        .list();
  }

  /** Takes everything personal from the user, if that is still due. */
  boolean erase(String id) {
    return database
            .sql(
                """
                update users set email = 'erased-' || id, email_key = 'erased-' || id,
                  name = 'An erased account', password_hash = null, avatar = null, bio = null,
                  company = null, location = null, website = null, privacy = '{}', notices = '{}',
                  last_login = null, last_seen = null, erase_after = null, updated_at = :now
                where id = :id and erase_after <= :now and status = 'inactive'
                """)
            .param("id", id)
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  /** One of the groups of preferences, as JSON. */
  String preferences(String id, PreferenceGroup group) {
    return database
        .sql("select " + group.column() + "::text from users where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElseThrow(Problem::notFound);
  }

  void setPreferences(String id, PreferenceGroup group, String json) {
    database
        .sql("update users set " + group.column() + " = cast(:json as jsonb) where id = :id")
        .param("json", json)
        .param("id", id)
        .update();
  }

  @Override
  public Optional<UserSummary> byId(String userId) {
    return find(userId).map(Users::summary);
  }

  @Override
  public boolean isActive(String userId) {
    return find(userId).filter(User::active).isPresent();
  }

  @Override
  public long activeSince(Instant since) {
    return database
        .sql("select count(*) from users where last_seen >= ?")
        .param(Rows.time(since))
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<UserSummary> byEmail(String email) {
    return findByEmail(email).map(Users::summary);
  }

  @Override
  public Map<String, UserSummary> byIds(Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Map.of();
    }
    return database
        .sql("select " + COLUMNS + " from users where id in (:ids)")
        .param("ids", userIds)
        .query((row, _) -> summary(user(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(UserSummary::id, Function.identity()));
  }

  private static UserSummary summary(User user) {
    return new UserSummary(
        user.id(), user.email(), user.name(), user.role().id(), user.profile().avatar());
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        Rows.text(row, "password_hash"),
        PlatformRole.byId(row.getString("role")).orElse(PlatformRole.VIEWER),
        row.getString("status").equals("active"),
        Rows.text(row, "inactive_reason"),
        row.getBoolean("must_change_password"),
        new Profile(
            Rows.text(row, "avatar"),
            Rows.text(row, "bio"),
            Rows.text(row, "company"),
            Rows.text(row, "location"),
            Rows.text(row, "website"),
            row.getString("theme"),
            row.getString("language"),
            row.getBoolean("notifications")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "updated_at"),
        Rows.optionalInstant(row, "last_login"));
  }
}

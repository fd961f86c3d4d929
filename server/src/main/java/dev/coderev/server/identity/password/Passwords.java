package dev.coderev.server.identity.password;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.account.PasswordHashes;
import dev.coderev.server.identity.account.User;
import dev.coderev.server.identity.account.Users;
import dev.coderev.server.identity.session.Sessions;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords for those who know the old one, and resets them for those who hold a link. */
@Service
public class Passwords {
  private static final Limit CHANGES = new Limit("password", 3, Duration.ofHours(24));
  private static final Duration LINK_LIFE = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 32;

  private final Users users;
  private final PasswordHashes hashes;
  private final Sessions sessions;
  private final RateLimits limits;
  private final AuditLog audit;
  private final PasswordResets resets;
  private final ServerSettings settings;

  Passwords(
      Users users,
      PasswordHashes hashes,
      Sessions sessions,
      RateLimits limits,
      AuditLog audit,
      PasswordResets resets,
      ServerSettings settings) {
    this.users = users;
    this.hashes = hashes;
    this.sessions = sessions;
    this.limits = limits;
    this.audit = audit;
    this.resets = resets;
    this.settings = settings;
  }

  /** Sets a new password and ends all other sessions. */
  @Transactional
  public void change(Caller caller, String current, String wanted) {
    User user = users.lock(caller.userId());
    limits.requireLeft(CHANGES, user.id());
    if (!hashes.matches(current, user.passwordHash())) {
      limits.take(CHANGES, user.id());
      throw Problem.of(ProblemCode.INVALID_CURRENT_PASSWORD);
    }
    limits.require(CHANGES, user.id());
    users.setPassword(user.id(), hashes.hash(wanted), false);
    sessions.revokeAll(user.id(), caller.sessionId());
    audit.record(AuditEntry.of("password_changed", caller));
  }

  /** Whether this is the caller's password. */
  public boolean isCurrent(Caller caller, String password) {
    return hashes.matches(password, users.find(caller.userId()).flatMap(User::passwordHash));
  }

  /** A link that resets the password of this user once, within an hour. */
  @Transactional
  public String newLink(String userId) {
    String token = Secrets.token(TOKEN_BYTES);
    resets.add(token, userId, LINK_LIFE);
    return settings.web().publicUrl() + "/password/reset?token=" + token;
  }

  /** Sets the password of the user who holds the token, and ends all their sessions. */
  @Transactional
  public void reset(String token, String wanted) {
    User owner =
        resets
            .use(token)
            .flatMap(users::find)
            .filter(User::active)
            .orElseThrow(() -> Problem.of(ProblemCode.INVALID_RESET_TOKEN));
    users.setPassword(owner.id(), hashes.hash(wanted), false);
    sessions.revokeAll(owner.id(), Optional.empty());
    audit.record(AuditEntry.of("password_reset", owner.id(), owner.email()));
  }
}

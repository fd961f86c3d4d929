package dev.coderev.server.identity.session;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.ProvenSignIn;
import dev.coderev.server.identity.SignedIn;
import dev.coderev.server.identity.SignedIn.Me;
import dev.coderev.server.identity.account.PasswordHashes;
import dev.coderev.server.identity.account.User;
import dev.coderev.server.identity.account.Users;
import dev.coderev.server.identity.session.Sessions.Rotation;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.metric.IdentityMetrics.Method;
import dev.coderev.server.platform.metric.IdentityMetrics.Result;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Opens sessions for those who know the password, and keeps them open. */
@Service
class SignIn implements ProvenSignIn {
  private static final Limit FAILURES = new Limit("login", 5, Duration.ofMinutes(15));

  /** The tokens of a session. */
  record Tokens(
      String accessToken,
      String refreshToken,
      String tokenType,
      long expiresIn,
      long refreshExpiresIn) {}

  private final Users users;
  private final PasswordHashes hashes;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final RateLimits limits;
  private final ServerSettings.Identity settings;
  private final TransactionOperations transaction;
  private final IdentityMetrics metrics;

  SignIn(
      Users users,
      PasswordHashes hashes,
      Sessions sessions,
      AccessTokens tokens,
      AuditLog audit,
      RateLimits limits,
      ServerSettings settings,
      TransactionOperations transaction,
      IdentityMetrics metrics) {
    this.metrics = metrics;
    this.users = users;
    this.hashes = hashes;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.limits = limits;
    this.settings = settings.identity();
    this.transaction = transaction;
  }

  SignedIn login(String email, String password, boolean remember, Origin origin) {
    String account = "account|" + email.toLowerCase(Locale.ROOT);
    String address = "address|" + origin.address();
    requireFewFailures(account, address);
    Optional<User> found = users.findByEmail(email);
    boolean right = hashes.matches(password, found.flatMap(User::passwordHash));
    if (!right || !found.orElseThrow().active()) {
      limits.take(FAILURES, account);
      limits.take(FAILURES, address);
      metrics.attempt(Method.PASSWORD, Result.FAILURE);
      audit.record(
          found
              .map(user -> AuditEntry.of("user_login", user.id(), user.email()))
              .orElseGet(() -> AuditEntry.anonymous("user_login"))
              .failed());
      throw Problem.of(ProblemCode.INVALID_CREDENTIALS);
    }
    return open(found.get(), remember, origin, Method.PASSWORD, user -> renewHash(user, password));
  }

  private void renewHash(User user, String password) {
    user.passwordHash()
        .filter(hashes::isOutdated)
        .ifPresent(
            _ -> users.setPassword(user.id(), hashes.hash(password), user.mustChangePassword()));
  }

  @Override
  public SignedIn signIn(String userId, Origin origin) {
    Optional<User> found = users.find(userId).filter(User::active);
    if (found.isEmpty()) {
      metrics.attempt(Method.OAUTH, Result.FAILURE);
      audit.record(AuditEntry.of("user_login", userId, emailOf(userId)).failed());
      throw Problem.of(ProblemCode.INVALID_CREDENTIALS);
    }
    return open(found.get(), false, origin, Method.OAUTH, _ -> {});
  }

  private SignedIn open(
      User user, boolean remember, Origin origin, Method method, Consumer<User> first) {
    Tokens issued =
        transaction.execute(_ -> {
          first.accept(user);
          String session =
              sessions.open(
                  user.id(), origin.address(), origin.userAgent(), remember, life(remember));
          users.loggedIn(user.id());
          audit.record(
              AuditEntry.of("user_login", user.id(), user.email())
                  .on("session", session)
                  .detail("method", method.name().toLowerCase(Locale.ROOT)));
          return tokens(
              user.id(), session, user.role(), sessions.newRefreshToken(session), remember);
        });
    metrics.attempt(method, Result.SUCCESS);
    return new SignedIn(
        issued.accessToken(),
        issued.refreshToken(),
        issued.tokenType(),
        issued.expiresIn(),
        issued.refreshExpiresIn(),
        new Me(user.id(), user.email(), user.name(), user.role()));
  }

  private void requireFewFailures(String account, String address) {
    try {
      limits.requireLeft(FAILURES, account);
      limits.requireLeft(FAILURES, address);
    } catch (Problem refused) {
      metrics.attempt(Method.PASSWORD, Result.THROTTLED);
      throw refused;
    }
  }

  Tokens refresh(String token) {
    Rotation rotation =
        transaction.execute(_ -> {
          Rotation outcome = sessions.rotate(token, this::life);
          if (outcome instanceof Rotation.Reused(String session, String user)) {
            audit.record(
                AuditEntry.of("token_reuse", user, emailOf(user)).on("session", session).denied());
          }
          return outcome;
        });
    metrics.attempt(
        Method.REFRESH,
        switch (rotation) {
          case Rotation.Rotated _ -> Result.SUCCESS;
          case Rotation.Reused _ -> Result.REUSED;
          case Rotation.Unknown _ -> Result.FAILURE;
        });
    return switch (rotation) {
      case Rotation.Rotated(String session, String user, boolean remember, String next) ->
          tokens(user, session, users.lock(user).role(), next, remember);
      case Rotation.Reused _ -> throw Problem.of(ProblemCode.INVALID_REFRESH_TOKEN);
      case Rotation.Unknown _ -> throw Problem.of(ProblemCode.INVALID_REFRESH_TOKEN);
    };
  }

  private String emailOf(String userId) {
    return users.find(userId).map(User::email).orElse("");
  }

  private Tokens tokens(
      String user, String session, PlatformRole role, String refresh, boolean remember) {
    return new Tokens(
        tokens.issue(user, session, role.id()),
        refresh,
        "Bearer",
        settings.accessToken().toSeconds(),
        life(remember).toSeconds());
  }

  private Duration life(boolean remember) {
    return remember ? settings.rememberedToken() : settings.refreshToken();
  }

  void logout(Optional<String> accessToken) {
    accessToken
        .map(tokens::read)
        .ifPresent(reading -> {
          if (reading instanceof AccessTokens.Reading.Good(String user, String session)) {
            end(user, session);
          }
        });
  }

  /** Ends a session of the user. */
  void end(String user, String session) {
    transaction.executeWithoutResult(_ -> {
      if (sessions.revokeOwn(session, user)) {
        audit.record(AuditEntry.of("user_logout", user, emailOf(user)).on("session", session));
      }
    });
  }
}

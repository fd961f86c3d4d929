package dev.coderev.server.identity.access;

import dev.coderev.server.identity.key.ApiKeys;
import dev.coderev.server.identity.key.ApiKeys.Holder;
import dev.coderev.server.identity.session.AccessTokens;
import dev.coderev.server.identity.session.AccessTokens.Reading;
import dev.coderev.server.identity.session.Sessions;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.metric.IdentityMetrics.Method;
import dev.coderev.server.platform.metric.IdentityMetrics.Result;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the user of an access token or of an API key. */
@Component
class CredentialLookup implements CallerLookup {
  private final AccessTokens tokens;
  private final Sessions sessions;
  private final ApiKeys keys;
  private final IdentityMetrics metrics;

  CredentialLookup(AccessTokens tokens, Sessions sessions, ApiKeys keys, IdentityMetrics metrics) {
    this.metrics = metrics;
    this.tokens = tokens;
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public Outcome find(String credentials) {
    return ApiKeys.isForm(credentials) ? byKey(credentials) : byToken(credentials);
  }

  private Outcome byKey(String key) {
    Optional<Holder> found = keys.holder(key);
    metrics.attempt(Method.API_KEY, found.isPresent() ? Result.SUCCESS : Result.FAILURE);
    return found
        .<Outcome>map(holder ->
            new Outcome.Known(
                new Caller(
                    holder.userId(),
                    holder.email(),
                    holder.name(),
                    holder.role(),
                    Optional.empty(),
                    Optional.of(holder.keyId()),
                    holder.scopes(),
                    holder.mustChangePassword())))
        .orElseGet(() -> new Outcome.Refused(ProblemCode.UNAUTHENTICATED));
  }

  private Outcome byToken(String token) {
    return switch (tokens.read(token)) {
      case Reading.Unknown _ -> new Outcome.Refused(ProblemCode.UNAUTHENTICATED);
      case Reading.Expired _ -> new Outcome.Refused(ProblemCode.TOKEN_EXPIRED);
      case Reading.Good(String user, String session) ->
          sessions
              .owner(session)
              .filter(owner -> owner.userId().equals(user))
              .<Outcome>map(owner ->
                  new Outcome.Known(
                      new Caller(
                          owner.userId(),
                          owner.email(),
                          owner.name(),
                          owner.role(),
                          Optional.of(session),
                          Optional.empty(),
                          Set.of(),
                          owner.mustChangePassword())))
              .orElseGet(() -> new Outcome.Refused(ProblemCode.UNAUTHENTICATED));
    };
  }
}

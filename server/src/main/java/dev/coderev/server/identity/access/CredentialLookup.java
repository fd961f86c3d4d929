package dev.coderev.server.identity.access;

import dev.coderev.server.identity.key.ApiKeys;
import dev.coderev.server.identity.session.AccessTokens;
import dev.coderev.server.identity.session.AccessTokens.Reading;
import dev.coderev.server.identity.session.Sessions;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.CallerLookup;
import dev.coderev.server.platform.error.ProblemCode;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the user of an access token or of an API key. */
@Component
class CredentialLookup implements CallerLookup {
  private final AccessTokens tokens;
  private final Sessions sessions;
  private final ApiKeys keys;

  CredentialLookup(AccessTokens tokens, Sessions sessions, ApiKeys keys) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public Outcome find(String credentials) {
    return ApiKeys.isForm(credentials) ? byKey(credentials) : byToken(credentials);
  }

  private Outcome byKey(String key) {
    return keys.holder(key)
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

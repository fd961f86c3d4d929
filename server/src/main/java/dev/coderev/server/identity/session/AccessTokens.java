package dev.coderev.server.identity.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.coderev.server.identity.session.VerifiedTokens.Verified;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.metric.CacheMetrics;
import dev.coderev.server.platform.metric.CacheMetrics.Cache;
import dev.coderev.server.platform.settings.ServerSettings;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signed tokens (ES256) that name a session for a few minutes. */
@Component
public class AccessTokens {
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final String AUDIENCE = "coderev";

  /** What a token says. */
  public sealed interface Reading {
    /** It is ours and good. */
    record Good(String userId, String sessionId) implements Reading {}

    /** It was good once. */
    record Expired() implements Reading {}

    /** It is not one of ours. */
    record Unknown() implements Reading {}
  }

  private final SigningKeys keys;
  private final ServerSettings settings;
  private final Clock clock;
  private final CacheMetrics metrics;
  private final VerifiedTokens verified = new VerifiedTokens();

  AccessTokens(SigningKeys keys, ServerSettings settings, Clock clock, CacheMetrics metrics) {
    this.metrics = metrics;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  public String issue(String userId, String sessionId, String role) {
    Instant now = clock.instant();
    ECKey key = keys.current();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(settings.web().publicUrl())
                .audience(AUDIENCE)
                .subject(userId)
                .claim("sid", sessionId)
                .claim("role", role)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.identity().accessToken())))
                .jwtID(Secrets.letters(22))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("an own key signs", e);
    }
    return token.serialize();
  }

  public Reading read(String token) {
    Optional<Verified> good = verified.find(token);
    metrics.asked(Cache.SESSION, good.isPresent());
    if (good.isEmpty()) {
      good = verify(token);
      good.ifPresent(reading -> verified.keep(token, reading));
    }
    return good.filter(reading -> keys.find(reading.keyId()).isPresent())
        .map(this::now)
        .orElseGet(Reading.Unknown::new);
  }

  private Reading now(Verified reading) {
    return reading.expires().isAfter(clock.instant())
        ? new Reading.Good(reading.userId(), reading.sessionId())
        : new Reading.Expired();
  }

  private Optional<Verified> verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSHeader header = jwt.getHeader();
      if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
        return Optional.empty();
      }
      Optional<ECKey> key = Optional.ofNullable(header.getKeyID()).flatMap(keys::find);
      return key.isPresent() && jwt.verify(new ECDSAVerifier(key.get()))
          ? claims(header.getKeyID(), jwt.getJWTClaimsSet())
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<Verified> claims(String keyId, JWTClaimsSet claims) throws ParseException {
    Date expires = claims.getExpirationTime();
    String subject = claims.getSubject();
    String session = claims.getStringClaim("sid");
    return expires == null
            || subject == null
            || session == null
            || !settings.web().publicUrl().equals(claims.getIssuer())
            || !claims.getAudience().equals(List.of(AUDIENCE))
        ? Optional.empty()
        : Optional.of(new Verified(keyId, subject, session, expires.toInstant()));
  }

  /** The public keys, in the form of RFC 7517. */
  Map<String, Object> publicKeys() {
    return Map.of(
        "keys", keys.valid().stream().map(key -> key.toPublicJWK().toJSONObject()).toList());
  }
}

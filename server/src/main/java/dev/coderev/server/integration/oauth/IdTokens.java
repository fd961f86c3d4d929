package dev.coderev.server.integration.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.outgoing.CallFailed;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.outgoing.Reply;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Believes ID tokens (OpenID Connect Core, 3.1.3.7) as far as the keys of their issuer sign them.
 */
@Component
class IdTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Outgoing outgoing;
  private final JsonMapper json;
  private final Clock clock;

  IdTokens(Outgoing outgoing, JsonMapper json, Clock clock) {
    this.outgoing = outgoing;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Who the user is to the host.
   *
   * @throws Problem if the token is not one of the host for us and for this request
   */
  String subject(OAuthClient client, String idToken, String nonce) {
    try {
      SignedJWT token = SignedJWT.parse(idToken);
      JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
      if (!ALGORITHMS.contains(algorithm)) {
        throw untrusted(client);
      }
      JWK key = keys(client).getKeyByKeyId(token.getHeader().getKeyID());
      if (key == null || !token.verify(verifier(key))) {
        throw untrusted(client);
      }
      return subject(client, token.getJWTClaimsSet(), nonce);
    } catch (ParseException | JOSEException | JacksonException | IllegalArgumentException _) {
      throw untrusted(client);
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      case ECKey curve -> new ECDSAVerifier(curve);
      default -> throw new JOSEException("no key for signatures");
    };
  }

  private String subject(OAuthClient client, JWTClaimsSet claims, String nonce)
      throws ParseException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    boolean alone = claims.getAudience().size() == 1;
    boolean isForUs =
        claims.getAudience().contains(client.id())
            && (alone || client.id().equals(claims.getStringClaim("azp")));
    if (!client.address().equals(claims.getIssuer())
        || !isForUs
        || expires == null
        || !expires.toInstant().plus(SKEW).isAfter(now)
        || issued == null
        || issued.toInstant().minus(SKEW).isAfter(now)
        || !Secrets.same(nonce, String.valueOf(claims.getStringClaim("nonce")))
        || claims.getSubject() == null) {
      throw untrusted(client);
    }
    return claims.getSubject();
  }

  /** The keys of the issuer; only the host itself may name and keep them. */
  private JWKSet keys(OAuthClient client) throws ParseException {
    JsonNode discovered =
        json.readTree(get(client, client.address() + "/.well-known/openid-configuration"));
    String place = discovered.at("/jwks_uri").asString("");
    if (!client.address().equals(discovered.at("/issuer").asString(""))
        || !place.startsWith(client.address() + "/")) {
      throw untrusted(client);
    }
    return JWKSet.parse(get(client, place));
  }

  private String get(OAuthClient client, String url) {
    try {
      Reply reply = outgoing.send(Call.get(URI.create(url)));
      if (reply.isSuccess()) {
        return reply.text();
      }
    } catch (CallFailed _) {
      // told below, as any other answer without keys
    }
    throw untrusted(client);
  }

  private static Problem untrusted(OAuthClient client) {
    return Problem.of(
        ProblemCode.PROVIDER_ERROR, "The ID token of " + client.host().id() + " is not proven.");
  }
}

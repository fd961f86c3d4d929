package dev.coderev.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A code host's authorization server that runs in the test: it gives codes for consent, tokens for
 * codes with their PKCE verifier, and refuses everything that RFC 6749 and 7636 refuse.
 */
public final class AuthorizationServer {
  public static final String CLIENT = "client-of-test";
  public static final String SECRET = "client-secret-of-test";

  public static final AuthorizationServer GITHUB =
      new AuthorizationServer("/login/oauth/access_token", "/api/v3");
  public static final AuthorizationServer GITLAB =
      new AuthorizationServer("/oauth/token", "/api/v4").identifying();
  public static final AuthorizationServer BITBUCKET =
      new AuthorizationServer("/site/oauth2/access_token", "/2.0");

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Somebody who consents. */
  public record Account(String id, String name) {}

  private record Grant(Account account, String challenge, String redirectUri, String nonce) {}

  private final StandIn service = StandIn.start();
  private final String api;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Account> tokens = new ConcurrentHashMap<>();
  private final Map<String, Account> refreshTokens = new ConcurrentHashMap<>();
  private final RSAKey key = key("one");
  private boolean identifies;
  private volatile long tokenSeconds = 7200;
  private volatile UnaryOperator<SignedJWT> forgery = UnaryOperator.identity();
  private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

  private AuthorizationServer(String tokenPath, String api) {
    this.api = api;
    service
        .on("POST", tokenPath, this::token)
        .on("GET", api + "/user", asked -> Given.json(200, user(asked)))
        .on("POST", "/oauth/revoke", this::revoked)
        .on("DELETE", api + "/applications/.*", this::revoked);
  }

  private AuthorizationServer identifying() {
    identifies = true;
    service
        .on(
            "GET",
            "/.well-known/openid-configuration",
            _ ->
                Given.json(
                    200, Map.of("issuer", url(), "jwks_uri", url() + "/oauth/discovery/keys")))
        .on(
            "GET",
            "/oauth/discovery/keys",
            _ -> Given.json(200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    return this;
  }

  private static RSAKey key(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return service.url();
  }

  /** The API beside it, for what a test wants answered. */
  public StandIn service() {
    return service;
  }

  public String api() {
    return api;
  }

  /** A new account at this host. */
  public static Account account() {
    int number = COUNT.incrementAndGet();
    return new Account(Integer.toString(70_000 + number), "host-user-" + number);
  }

  /** Access tokens that are given from now on are good for so long. */
  public void tokensLast(long seconds) {
    tokenSeconds = seconds;
  }

  /** ID tokens are given like this from now on. */
  public void idTokens(
      UnaryOperator<JWTClaimsSet.Builder> otherClaims, UnaryOperator<SignedJWT> otherToken) {
    claims = otherClaims;
    forgery = otherToken;
  }

  /** The account consents in the browser to what the address asks for; gives the code. */
  public String consent(String authorizationUrl, Account account) {
    assertThat(authorizationUrl).startsWith(url() + "/");
    Map<String, String> query =
        fields(authorizationUrl.substring(authorizationUrl.indexOf('?') + 1));
    assertThat(query).containsEntry("client_id", CLIENT).containsEntry("response_type", "code");
    assertThat(query).containsEntry("code_challenge_method", "S256").containsKey("state");
    String code = "code-" + COUNT.incrementAndGet();
    codes.put(
        code,
        new Grant(
            account,
            query.get("code_challenge"),
            query.get("redirect_uri"),
            query.getOrDefault("nonce", "")));
    return code;
  }

  /** The fields of a query or form. */
  public static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** Whose bearer token the request carries. */
  public Optional<Account> holder(Received asked) {
    String header = asked.headers().getOrDefault("authorization", "");
    return Optional.ofNullable(tokens.get(header.replace("Bearer ", "")));
  }

  private Map<String, Object> user(Received asked) {
    Account account = holder(asked).orElseThrow(() -> new AssertionError("unknown token"));
    return Map.of(
        "id",
        Long.parseLong(account.id()),
        "login",
        account.name(),
        "username",
        account.name(),
        "uuid",
        "{" + account.id() + "}",
        "nickname",
        account.name());
  }

  private Given token(Received asked) {
    Map<String, String> form = fields(asked.body());
    if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
      return refused("invalid_client");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> redeemed(form);
      case "refresh_token" ->
          Optional.ofNullable(refreshTokens.remove(form.get("refresh_token")))
              .map(account -> issued(account, ""))
              .orElseGet(() -> refused("invalid_grant"));
      default -> refused("unsupported_grant_type");
    };
  }

  private Given redeemed(Map<String, String> form) {
    Grant grant = codes.remove(form.getOrDefault("code", ""));
    boolean good =
        grant != null
            && grant.redirectUri().equals(form.get("redirect_uri"))
            && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
    return good ? issued(grant.account(), grant.nonce()) : refused("invalid_grant");
  }

  private static Given refused(String error) {
    return Given.json(400, Map.of("error", error));
  }

  private Given issued(Account account, String nonce) {
    String access = "access-" + COUNT.incrementAndGet();
    String refresh = "refresh-" + COUNT.incrementAndGet();
    tokens.put(access, account);
    refreshTokens.put(refresh, account);
    Map<String, Object> answer = new HashMap<>();
    answer.put("access_token", access);
    answer.put("refresh_token", refresh);
    answer.put("token_type", "bearer");
    answer.put("expires_in", tokenSeconds);
    answer.put("scope", "api read");
    if (identifies) {
      answer.put("id_token", forgery.apply(idToken(account, nonce)).serialize());
    }
    return Given.json(200, answer);
  }

  private SignedJWT idToken(Account account, String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder said =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .audience(CLIENT)
            .subject(account.id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .claim("nonce", nonce);
    return signed(claims.apply(said).build(), key);
  }

  /** The same claims, signed with a key that the host does not have. */
  public static SignedJWT forged(SignedJWT token) {
    try {
      return signed(token.getJWTClaimsSet(), key("one"));
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedJWT signed(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Given revoked(Received asked) {
    boolean isForm = asked.path().equals("/oauth/revoke");
    String token =
        isForm
            ? fields(asked.body()).getOrDefault("token", "")
            : asked.json().at("/access_token").asString("");
    return tokens.remove(token) == null ? refused("unknown") : new Given(204, Map.of(), "");
  }

  /** The tokens that are good at the moment and belong to this account. */
  public List<String> tokensOf(Account account) {
    return tokens.entrySet().stream()
        .filter(entry -> entry.getValue().equals(account))
        .map(Map.Entry::getKey)
        .toList();
  }
}

package dev.coderev.server.integration.oauth;

import dev.coderev.server.integration.host.Host;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.outgoing.CallFailed;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.outgoing.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens from code hosts, renews them, and gives them back (RFC 6749, 7009, 7636). */
@Component
class TokenExchange {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Outgoing outgoing;
  private final JsonMapper json;
  private final Clock clock;

  TokenExchange(Outgoing outgoing, JsonMapper json, Clock clock) {
    this.outgoing = outgoing;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Gets the tokens for a code.
   *
   * @throws CodeRefused if the host does not accept the code
   * @throws Problem if the host does not answer as it should
   */
  HostTokens redeem(OAuthClient client, String code, String verifier, String redirectUri)
      throws CodeRefused {
    return ask(
        client,
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "code_verifier", verifier,
            "redirect_uri", redirectUri));
  }

  /**
   * Gets new tokens when the old ones are over.
   *
   * @throws CodeRefused if the host does not renew them
   * @throws Problem if the host does not answer as it should
   */
  HostTokens renew(OAuthClient client, String refreshToken) throws CodeRefused {
    return ask(client, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private HostTokens ask(OAuthClient client, Map<String, String> fields) throws CodeRefused {
    Map<String, String> form = new HashMap<>(fields);
    form.put("client_id", client.id());
    form.put("client_secret", client.secret());
    Reply reply = send(client, Call.form(URI.create(client.tokenUrl()), form));
    JsonNode answer = read(client, reply);
    // GitHub tells errors with status 200.
    if (!answer.at("/error").isMissingNode() && reply.status() < 500) {
      throw new CodeRefused(client.host().id() + " does not accept it");
    }
    String access = answer.at("/access_token").asString("");
    if (!reply.isSuccess()
        || access.isEmpty()
        || !answer.at("/token_type").asString("").equalsIgnoreCase("bearer")) {
      throw failed(client);
    }
    return new HostTokens(
        access,
        text(answer, "/refresh_token"),
        expiry(answer.at("/expires_in")),
        scopes(text(answer, "/scope").or(() -> text(answer, "/scopes")).orElse("")),
        text(answer, "/id_token"));
  }

  private Optional<Instant> expiry(JsonNode seconds) {
    return seconds.isIntegralNumber()
        ? Optional.of(clock.instant().plusSeconds(seconds.asLong()))
        : Optional.empty();
  }

  private static List<String> scopes(String written) {
    return Arrays.stream(written.split("[ ,]+")).filter(scope -> !scope.isEmpty()).toList();
  }

  private static Optional<String> text(JsonNode answer, String pointer) {
    return Optional.of(answer.at(pointer).asString("")).filter(value -> !value.isEmpty());
  }

  private JsonNode read(OAuthClient client, Reply reply) {
    try {
      return json.readTree(reply.body());
    } catch (JacksonException _) {
      throw failed(client);
    }
  }

  private Reply send(OAuthClient client, Call call) {
    try {
      return outgoing.send(call.within(PATIENCE).header("User-Agent", "CodeRev"));
    } catch (CallFailed _) {
      throw failed(client);
    }
  }

  private static Problem failed(OAuthClient client) {
    return Problem.of(
        ProblemCode.PROVIDER_ERROR, client.host().id() + " did not answer as it should.");
  }

  /** Gives a token back, as far as the host can take it. */
  void revoke(OAuthClient client, String accessToken) {
    revocation(client, accessToken)
        .ifPresent(call -> {
          try {
            send(client, call);
          } catch (Problem _) {
            // the token is forgotten here all the same
          }
        });
  }

  private Optional<Call> revocation(OAuthClient client, String accessToken) {
    return switch (client.host()) {
      case GITHUB ->
          Optional.of(
              Call.json(
                      "DELETE",
                      URI.create(
                          Host.GITHUB.api(client.address())
                              + "/applications/"
                              + Call.encoded(client.id())
                              + "/grant"),
                      json.writeValueAsString(Map.of("access_token", accessToken)))
                  .header("Authorization", "Basic " + basic(client)));
      case GITLAB ->
          Optional.of(
              Call.form(
                  URI.create(client.address() + "/oauth/revoke"),
                  Map.of(
                      "token", accessToken,
                      "client_id", client.id(),
                      "client_secret", client.secret())));
      case BITBUCKET -> Optional.empty();
    };
  }

  private static String basic(OAuthClient client) {
    return Base64.getEncoder()
        .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
  }
}

package dev.coderev.server.provider.client;

import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.outgoing.CallFailed;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.outgoing.Reply;
import dev.coderev.server.provider.client.ProviderFailed.Why;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from one service, with the headers that every call to it carries. */
final class Wire {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;

  private final Outgoing outgoing;
  private final String base;
  private final Map<String, String> headers;

  Wire(Outgoing outgoing, String base, Map<String, String> headers) {
    this.outgoing = outgoing;
    this.base = base.replaceAll("/+$", "");
    this.headers = Map.copyOf(headers);
  }

  JsonNode get(String path) {
    return send(Call.get(URI.create(base + path)));
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send(Call.json("POST", URI.create(base + path), JSON.writeValueAsString(body)));
  }

  private JsonNode send(Call bare) {
    Call call = bare.within(PATIENCE);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      call = call.header(header.getKey(), header.getValue());
    }
    Reply reply;
    try {
      reply = outgoing.send(call);
    } catch (CallFailed failure) {
      throw new ProviderFailed(
          failure.why() == CallFailed.Cause.TIMED_OUT ? Why.TIMED_OUT : Why.ERROR,
          String.valueOf(failure.getMessage()),
          failure.why() == CallFailed.Cause.UNREACHABLE,
          Optional.empty());
    }
    if (!reply.isSuccess()) {
      throw new ProviderFailed(
          reply.status() == TOO_MANY ? Why.RATE_LIMITED : Why.ERROR,
          "the provider answered with status " + reply.status(),
          reply.status() == TOO_MANY || reply.status() >= 500,
          reply
              .header("Retry-After")
              .filter(seconds -> seconds.matches("\\d{1,4}"))
              .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException _) {
      throw unusable();
    }
  }

  /** The text at this place of an answer. */
  static String text(JsonNode answer, String pointer) {
    return Optional.of(answer.at(pointer))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElseThrow(Wire::unusable);
  }

  static ProviderFailed unusable() {
    return new ProviderFailed("the provider's answer is not in its documented form", false);
  }
}

package dev.coderev.server.provider.client;

import dev.coderev.server.platform.outgoing.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A client of Anthropic's messages. */
public final class AnthropicClient implements ModelClient {
  private final Wire wire;

  /**
   * A client of the service at this address.
   *
   * @param base without the version: {@code https://api.anthropic.com}
   */
  public AnthropicClient(Outgoing outgoing, String base, Optional<String> key) {
    this.wire =
        new Wire(
            outgoing, base, Map.of("x-api-key", key.orElse(""), "anthropic-version", "2023-06-01"));
  }

  @Override
  public ModelAnswer ask(Question question) {
    JsonNode answer =
        wire.post(
            "/v1/messages",
            Map.of(
                "model", question.model(),
                "max_tokens", question.mostTokens(),
                "messages", List.of(Map.of("role", "user", "content", question.text()))));
    return new ModelAnswer(
        Wire.text(answer, "/content/0/text"),
        answer.at("/usage/input_tokens").asLong(0),
        answer.at("/usage/output_tokens").asLong(0));
  }

  @Override
  public List<String> models() {
    return wire.get("/v1/models").at("/data").valueStream().map(m -> Wire.text(m, "/id")).toList();
  }
}

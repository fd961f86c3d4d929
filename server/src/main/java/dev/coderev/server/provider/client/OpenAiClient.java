package dev.coderev.server.provider.client;

import dev.coderev.server.platform.outgoing.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A client of OpenAI's chat completions, which many services and CodeRev itself speak. */
public final class OpenAiClient implements ModelClient {
  private final Wire wire;

  /**
   * A client of the service at this address.
   *
   * @param base up to and including the version: {@code https://api.openai.com/v1}
   */
  public OpenAiClient(Outgoing outgoing, String base, Optional<String> key) {
    this.wire =
        new Wire(
            outgoing,
            base,
            key.map(secret -> Map.of("Authorization", "Bearer " + secret)).orElse(Map.of()));
  }

  @Override
  public ModelAnswer ask(Question question) {
    JsonNode answer =
        wire.post(
            "/chat/completions",
            Map.of(
                "model", question.model(),
                "messages", List.of(Map.of("role", "user", "content", question.text())),
                "max_completion_tokens", question.mostTokens()));
    return new ModelAnswer(
        Wire.text(answer, "/choices/0/message/content"),
        answer.at("/usage/prompt_tokens").asLong(0),
        answer.at("/usage/completion_tokens").asLong(0));
  }

  @Override
  public List<String> models() {
    return wire.get("/models").at("/data").valueStream().map(m -> Wire.text(m, "/id")).toList();
  }
}

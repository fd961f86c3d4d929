package dev.coderev.server.provider.client;

import dev.coderev.server.platform.outgoing.Outgoing;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of Ollama's chat. */
public final class OllamaClient implements ModelClient {
  private final Wire wire;

  /**
   * A client of the service at this address.
   *
   * @param base of the service: {@code http://localhost:11434}
   */
  public OllamaClient(Outgoing outgoing, String base) {
    this.wire = new Wire(outgoing, base, Map.of());
  }

  @Override
  public ModelAnswer ask(Question question) {
    JsonNode answer =
        wire.post(
            "/api/chat",
            Map.of(
                "model", question.model(),
                "stream", false,
                "messages", List.of(Map.of("role", "user", "content", question.text())),
                "options", Map.of("num_predict", question.mostTokens())));
    return new ModelAnswer(
        Wire.text(answer, "/message/content"),
        answer.at("/prompt_eval_count").asLong(0),
        answer.at("/eval_count").asLong(0));
  }

  @Override
  public List<String> models() {
    return wire.get("/api/tags")
        .at("/models")
        .valueStream()
        .map(m -> Wire.text(m, "/name"))
        .toList();
  }
}

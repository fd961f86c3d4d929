package dev.coderev.server.provider.client;

import java.util.List;

/** A language model service, in its own wire format. */
public sealed interface ModelClient permits OpenAiClient, AnthropicClient, OllamaClient {
  /**
   * Asks once.
   *
   * @throws ProviderFailed if there is no usable answer
   */
  ModelAnswer ask(Question question);

  /** The names of the models that it offers. */
  List<String> models();
}

package dev.coderev.server.provider.local;

import java.util.List;
import java.util.Optional;

/** What the model may be asked, as the API's document describes it; the model itself reads more. */
sealed interface ModelQuestion {
  /** Whether usage is told after the pieces of a stream. */
  record StreamOptions(boolean includeUsage) {}

  /** A text to go on with. */
  record Completion(
      String model,
      String prompt,
      Optional<Integer> maxTokens,
      Optional<Double> temperature,
      Optional<Double> topP,
      Optional<Integer> n,
      List<String> stop,
      Optional<Long> seed,
      boolean stream,
      Optional<StreamOptions> streamOptions,
      Optional<Double> frequencyPenalty,
      Optional<Double> presencePenalty,
      Optional<Integer> logprobs)
      implements ModelQuestion {}

  /** One turn of a conversation. */
  record Message(String role, String content) {}

  /** The form of an answer: text, json_object or json_schema. */
  record ResponseFormat(String type) {}

  /** A conversation to go on with. */
  record Chat(
      String model,
      List<Message> messages,
      Optional<Integer> maxTokens,
      Optional<Integer> maxCompletionTokens,
      Optional<Double> temperature,
      Optional<Double> topP,
      Optional<Integer> n,
      List<String> stop,
      Optional<Long> seed,
      boolean stream,
      Optional<StreamOptions> streamOptions,
      Optional<ResponseFormat> responseFormat,
      boolean logprobs,
      Optional<Integer> topLogprobs)
      implements ModelQuestion {}
}

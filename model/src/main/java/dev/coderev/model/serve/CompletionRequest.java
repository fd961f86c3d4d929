package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.grammar.JsonSchema;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.sampling.SamplingOptions;
import dev.coderev.model.template.ChatMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client asks for: a prompt, or a conversation, and how to go on.
 *
 * @param model the name that the client gave; empty when it gave none
 * @param messages of a chat; empty for a plain prompt
 * @param stream whether pieces are sent as they are generated
 * @param wantsLikely whether log-probabilities are sent
 */
record CompletionRequest(
    String model,
    String prompt,
    List<ChatMessage> messages,
    boolean stream,
    boolean wantsLikely,
    GenerationOptions options) {

  private static final Path NAME = Path.of("request");
  private static final int MOST_LIKELY = 20;

  static CompletionRequest chat(String body) {
    return read(body, true);
  }

  static CompletionRequest plain(String body) {
    return read(body, false);
  }

  private static CompletionRequest read(String body, boolean chat) {
    JsonObject json = JsonObject.of(NAME, JsonReader.read(NAME, body));
    if (json.integer("n").orElse(1) != 1) {
      throw json.error("n", "must be 1");
    }
    try {
      return new CompletionRequest(
          json.string("model").orElse(""),
          chat ? "" : json.requiredString("prompt"),
          chat ? messages(json) : List.of(),
          json.bool("stream", false),
          likely(json, chat) >= 0,
          options(json, chat));
    } catch (IllegalArgumentException e) {
      throw new ModelException("request: " + e.getMessage(), e);
    }
  }

  private static List<ChatMessage> messages(JsonObject json) {
    var messages = new ArrayList<ChatMessage>();
    for (Json entry :
        json.array("messages").orElseThrow(() -> json.error("messages", "is required"))) {
      JsonObject message = JsonObject.of(NAME, entry);
      messages.add(new ChatMessage(message.requiredString("role"), content(message)));
    }
    if (messages.isEmpty()) {
      throw json.error("messages", "must not be empty");
    }
    return messages;
  }

  /** A text, or a list of parts of type text. */
  private static String content(JsonObject message) {
    if (!(message.find("content").orElse(Json.NULL) instanceof Json.Arr parts)) {
      return message.requiredString("content");
    }
    var text = new StringBuilder();
    for (Json part : parts.elements()) {
      text.append(JsonObject.of(NAME, part).requiredString("text"));
    }
    return text.toString();
  }

  private static GenerationOptions options(JsonObject json, boolean chat) {
    var sampling =
        new SamplingOptions(
            json.number("temperature").orElse(1),
            json.integer("top_k").orElse(0),
            json.number("top_p").orElse(1),
            json.number("min_p").orElse(0),
            json.number("repetition_penalty").orElse(1),
            json.find("seed").isPresent() ? json.integer("seed").orElse(0) : System.nanoTime());
    int most =
        json.integer("max_completion_tokens")
            .orElseGet(() -> json.integer("max_tokens").orElse(chat ? 1024 : 16));
    GenerationOptions options =
        GenerationOptions.of(most, sampling)
            .withStops(stops(json))
            .withLikely(Math.max(0, likely(json, chat)));
    Optional<JsonObject> format = json.object("response_format");
    if (format.isEmpty()) {
      return options;
    }
    return switch (format.get().requiredString("type")) {
      case "text" -> options;
      case "json_object" -> options.withGrammar(JsonSchema.any());
      case "json_schema" ->
          options.withGrammar(
              JsonSchema.grammar(
                  format
                      .get()
                      .object("json_schema")
                      .flatMap(it -> it.find("schema"))
                      .orElseThrow(() -> format.get().error("json_schema.schema", "is required"))));
      default -> throw format.get().error("type", "must be text, json_object or json_schema");
    };
  }

  private static List<String> stops(JsonObject json) {
    return switch (json.find("stop").orElse(Json.NULL)) {
      case Json.Null none -> List.of();
      case Json.Str one -> List.of(one.value());
      case Json.Arr many ->
          many.elements().stream()
              .map(it -> {
                if (it instanceof Json.Str text) {
                  return text.value();
                }
                throw json.error("stop", "must hold texts");
              })
              .toList();
      default -> throw json.error("stop", "must be a text or a list of texts");
    };
  }

  /** How many likely tokens are wanted for each token; −1 for no log-probabilities at all. */
  private static int likely(JsonObject json, boolean chat) {
    int count;
    if (chat) {
      count = json.bool("logprobs", false) ? json.integer("top_logprobs").orElse(0) : -1;
    } else {
      count = json.integer("logprobs").orElse(-1);
    }
    if (count < -1 || count > MOST_LIKELY) {
      throw json.error("logprobs", "must be at most " + MOST_LIKELY);
    }
    return count;
  }
}

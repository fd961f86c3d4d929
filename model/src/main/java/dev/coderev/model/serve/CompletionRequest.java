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
 * @param model the name that the client gave
 * @param messages of a chat; empty for a plain prompt
 * @param stream whether pieces are sent as they are generated
 * @param wantsUsage whether what the answer took is sent after its pieces
 * @param wantsLikely whether log-probabilities are sent
 */
record CompletionRequest(
    String model,
    String prompt,
    List<ChatMessage> messages,
    boolean stream,
    boolean wantsUsage,
    boolean wantsLikely,
    GenerationOptions options) {

  private static final Path NAME = Path.of("request");
  private static final int MOST_LIKELY = 5;
  private static final int MOST_STOPS = 4;
  private static final double MOST_PENALTY = 2;
  private static final int CHAT_TOKENS = 4096;
  private static final int PLAIN_TOKENS = 16;
  private static final List<String> ROLES = List.of("system", "user", "assistant");
  private static final List<String> NOT_THERE =
      List.of("tools", "functions", "audio", "images", "suffix", "logit_bias");

  static CompletionRequest chat(String body) {
    return read(body, true);
  }

  static CompletionRequest plain(String body) {
    return read(body, false);
  }

  private static CompletionRequest read(String body, boolean chat) {
    JsonObject json = JsonObject.of(NAME, JsonReader.read(NAME, body));
    refuseWhatIsNotThere(json);
    try {
      return new CompletionRequest(
          json.string("model")
              .filter(name -> !name.isEmpty())
              .orElseThrow(() -> Refused.invalid("model", "is required")),
          chat ? "" : prompt(json),
          chat ? messages(json) : List.of(),
          json.bool("stream", false),
          json.object("stream_options").filter(it -> it.bool("include_usage", false)).isPresent(),
          likely(json, chat) >= 0,
          options(json, chat));
    } catch (IllegalArgumentException e) {
      throw new ModelException("request: " + e.getMessage(), e);
    }
  }

  private static void refuseWhatIsNotThere(JsonObject json) {
    if (json.integer("n").orElse(1) != 1) {
      throw Refused.unsupported("n", "must be 1");
    }
    for (String name : NOT_THERE) {
      boolean isAsked =
          switch (json.find(name).orElse(Json.NULL)) {
            case Json.Null _ -> false;
            case Json.Arr list -> !list.elements().isEmpty();
            default -> true;
          };
      if (isAsked) {
        throw Refused.unsupported(name, "is not supported");
      }
    }
  }

  /** A text, or a list of one text. */
  private static String prompt(JsonObject json) {
    if (json.find("prompt").orElse(Json.NULL) instanceof Json.Arr list) {
      if (list.elements().size() == 1 && list.elements().getFirst() instanceof Json.Str text) {
        return text.value();
      }
      throw Refused.unsupported("prompt", "must be a text or a list of one text");
    }
    return json.requiredString("prompt");
  }

  private static List<ChatMessage> messages(JsonObject json) {
    var messages = new ArrayList<ChatMessage>();
    for (Json entry :
        json.array("messages").orElseThrow(() -> json.error("messages", "is required"))) {
      JsonObject message = JsonObject.of(NAME, entry);
      String role = message.requiredString("role");
      if (!ROLES.contains(role)) {
        throw Refused.invalid("messages", "role must be one of " + String.join(", ", ROLES));
      }
      messages.add(new ChatMessage(role, content(message)));
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
      JsonObject piece = JsonObject.of(NAME, part);
      if (!piece.string("type").orElse("text").equals("text")) {
        throw Refused.unsupported("messages", "only parts of type text are supported");
      }
      text.append(piece.requiredString("text"));
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
            seed(json),
            penalty(json, "frequency_penalty"),
            penalty(json, "presence_penalty"));
    int most =
        json.integer("max_completion_tokens")
            .orElseGet(() -> json.integer("max_tokens").orElse(chat ? CHAT_TOKENS : PLAIN_TOKENS));
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

  private static long seed(JsonObject json) {
    return switch (json.find("seed").orElse(Json.NULL)) {
      case Json.Null _ -> System.nanoTime();
      case Json.Int seed -> seed.value();
      default -> throw json.error("seed", "must be a whole number");
    };
  }

  private static double penalty(JsonObject json, String name) {
    double penalty = json.number(name).orElse(0);
    if (!(Math.abs(penalty) <= MOST_PENALTY)) {
      throw Refused.invalid(name, "must lie between -2 and 2");
    }
    return penalty;
  }

  private static List<String> stops(JsonObject json) {
    List<String> stops = givenStops(json);
    if (stops.size() > MOST_STOPS || stops.contains("")) {
      throw Refused.invalid("stop", "may hold " + MOST_STOPS + " texts, none of them empty");
    }
    return stops;
  }

  private static List<String> givenStops(JsonObject json) {
    return switch (json.find("stop").orElse(Json.NULL)) {
      case Json.Null _ -> List.of();
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

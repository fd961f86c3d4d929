package dev.coderev.model.serve;

import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.Finish;
import dev.coderev.model.generate.GeneratedToken;
import dev.coderev.model.generate.TokenBytes;
import dev.coderev.model.json.Json;
import dev.coderev.model.sampling.Logits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON objects of the interface, for one request. */
final class Answers {

  private final String id;
  private final String model;
  private final long created;
  private final boolean chat;
  private final TokenBytes bytes;

  /**
   * @param created seconds since 1970
   */
  Answers(String id, String model, long created, boolean chat, TokenBytes bytes) {
    this.id = id;
    this.model = model;
    this.created = created;
    this.chat = chat;
    this.bytes = bytes;
  }

  static Json.Obj object(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], json(namesAndValues[i + 1]));
    }
    return new Json.Obj(members);
  }

  private static Json json(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> Json.of(text);
      case Integer whole -> Json.of((long) whole);
      case Long whole -> Json.of(whole);
      case Double number -> Json.of(number);
      case List<?> list -> new Json.Arr(list.stream().map(Answers::json).toList());
      default -> throw new IllegalArgumentException("no JSON for " + value);
    };
  }

  /** A refusal; {@code param} and {@code code} are null where they are empty. */
  static Json error(String message, String type, String param, String code) {
    return object(
        "error",
        object("message", message, "type", type, "param", orNull(param), "code", orNull(code)));
  }

  private static Json orNull(String text) {
    return text.isEmpty() ? Json.NULL : Json.of(text);
  }

  /** The whole answer. */
  Json whole(Completion completion, int promptTokens, boolean likely) {
    Json.Obj content =
        chat
            ? object("message", object("role", "assistant", "content", completion.text()))
            : object("text", completion.text());
    var choice = new LinkedHashMap<>(content.members());
    choice.put("index", Json.of(0));
    choice.put("logprobs", likely ? likely(completion.tokens()) : Json.NULL);
    choice.put("finish_reason", Json.of(finish(completion.finish())));
    return envelope(
        chat ? "chat.completion" : "text_completion",
        List.of(new Json.Obj(choice)),
        usage(promptTokens, completion.tokens().size()));
  }

  private static Json usage(int promptTokens, int completionTokens) {
    return object(
        "prompt_tokens", promptTokens,
        "completion_tokens", completionTokens,
        "total_tokens", promptTokens + completionTokens);
  }

  /** What follows a streamed answer where its client asks for it. */
  Json usagePart(int promptTokens, int completionTokens) {
    return envelope(partKind(), List.of(), usage(promptTokens, completionTokens));
  }

  /** A piece of a streamed answer. */
  Json piece(String text) {
    return part(chat ? object("delta", object("content", text)) : object("text", text), Json.NULL);
  }

  /** The first piece of a streamed chat: who speaks. */
  Json opening() {
    return part(object("delta", object("role", "assistant", "content", "")), Json.NULL);
  }

  /** The last piece of a streamed answer. */
  Json closing(Finish finish) {
    return part(chat ? object("delta", object()) : object("text", ""), Json.of(finish(finish)));
  }

  private Json part(Json.Obj content, Json finish) {
    var choice = new LinkedHashMap<>(content.members());
    choice.put("index", Json.of(0));
    choice.put("finish_reason", finish);
    return envelope(partKind(), List.of(new Json.Obj(choice)), Json.NULL);
  }

  private String partKind() {
    return chat ? "chat.completion.chunk" : "text_completion";
  }

  private Json envelope(String kind, List<Json> choices, Json usage) {
    var members =
        new LinkedHashMap<>(
            object("id", id, "object", kind, "created", created, "model", model).members());
    members.put("choices", new Json.Arr(choices));
    if (!usage.equals(Json.NULL)) {
      members.put("usage", usage);
    }
    return new Json.Obj(members);
  }

  private static String finish(Finish finish) {
    return finish == Finish.LENGTH ? "length" : "stop";
  }

  private Json likely(List<GeneratedToken> tokens) {
    if (chat) {
      return object(
          "content",
          tokens.stream()
              .map(it ->
                  object(
                      "token", text(it.token()),
                      "logprob", it.logProbability(),
                      "top_logprobs", it.likely().stream().map(this::entry).toList()))
              .toList());
    }
    var top = new ArrayList<Json>();
    for (GeneratedToken token : tokens) {
      Map<String, Json> entries = new LinkedHashMap<>();
      token.likely().forEach(it -> entries.put(text(it.token()), Json.of(it.logProbability())));
      top.add(new Json.Obj(entries));
    }
    return object(
        "tokens", tokens.stream().map(it -> text(it.token())).toList(),
        "token_logprobs", tokens.stream().map(GeneratedToken::logProbability).toList(),
        "top_logprobs", top);
  }

  private Json entry(Logits.Likely likely) {
    return object("token", text(likely.token()), "logprob", likely.logProbability());
  }

  private String text(int token) {
    return token < bytes.size() ? new String(bytes.bytes(token), StandardCharsets.UTF_8) : "";
  }
}

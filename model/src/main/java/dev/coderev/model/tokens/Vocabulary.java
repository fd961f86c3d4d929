package dev.coderev.model.tokens;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The tokens, merges and added tokens that a tokenizer.json with a BPE model lists. */
public final class Vocabulary {

  /** A token beside the model: special ones have no text of their own. */
  public record Added(int id, String content, boolean special) {}

  private static final int LARGEST_ID = 10_000_000;

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, String> tokens = new HashMap<>();
  private final Map<Integer, Added> added = new TreeMap<>();
  private final List<String> merges = new ArrayList<>();
  private final String splitPattern;

  private Vocabulary(Path source, JsonObject json) {
    JsonObject model = json.object("model").orElseThrow(() -> json.error("model", "is required"));
    String type = model.string("type").orElse("BPE");
    if (!type.equals("BPE")) {
      throw model.error("type", "\"" + type + "\" is not supported, only \"BPE\"");
    }
    JsonObject vocabulary =
        model.object("vocab").orElseThrow(() -> model.error("vocab", "is required"));
    for (String token : vocabulary.members().keySet()) {
      put(vocabulary.requiredInteger(token), token, vocabulary);
    }
    for (Json merge : model.array("merges").orElse(List.of())) {
      merges.add(merge(merge, model));
    }
    for (Json entry : json.array("added_tokens").orElse(List.of())) {
      JsonObject token = JsonObject.of(source, entry);
      var one =
          new Added(
              token.requiredInteger("id"),
              token.requiredString("content"),
              token.bool("special", false));
      added.put(one.id(), one);
      put(one.id(), one.content(), json);
    }
    splitPattern = split(json.find("pre_tokenizer").orElse(Json.NULL)).orElse("");
  }

  /** Reads the vocabulary of a tokenizer. */
  public static Vocabulary of(TokenizerFiles files) {
    return new Vocabulary(
        files.source(),
        JsonObject.of(files.source(), JsonReader.read(files.source(), files.json())));
  }

  private void put(int id, String token, JsonObject place) {
    if (id < 0 || id > LARGEST_ID) {
      throw place.error(token, "id " + id + " is not between 0 and " + LARGEST_ID);
    }
    String before = tokens.put(id, token);
    if (before != null && !before.equals(token)) {
      throw place.error(token, "has the id " + id + " of \"" + before + "\"");
    }
    ids.put(token, id);
  }

  private static String merge(Json merge, JsonObject model) {
    return switch (merge) {
      case Json.Str text -> text.value();
      case Json.Arr(List<Json> pair)
          when pair.size() == 2
              && pair.get(0) instanceof Json.Str left
              && pair.get(1) instanceof Json.Str right ->
          left.value() + " " + right.value();
      default -> throw model.error("merges", "must hold texts or pairs of texts");
    };
  }

  /** The first regular expression in the pre-tokenizer, however deep. */
  private static Optional<String> split(Json node) {
    return switch (node) {
      case Json.Obj object when object.members().get("Regex") instanceof Json.Str regex ->
          Optional.of(regex.value());
      case Json.Obj object ->
          object.members().values().stream().flatMap(it -> split(it).stream()).findFirst();
      case Json.Arr array ->
          array.elements().stream().flatMap(it -> split(it).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  public OptionalInt id(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  public Optional<String> token(int id) {
    return Optional.ofNullable(tokens.get(id));
  }

  /** An added token by its id. */
  public Optional<Added> added(int id) {
    return Optional.ofNullable(added.get(id));
  }

  /** One more than the largest id. */
  public int size() {
    return tokens.keySet().stream().mapToInt(it -> it + 1).max().orElse(0);
  }

  /** In order of rank, each two tokens with a blank between. */
  public List<String> merges() {
    return List.copyOf(merges);
  }

  /** The expression that splits text before merging; empty when there is none. */
  public String splitPattern() {
    return splitPattern;
  }
}
